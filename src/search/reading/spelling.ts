// Reads misspelt words as those that were meant: words of the notes first, else common English. Pure.
import type { Language } from './languages.ts';
import { commonUpTo, findEnglish, isEnglish, isSlip, isSwapped } from './slips.ts';
import { findMeant, type Vocabulary } from './vocabulary.ts';
import { toWords, type Word } from './words.ts';

export interface Correction {
  readonly typed: string;
  readonly readAs: string;
}

/**
 * Shorter words are too easily another word: "beer" is not "been". Where English words are known, three letters are safe; without them the
 * ranking of clean questions lost a point by four.
 */
const shortest = { withEnglish: 3, without: 5 } as const;
const longest = 24;
const mostCorrections = 8;
/** English words of a rank beyond this are rarer than misspelt ones: "wat" is a temple, but in a question it is "what". */
const rareFrom = 20_000;

/** Words that are no misspelling, whether or not the notes have them. */
export interface Ordinary {
  /** Those that people often ask with. */
  readonly everyday: ReadonlySet<string>;
  /** Those of English by their rank, the commonest first; none where they are not at hand. */
  readonly english: ReadonlyMap<string, number>;
}

const contraction = /['’]|^(?:is|are|was|were|do|does|did|have|has|had|ca|wo|could|would|should|must|need|ai)nt$/;

/** Whether the notes, or everybody, know the word. "usde" is no form of "USD", though that is what the stemmer leaves of it. */
function isKnown(vocabulary: Vocabulary, { plain, stem, typed }: Word, { everyday }: Ordinary): boolean {
  if (vocabulary.has(plain) || everyday.has(plain) || contraction.test(typed)) return true;
  if (vocabulary.isMisspelt(plain)) return false;
  return vocabulary.hasStem(stem) && (plain.length > 4 || plain !== `${stem}e`);
}

/** The word of the notes that a word was meant to be, or null where it is right or nothing is near. */
function correct(vocabulary: Vocabulary, word: Word, ordinary: Ordinary): string | null {
  const { plain } = word;
  const { english } = ordinary;
  const fewest = english.size > 0 ? shortest.withEnglish : shortest.without;
  if (plain.length < fewest || plain.length > longest || /\d/.test(plain)) return null;
  if (isKnown(vocabulary, word, ordinary) || isSwapped(english, plain)) return null;
  const isRare = (english.get(plain) ?? 0) > rareFrom;
  if (!isRare && isEnglish(english, plain)) return null;
  const meant = findMeant(vocabulary, plain);
  if (meant === null || !isRare) return meant;
  const isCommon = (english.get(meant) ?? Number.POSITIVE_INFINITY) < commonUpTo;
  return isCommon && isSlip(plain, meant) ? meant : null;
}

/**
 * The words as they were meant, and which were taken for misspelt. Only words are looked up that neither the notes nor
 * `ordinary` know: "salary" is a question that the notes may not cover, not a misspelt "summary".
 */
export function correctWords(
  vocabulary: Vocabulary,
  words: readonly Word[],
  ordinary: Ordinary,
  language: Language = 'en',
): { readonly words: readonly Word[]; readonly corrections: readonly Correction[] } {
  const corrections: Correction[] = [];
  const read = words.map((word) => {
    const meant = corrections.length < mostCorrections ? correct(vocabulary, word, ordinary) : null;
    if (meant === null) return word;
    corrections.push({ typed: word.typed, readAs: meant });
    return { ...(toWords(meant, undefined, language)[0] ?? word), typed: word.typed };
  });
  return { words: read, corrections };
}

/** Words that neither the notes nor English know, as English: they tell the notes nothing, but lead an encoder astray. Names and shouted ones stay. */
function correctByEnglish(vocabulary: Vocabulary, words: readonly Word[], ordinary: Ordinary): readonly Correction[] {
  const { english } = ordinary;
  return words.flatMap((word) => {
    const { typed, plain } = word;
    if (!/^[a-z]{3,20}$/.test(typed) || isKnown(vocabulary, word, ordinary) || isEnglish(english, plain)) return [];
    const readAs = findEnglish(english, typed);
    return readAs === null ? [] : [{ typed, readAs }];
  });
}

/** The text with its misspelt words written as they were meant, all else as it stands: what the encoder is to see. */
export function correctText(vocabulary: Vocabulary, text: string, ordinary: Ordinary): string {
  const { words, corrections } = correctWords(vocabulary, toWords(text), ordinary);
  const all = [...corrections, ...correctByEnglish(vocabulary, words.slice(0, 60), ordinary)];
  return all.reduce((corrected, { typed, readAs }) => corrected.replace(wholeWord(typed), readAs), text);
}

function wholeWord(typed: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${typed}(?![\\p{L}\\p{N}])`, 'u');
}
