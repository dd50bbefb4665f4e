// The words that the notes use, and which of them a misspelt one was meant to be. Pure.
import type { TextTable } from '../text-table.ts';
import { isEnglish, isSlip, oneSlipAway } from './slips.ts';

/** The words that the notes use, ready for finding misspelt ones. */
export interface Vocabulary {
  /** Whether the notes use the word, rightly spelt. */
  has(plain: string): boolean;
  /** Whether the notes misspell a word this way themselves. */
  isMisspelt(plain: string): boolean;
  /** Whether the notes use a word with this stem. */
  hasStem(stem: string): boolean;
  /** In how many texts the word stands; 0 where it does not, or is itself misspelt. */
  count(plain: string): number;
  /** Words of so many letters. */
  ofLength(length: number): readonly string[];
}

const shortestMeant = 3;
/** A word that occurs so many times less than its likely correction was misspelt in the notes too. */
const slipRatio = 4;
const shortestSlip = 4;
/** Up to so many letters any change of a letter is too easily another word; in longer ones an unlikely change is still a misspelling. */
const longestStrict = 6;
/** Words of three letters may lack one, and no more: what else they could be meant for is too much. */
const shortestChanged = 4;

/**
 * The vocabulary of a table's texts. `english`: words by rank; where there are none, all words of the notes are taken for right.
 * Words that the notes misspell, as authors of phrasings do on purpose, are left out: no English, and one slip away from a word that
 * is far commoner. Each is looked at when it is first asked for.
 */
export function toVocabulary(table: TextTable, english: ReadonlyMap<string, number>): Vocabulary {
  const { lexicon, textsOfWord } = table;
  const misspelt = new Map<string, boolean>();
  let byLength: Map<number, string[]> | null = null;
  const raw = (plain: string): number => textsOfWord[lexicon.find(plain)] ?? 0;
  const isMisspelt = (plain: string): boolean => {
    if (english.size === 0 || plain.length < shortestSlip || raw(plain) === 0 || isEnglish(english, plain))
      return false;
    const known = misspelt.get(plain);
    if (known !== undefined) return known;
    const least = slipRatio * raw(plain);
    let found = false;
    for (const meant of oneSlipAway(plain)) {
      if (raw(meant) < least || !english.has(meant)) continue;
      found = true;
      break;
    }
    misspelt.set(plain, found);
    return found;
  };
  const count = (plain: string): number => (raw(plain) === 0 || isMisspelt(plain) ? 0 : raw(plain));
  return {
    has: (plain) => count(plain) > 0,
    isMisspelt,
    hasStem: (stem) => (table.textsOfStem[lexicon.findStem(stem)] ?? 0) > 0,
    count,
    ofLength: (length) => {
      byLength ??= groupByLength(table);
      return byLength.get(length) ?? [];
    },
  };
}

function groupByLength({ lexicon, textsOfWord }: TextTable): Map<number, string[]> {
  const groups = new Map<number, string[]>();
  textsOfWord.forEach((count, number) => {
    const word = lexicon.words[number] ?? '';
    if (count === 0 || word.length < shortestMeant || /\d/.test(word)) return;
    const group = groups.get(word.length);
    if (group) group.push(word);
    else groups.set(word.length, [word]);
  });
  return groups;
}

/** A vocabulary with some everyday words beside its own. */
export function withWords(vocabulary: Vocabulary, everyday: ReadonlySet<string>): Vocabulary {
  const groups = new Map<number, string[]>();
  for (const word of everyday) {
    if (word.length < shortestMeant) continue;
    const group = groups.get(word.length);
    if (group) group.push(word);
    else groups.set(word.length, [word]);
  }
  return {
    has: (plain) => everyday.has(plain) || vocabulary.has(plain),
    isMisspelt: (plain) => vocabulary.isMisspelt(plain),
    hasStem: (stem) => vocabulary.hasStem(stem),
    count: (plain) => vocabulary.count(plain) + (everyday.has(plain) ? 1 : 0),
    ofLength: (length) => [...vocabulary.ofLength(length), ...(groups.get(length) ?? [])],
  };
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

/** One bit for each letter that a word has: two words with `most` edits between them differ in at most twice as many. */
function toLetters(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function countBits(number: number): number {
  let count = 0;
  for (let left = number; left !== 0; left &= left - 1) count += 1;
  return count;
}

/** How far a word is from the one it may stand for: 0.5 for a slip, else the edits between them; null where it is too far. */
function toDistance(typed: string, word: string, most: number): number | null {
  const edits = countEdits(typed, word, most);
  if (edits > most || (typed.length < shortestChanged && word.length === typed.length)) return null;
  if (edits === 1 && isSlip(typed, word)) return 0.5;
  return typed.length <= longestStrict ? null : edits;
}

/** The vocabulary word that was meant, or null: one slip up to six letters, one edit for seven, two from eight on; of equally near ones the commonest. */
export function findMeant(vocabulary: Vocabulary, typed: string): string | null {
  const most = typed.length >= 8 ? 2 : 1;
  const letters = toLetters(typed);
  let best: { readonly word: string; readonly distance: number; readonly count: number } | null = null;
  for (let length = typed.length - most; length <= typed.length + most; length += 1) {
    for (const word of vocabulary.ofLength(length)) {
      if (countBits(letters ^ toLetters(word)) > 2 * most) continue;
      const distance = toDistance(typed, word, most);
      if (distance === null || (best !== null && distance > best.distance)) continue;
      const count = vocabulary.count(word);
      if (count === 0 || (best !== null && distance === best.distance && count <= best.count)) continue;
      best = { word, distance, count };
    }
  }
  return best?.word ?? null;
}
