// The words that the notes use, and which of them a misspelt one was meant to be, by Fuse.js. Pure.
import Fuse from 'fuse.js';
import { isEnglish, isSlip, oneSlipAway } from './slips.ts';
import type { Word } from './words.ts';

/** The words that the notes use, ready for finding misspelt ones. */
export interface Vocabulary {
  readonly known: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
  /** One searcher for each length of word, so that a question asks a few hundred words, not all. */
  readonly byLength: ReadonlyMap<number, Fuse<string>>;
  /** How often each word occurs: of two equally near words the commoner is meant. */
  readonly counts: ReadonlyMap<string, number>;
}

const shortestMeant = 3;
/** A word that occurs so many times less than its likely correction was misspelt in the notes too. */
const slipRatio = 4;
const shortestSlip = 4;
/** Up to so many letters any change of a letter is too easily another word; in longer ones an unlikely change is still a misspelling. */
const longestStrict = 6;
/** Words of three letters may lack one, and no more: what else they could be meant for is too much. */
const shortestChanged = 4;

/** Words that the notes misspell, as authors of phrasings do on purpose: no English, and one slip away from a word that is far commoner. */
function findSlips(counts: ReadonlyMap<string, number>, english: ReadonlyMap<string, number>): readonly string[] {
  if (english.size === 0) return [];
  const isMisspelt = (word: string, count: number): boolean => {
    if (word.length < shortestSlip || isEnglish(english, word)) return false;
    for (const meant of oneSlipAway(word)) {
      if ((counts.get(meant) ?? 0) >= slipRatio * count && english.has(meant)) return true;
    }
    return false;
  };
  return [...counts].flatMap(([word, count]) => (isMisspelt(word, count) ? [word] : []));
}

/** `english`: words by rank; where there are none, all words of the notes are taken for right. */
export function toVocabulary(texts: Iterable<readonly Word[]>, english: ReadonlyMap<string, number>): Vocabulary {
  const counts = new Map<string, number>();
  const stemOf = new Map<string, string>();
  for (const words of texts) {
    for (const { plain, stem } of words) {
      counts.set(plain, (counts.get(plain) ?? 0) + 1);
      stemOf.set(plain, stem);
    }
  }
  for (const slip of findSlips(counts, english)) {
    counts.delete(slip);
    stemOf.delete(slip);
  }
  const groups = new Map<number, string[]>();
  for (const word of counts.keys()) {
    if (word.length < shortestMeant || /\d/.test(word)) continue;
    const group = groups.get(word.length);
    if (group) group.push(word);
    else groups.set(word.length, [word]);
  }
  const byLength = new Map([...groups].map(([length, words]) => [length, toSearcher(words)] as const));
  return { known: new Set(counts.keys()), stems: new Set(stemOf.values()), byLength, counts };
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

/** How far a word is from the one it may stand for: 0.5 for a slip, else the edits between them; null where it is too far. */
function toDistance(typed: string, word: string, most: number): number | null {
  const edits = countEdits(typed, word, most);
  if (edits > most || (typed.length < shortestChanged && word.length === typed.length)) return null;
  if (edits === 1 && isSlip(typed, word)) return 0.5;
  return typed.length <= longestStrict ? null : edits;
}

/** The vocabulary word that was meant, or null: one slip up to six letters, one edit for seven, two from eight on; of equally near ones the commonest. */
export function findMeant({ byLength, counts }: Vocabulary, typed: string): string | null {
  const most = typed.length >= 8 ? 2 : 1;
  let best: { readonly word: string; readonly distance: number; readonly count: number } | null = null;
  for (let length = typed.length - most; length <= typed.length + most; length += 1) {
    for (const { item: word } of byLength.get(length)?.search(typed) ?? []) {
      const distance = toDistance(typed, word, most);
      if (distance === null) continue;
      const count = counts.get(word) ?? 0;
      if (best === null || distance < best.distance || (distance === best.distance && count > best.count)) {
        best = { word, distance, count };
      }
    }
  }
  return best?.word ?? null;
}
