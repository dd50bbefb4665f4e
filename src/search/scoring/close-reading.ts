// Reads the best entry once more, to judge it: what of the question none of its texts says, what they say beyond it, and whether a
// `not-covered` wording says it better. Pure.
import { cosineAt, type PackedVectors } from './meaning.ts';
import { type NotesTokens, type PlacedTokens, toTokenWeights } from './notes-tokens.ts';
import type { SignalSources } from './signals.ts';
import { AskedTokens, type NearestTokens, type TokenStates } from './token-states.ts';

/** So many passages, phrasings and `not-covered` wordings are read: those nearest in meaning. */
const mostTexts = 4;
/** A token that is less like any of a text than this is not said there. */
const leastSaid = 0.5;
/** A token is heavy that counts at least this share of what the heaviest counts. */
const leastHeavy = 0.5;

/** In this order; each from 0 to 1 but `toldLead`. */
export const closeReadingNames = [
  'saidByAnswer',
  'said',
  'saidByPhrasing',
  'phrasingSaid',
  'unsaidByAnswer',
  'farFromAnswer',
  'leastSaid',
  'secondLeastSaid',
  'unsaid',
  'far',
  'headingSaid',
  'headingLeastSaid',
  'saidByTold',
  'toldAlike',
  'toldLead',
] as const;

/** The question as it is compared. */
interface Asked {
  readonly vector: Float32Array;
  readonly tokens: AskedTokens;
  readonly weights: Float64Array;
}

/** A text beside the question. */
interface Compared extends NearestTokens {
  readonly textWeights: Float64Array;
}

function compare(notes: NotesTokens, asked: Asked, text: TokenStates): Compared {
  return { ...asked.tokens.compare(text), textWeights: toTokenWeights(notes, text) };
}

function mean(values: Float64Array, weights: Float64Array): number {
  let [sum, total] = [0, 0];
  for (let at = 0; at < values.length; at += 1) {
    sum += (weights[at] as number) * (values[at] as number);
    total += weights[at] as number;
  }
  return total === 0 ? 0 : sum / total;
}

/** For each token the nearest in any of these texts. */
function together(size: number, texts: readonly Compared[]): Float64Array {
  return Float64Array.from({ length: size }, (_, at) =>
    texts.reduce((most, { ofQuestion }) => Math.max(most, ofQuestion[at] as number), 0),
  );
}

/** The lowest values of heavy tokens, the lowest first. */
function lowestOfHeavy(values: Float64Array, weights: Float64Array): readonly number[] {
  const heaviest = weights.reduce((most, weight) => Math.max(most, weight), 0);
  const heavy = values.filter((_, at) => (weights[at] as number) >= leastHeavy * heaviest);
  return [...heavy].sort((one, other) => one - other);
}

/** Share of the weight whose tokens are not said, and how far all are from being said (root of the mean square). */
function toUnsaid(values: Float64Array, weights: Float64Array): readonly [unsaid: number, far: number] {
  const unsaid = values.map((value) => (value < leastSaid ? 1 : 0));
  const squares = values.map((value) => (1 - value) ** 2);
  return [mean(unsaid, weights), Math.sqrt(mean(squares, weights))];
}

function nearest(
  texts: PackedVectors,
  from: number,
  placed: readonly PlacedTokens[],
  vector: Float32Array,
): readonly TokenStates[] {
  return placed
    .map(({ place, tokens }) => ({ tokens, cosine: cosineAt(texts, from + place, vector) }))
    .sort((one, other) => other.cosine - one.cosine)
    .slice(0, mostTexts)
    .map(({ tokens }) => tokens);
}

/**
 * What speaks for and against the entry at a place in the index, in the order of `closeReadingNames`; null where the index has no tokens.
 * `vector` (of unit length) and `tokens` are the question's.
 */
export function readClosely(
  { table, meaning, tokens: notes }: SignalSources,
  entry: number,
  question: { readonly vector: Float32Array; readonly tokens: TokenStates },
): readonly number[] | null {
  const read = notes?.entries[entry];
  if (meaning === null || notes === null || read === undefined) return null;
  const { vector } = question;
  const asked: Asked = {
    vector,
    tokens: new AskedTokens(question.tokens),
    weights: toTokenWeights(notes, question.tokens),
  };
  const of = (texts: readonly TokenStates[]) => texts.map((text) => compare(notes, asked, text));
  const from = table.firstTexts[entry] as number;
  const wordings = table.wordingCounts[entry] as number;
  const placed = read.passages.map((tokens, at) => ({ place: wordings + at, tokens }));
  const heading = compare(notes, asked, read.question);
  const phrasings = of(nearest(meaning.texts, from, read.phrasings, vector));
  const told = of(nearest(meaning.texts, table.firstTexts[table.entryCount] as number, notes.told, vector));
  const { weights } = asked;
  const byAnswer = together(weights.length, [heading, ...of(nearest(meaning.texts, from, placed, vector))]);
  const byAll = together(weights.length, [{ ...heading, ofQuestion: byAnswer }, ...phrasings]);
  const forward = ({ ofQuestion }: Compared): number => mean(ofQuestion, weights);
  const back = ({ ofText, textWeights }: Compared): number => mean(ofText, textWeights);
  const most = (values: readonly number[]): number => Math.max(0, ...values);
  const said = mean(byAll, weights);
  const [low = 0, second = low] = lowestOfHeavy(byAll, weights);
  const saidByTold = most(told.map(forward));
  return [
    mean(byAnswer, weights),
    said,
    most(phrasings.map(forward)),
    most(phrasings.map(back)),
    ...toUnsaid(byAnswer, weights),
    low,
    second,
    ...toUnsaid(byAll, weights),
    back(heading),
    lowestOfHeavy(heading.ofText, heading.textWeights)[0] ?? 1,
    saidByTold,
    most(told.map((one) => (forward(one) + back(one)) / 2)),
    saidByTold - said,
  ];
}
