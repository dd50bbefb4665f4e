// Reads a misspelt word as the vocabulary word it was meant to be, by Fuse.js. Pure.
import Fuse from 'fuse.js';
import { findEnglish } from './slips.ts';
import { toWords, type Word } from './words.ts';

/** The words that the notes use, ready for finding misspelt ones. */
export interface Vocabulary {
  readonly known: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
  /** One searcher for each length of word, so that a question asks a few hundred words, not all. */
  readonly byLength: ReadonlyMap<number, Fuse<string>>;
  /** How often each word occurs: of two equally near words the commoner is meant. */
  readonly counts: ReadonlyMap<string, number>;
}

export interface Correction {
  readonly typed: string;
  readonly readAs: string;
}

/**
 * Shorter words are too easily another word: "beer" is not "been". Where English words are known, four letters are safe; without them the
 * ranking of clean questions lost a point by it.
 */
const minLength = { withEnglish: 4, without: 5 } as const;
const shortestMeant = 3;

export function toVocabulary(texts: Iterable<readonly Word[]>): Vocabulary {
  const counts = new Map<string, number>();
  const stems = new Set<string>();
  for (const words of texts) {
    for (const { plain, stem } of words) {
      counts.set(plain, (counts.get(plain) ?? 0) + 1);
      stems.add(stem);
    }
  }
  const groups = new Map<number, string[]>();
  for (const word of counts.keys()) {
    if (word.length < shortestMeant || /\d/.test(word)) continue;
    const group = groups.get(word.length);
    if (group) group.push(word);
    else groups.set(word.length, [word]);
  }
  const byLength = new Map([...groups].map(([length, words]) => [length, toSearcher(words)] as const));
  return { known: new Set(counts.keys()), stems, byLength, counts };
}

function toSearcher(words: readonly string[]): Fuse<string> {
  return new Fuse(words, {
    includeScore: true,
    threshold: 0.55,
    distance: 20,
    minMatchCharLength: 2,
    shouldSort: false,
  });
}

/** Edits (letter put in, left out, changed, two swapped) between two words, or more than `most` as soon as that is certain. */
export function countEdits(a: string, b: string, most: number): number {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let row = 1; row <= a.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const changed = (last[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      let least = Math.min((last[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, changed);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        least = Math.min(least, (before[column - 2] ?? 0) + 1);
      }
      next.push(least);
    }
    if (Math.min(...next) > most) return most + 1;
    [before, last] = [last, next];
  }
  return last[b.length] ?? most + 1;
}

/** The vocabulary word that was meant, or null: one edit up to seven letters, two from eight on. */
function findMeant(vocabulary: Vocabulary, typed: string): string | null {
  const most = typed.length >= 8 ? 2 : 1;
  let best: { readonly word: string; readonly edits: number; readonly count: number } | null = null;
  for (let length = typed.length - most; length <= typed.length + most; length += 1) {
    for (const { item: word } of vocabulary.byLength.get(length)?.search(typed) ?? []) {
      const edits = countEdits(typed, word, most);
      const count = vocabulary.counts.get(word) ?? 0;
      if (edits > most) continue;
      if (best === null || edits < best.edits || (edits === best.edits && count > best.count)) {
        best = { word, edits, count };
      }
    }
  }
  return best?.word ?? null;
}

/** Words that are no misspelling, whether or not the notes have them. */
export interface Ordinary {
  /** Those that people often ask with. */
  readonly everyday: ReadonlySet<string>;
  /** Those of English by their rank, the commonest first; none where they are not at hand. */
  readonly english: ReadonlyMap<string, number>;
}

function isKnown(vocabulary: Vocabulary, { plain, stem }: Word, { everyday, english }: Ordinary): boolean {
  return vocabulary.known.has(plain) || vocabulary.stems.has(stem) || everyday.has(plain) || english.has(plain);
}

/**
 * The words as they were meant, and which were taken for misspelt. Only words are looked up that neither the notes nor
 * `ordinary` know: "salary" is a question that the notes may not cover, not a misspelt "summary".
 */
export function correctWords(
  vocabulary: Vocabulary,
  words: readonly Word[],
  ordinary: Ordinary,
): { readonly words: readonly Word[]; readonly corrections: readonly Correction[] } {
  const corrections: Correction[] = [];
  const shortest = ordinary.english.size > 0 ? minLength.withEnglish : minLength.without;
  const read = words.map((word) => {
    const { plain, typed } = word;
    if (plain.length < shortest || plain.length > 24 || /\d/.test(plain) || corrections.length >= 8) return word;
    if (isKnown(vocabulary, word, ordinary)) return word;
    const meant = findMeant(vocabulary, plain);
    if (meant === null) return word;
    corrections.push({ typed, readAs: meant });
    return { ...(toWords(meant)[0] ?? word), typed };
  });
  return { words: read, corrections };
}

/** Words that neither the notes nor English know, as English: they tell the notes nothing, but lead an encoder astray. Names and shouted ones stay. */
function correctByEnglish(vocabulary: Vocabulary, words: readonly Word[], ordinary: Ordinary): readonly Correction[] {
  return words.flatMap((word) => {
    const { typed } = word;
    if (!/^[a-z]{3,20}$/.test(typed) || isKnown(vocabulary, word, ordinary)) return [];
    const readAs = findEnglish(ordinary.english, typed);
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
