// The texts that an index is made of, and which of them are encoded. Pure.
import type { Entry } from '../knowledge/entry.ts';
import { toPassages } from './reading/passages.ts';
import { toWords, type Word } from './reading/words.ts';

/** One text of the index. `entry`: its place among the entries, or -1 for counter-evidence. */
export interface IndexedText {
  readonly entry: number;
  readonly kind: 'question' | 'phrasing' | 'passage' | 'counter';
  readonly text: string;
  readonly words: readonly Word[];
  /** What the encoder sees: a passage stands below its heading, because alone it seldom says what it is about. */
  readonly encoded: string;
}

const longestAnswer = 600;

/** Heading and beginning of the answer in one text: what the entry is about as a whole. */
export function toSummary(entry: Entry): string {
  return `${entry.question} ${toPassages(entry.answer).join(' ').slice(0, longestAnswer)}`.trim();
}

/** The texts of all entries in order, question first, then phrasings, then passages; last the counter-evidence. */
export function toIndexedTexts(entries: readonly Entry[], counter: readonly string[]): readonly IndexedText[] {
  const known = new Map<string, Word>();
  const toText = (entry: number, kind: IndexedText['kind'], text: string, encoded = text): IndexedText => {
    return { entry, kind, text, words: toWords(text, known), encoded };
  };
  const own = entries.flatMap((entry, place) => [
    toText(place, 'question', entry.question),
    ...entry.phrasings.map((phrasing) => toText(place, 'phrasing', phrasing)),
    ...toPassages(entry.answer).map((passage) => toText(place, 'passage', passage, `${entry.question} ${passage}`)),
  ]);
  return [...own, ...[...new Set(counter)].map((text) => toText(-1, 'counter', text))];
}

/**
 * The texts whose vectors `buildIndex` wants, each once, in a fixed order; none is empty. The chatter, whose vectors ship with the
 * program, comes first: what takes long then comes at one pace, and it can be said how long it still takes.
 */
export function textsToEncode(
  entries: readonly Entry[],
  notCovered: readonly string[],
  chatter: readonly string[],
): readonly string[] {
  const texts = toIndexedTexts(entries, [...notCovered, ...chatter]).map(({ encoded }) => encoded);
  return [...new Set([...chatter, ...texts, ...entries.map(toSummary)])].filter((text) => text.trim() !== '');
}
