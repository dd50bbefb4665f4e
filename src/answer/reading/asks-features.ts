// What tells a question from other talk, as numbered features for `asks`. Pure.
import { isFunctionWord } from './function-words.ts';
import { asksWithin, isIndirect, opensAsQuestion } from './question-forms.ts';

/** Number of places that features are hashed to: a power of two. */
export const FEATURE_COUNT = 16_384;
/** Longer texts are judged by their beginning and their end. */
const LONGEST_BEGINNING = 400;
const LONGEST_END = 200;
const LETTER_RUNS = [3, 4] as const;
const PATTERN_RUNS = [2, 3, 4, 5] as const;
const LONGEST_OPENING = 6;

/** Features of a text: places from 0 to `FEATURE_COUNT`, with how much each counts. */
export type Features = ReadonlyMap<number, number>;

const GREETING =
  /^(?:(?:hi|hey|hello|hiya|good (?:morning|evening|afternoon|day)|morning|dear|ok|okay|so|and|but|also|well|btw|thanks|thank you|sorry|quick one|just curious|all|everyone|everybody|folks|team|there|guys|sir|please)\b[\s,.!:;-]*)+/;
const NAME_FIRST = /^\p{Lu}\p{Ll}+,\s/u;
const NAME_LAST = /,\s\p{Lu}\p{Ll}+\s?[?!.]*$/u;

/** FNV-1a over UTF-16 units (http://www.isthe.com/chongo/tech/comp/fnv/). */
function place(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) & (FEATURE_COUNT - 1);
}

function shorten(text: string): string {
  if (text.length <= LONGEST_BEGINNING + LONGEST_END) return text;
  return `${text.slice(0, LONGEST_BEGINNING)} ${text.slice(-LONGEST_END)}`;
}

/** Words in lower case and marks that end or divide; numbers all alike. */
function toTokens(lower: string): readonly string[] {
  return (lower.match(/[\p{L}]+(?:'[\p{L}]+)?|\p{N}+|[?!:,]|\.{2,}|…/gu) ?? []).map((token) =>
    /^\p{N}/u.test(token) ? '0' : token,
  );
}

function wordFeatures(tokens: readonly string[]): readonly string[] {
  const pairs = tokens.slice(1).map((token, at) => `2 ${tokens[at]} ${token}`);
  const triples = tokens.slice(2).map((token, at) => `3 ${tokens[at]} ${tokens[at + 1]} ${token}`);
  return [...tokens.map((token) => `1 ${token}`), ...pairs, ...triples];
}

/** The sentence's build without its subject: words that name something stand as their endings, several in a row as one. */
function toPattern(tokens: readonly string[]): readonly string[] {
  const pattern = ['^'];
  for (const token of tokens) {
    const isNaming = /^\p{L}/u.test(token) && !isFunctionWord(token);
    const step = isNaming ? `-${/(?:ing|ed|ly|s)$/.exec(token)?.[0] ?? ''}` : token;
    if (step !== '-' || pattern.at(-1) !== '-') pattern.push(step);
  }
  return [...pattern, '$'];
}

function patternFeatures(tokens: readonly string[]): readonly string[] {
  const pattern = toPattern(tokens);
  const runs = PATTERN_RUNS.flatMap((length) =>
    Array.from(
      { length: Math.max(0, pattern.length - length + 1) },
      (_, at) => `p ${pattern.slice(at, at + length).join(' ')}`,
    ),
  );
  return [...runs, `begins ${pattern.slice(0, LONGEST_OPENING).join(' ')}`];
}

function openingFeatures(lower: string): readonly string[] {
  const tokens = toTokens(lower.replace(GREETING, ''));
  return [1, 2, 3]
    .filter((count) => tokens.length >= count)
    .map((count) => `opens ${tokens.slice(0, count).join(' ')}`);
}

/** The form of the question, where it has one, together with how the text ends. */
function formFeatures(text: string): readonly string[] {
  const form = opensAsQuestion(text) ? 'opening' : asksWithin(text) ? 'within' : isIndirect(text) ? 'indirect' : 'none';
  return [`form ${form}`, `form ${form} ${toEnding(text)}`];
}

function toEnding(text: string): string {
  return /\?[\s)"'!?]*$/.test(text) ? 'asked' : /!\s*$/.test(text) ? 'called' : 'told';
}

function shapeFeatures(text: string, tokens: readonly string[]): readonly string[] {
  const words = tokens.filter((token) => /\p{L}|0/u.test(token)).length;
  const size = words <= 1 ? '1' : words <= 3 ? '3' : words <= 6 ? '6' : words <= 12 ? '12' : 'more';
  const ending = toEnding(text);
  return [
    `size ${size}`,
    `ends ${ending}`,
    `size ${size} ${ending}`,
    text.includes('?') ? 'has ?' : 'no ?',
    `last ${tokens.at(-1) ?? ''}`,
    ...(NAME_FIRST.test(text) ? ['name first'] : []),
    ...(NAME_LAST.test(text) ? ['name last'] : []),
  ];
}

function letterFeatures(lower: string): readonly string[] {
  const line = ` ${lower.replace(/[^\p{L}?]+/gu, ' ').trim()} `;
  return LETTER_RUNS.flatMap((length) =>
    Array.from({ length: Math.max(0, line.length - length + 1) }, (_, at) => `c ${line.slice(at, at + length)}`),
  );
}

/** Adds each named feature once; the members of a group share its weight, so that long texts do not weigh more. */
function addGroup(features: Map<number, number>, names: readonly string[], weight: number): void {
  const places = new Set(names.map(place));
  const share = weight / Math.sqrt(Math.max(1, places.size));
  for (const at of places) features.set(at, (features.get(at) ?? 0) + share);
}

/** The features of one sentence or short message, cleaned of markup. */
export function toFeatures(text: string): Features {
  const short = shorten(text).replaceAll('’', "'").trim();
  const lower = short.toLowerCase();
  const tokens = toTokens(lower);
  const features = new Map<number, number>();
  addGroup(features, wordFeatures(tokens), 2);
  addGroup(features, patternFeatures(tokens), 2);
  addGroup(features, openingFeatures(lower), 1.5);
  addGroup(features, shapeFeatures(short, tokens), 2);
  addGroup(features, formFeatures(lower), 1.5);
  addGroup(features, letterFeatures(lower), 1.5);
  return features;
}
