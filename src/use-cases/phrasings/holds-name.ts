// Whether a wording names a person: what points to somebody is not searched. Pure.
import { isFunctionWord } from '../../answer/reading/function-words.ts';
import { recognizeLanguage } from '../../search/reading/languages.ts';

/** Behind these people put a name: "hi Priya", "thanks, Tom", "my name is Ana". */
const cue =
  /(?<![\p{L}\p{N}])(?:my name is|my name's|i am called|i'm called|hi|hey|hello|dear|thanks|thank you|cheers|regards)[\s,]+(\p{Lu}\p{Ll}+)(?![\p{L}\p{N}'’])/giu;
/** "I'm Priya from Pune", "this is Tom here". */
const introduced = /\b(?:I['’]?m|I am|this is)\s+(\p{Lu}\p{Ll}+),?\s+(?:from|here|again|at|speaking)\b/gu;
/** "Ms Fernandez", "Prof. Lind", "Frau Wendt". */
const titled =
  /(?<![\p{L}\p{N}])(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Herr|Frau|Madame|Mme|Monsieur|Señora?|Sra?)\.?\s+(\p{Lu}[\p{L}'’-]+)/gu;
/** Two words with capitals between others without: "is Ingrid Holt the one who trains us?". */
const paired = /(?<![\p{L}\p{N}.'’-])(\p{Lu}\p{Ll}+) (\p{Lu}\p{Ll}+)(?![\p{L}\p{N}'’-]|\s\p{Lu})/gu;
/** Whom people greet without naming anybody. */
const everybody = new Set(
  'all there everyone everybody folks team guys friends world bot rolecall again sir madam hiring people community admin admins mods organizers organisers mentors'.split(
    ' ',
  ),
);

/** Names of people as a wording may hold them, in lower case: whole ones, and single words of at least three letters. */
export function toNames(people: readonly string[]): ReadonlySet<string> {
  const names = people.map((name) => name.toLowerCase().replace(/\s+/g, ' ').trim());
  const parts = names
    .flatMap((name) => name.split(/[\s._-]+/))
    .filter((part) => part.length >= 3 && !isFunctionWord(part));
  return new Set([...names.filter((name) => name.includes(' ')), ...parts]);
}

/**
 * The name that a wording holds, or null. `names`: people who are known, from `toNames`; one of them counts where it is written
 * with a capital. `own`: what the entry itself says: the names in it belong to the question. `published`: what the notes say, in
 * lower case, read where it is wanted; two words in a row that are new to it and have capitals for no other reason name somebody or some place.
 */
export function findName(
  wording: string,
  names: ReadonlySet<string>,
  own: string,
  published: () => string = () => own.toLowerCase(),
): string | null {
  const known = own.toLowerCase();
  const isNew = (name: string): boolean => !known.includes(name.toLowerCase());
  const greeted = [...wording.matchAll(cue), ...wording.matchAll(introduced)].flatMap(([, name = '']) => {
    const word = name.toLowerCase();
    return /^\p{Lu}\p{Ll}+$/u.test(name) && !everybody.has(word) && !isFunctionWord(word) ? [name] : [];
  });
  const capitals = [...wording.matchAll(/\p{Lu}[\p{L}'’-]{2,}/gu)];
  const written = capitals.filter(({ 0: word, index }) => {
    const isOpening = index === 0 || /[.?!]\s*$/.test(wording.slice(0, index));
    return names.has(word.toLowerCase()) && !isOpening;
  });
  const addressed = [...wording.matchAll(titled)].map(([, name = '']) => name);
  const pairs = [...wording.matchAll(/\p{L}+(?=\s+(\p{L}+))/gu)].map(({ 0: one, 1: other }) => `${one} ${other}`);
  const whole = pairs.filter((pair) => names.has(pair.toLowerCase()));
  return (
    [...greeted, ...addressed, ...written.map(([word]) => word), ...whole].find(isNew) ?? findPair(wording, published)
  );
}

/** In English only: in German whatever is a thing has a capital. */
function findPair(wording: string, published: () => string): string | null {
  for (const { 0: pair, 1: one = '', 2: other = '', index } of wording.matchAll(paired)) {
    const before = wording.slice(0, index).trimEnd();
    const isOpening = before === '' || /[.?!:]$/.test(before);
    const isTitle = /\s\p{Lu}\p{Ll}+$/u.test(before);
    const words = [one, other].map((word) => word.toLowerCase());
    const isKnown = words.some((word) => isFunctionWord(word) || published().includes(word));
    if (!isOpening && !isTitle && !isKnown) return recognizeLanguage(wording) === 'en' ? pair : null;
  }
  return null;
}
