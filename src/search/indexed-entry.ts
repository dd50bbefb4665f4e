// An entry as the index reads it: its texts, and their words as numbers. Pure.
import type { Entry } from '../knowledge/entry.ts';
import type { Lexicon } from './lexicon.ts';
import type { Language } from './reading/languages.ts';
import { toPassages } from './reading/passages.ts';
import { toWords, type Word } from './reading/words.ts';

/** Texts stand in this order: the question, its phrasings, the passages of the answer. */
export interface IndexedEntry {
  readonly entry: Entry;
  readonly passages: readonly string[];
  readonly language: Language;
  /** Words of all texts, one behind another, by their numbers in the lexicon. */
  readonly words: Int32Array;
  /** Where each text ends in `words`. */
  readonly ends: Int32Array;
}

const longestSummary = 600;

/** `language`: that of its note. `known`: words that other texts have in common with these, by how they are typed. */
export function readEntry(
  entry: Entry,
  lexicon: Lexicon,
  language: Language,
  known: Map<string, Word> = new Map(),
): IndexedEntry {
  const passages = toPassages(entry.answer);
  const words: number[] = [];
  const texts = [entry.question, ...entry.phrasings, ...passages];
  const ends = Int32Array.from(texts, (text) => {
    for (const word of toWords(text, known, language)) words.push(lexicon.add(word));
    return words.length;
  });
  return { entry, passages, language, words: Int32Array.from(words), ends };
}

/** How many texts are wordings: the question and its phrasings. */
export function countWordings({ entry }: IndexedEntry): number {
  return 1 + entry.phrasings.length;
}

/** The text at a place among those of the entry. */
export function textAt({ entry, passages }: IndexedEntry, place: number): string {
  if (place === 0) return entry.question;
  return entry.phrasings[place - 1] ?? passages[place - 1 - entry.phrasings.length] ?? '';
}

/** Heading and beginning of the answer in one text: what the entry is about as a whole. */
export function toSummary({ entry, passages }: IndexedEntry): string {
  return `${entry.question} ${passages.join(' ').slice(0, longestSummary)}`.trim();
}

/** What an encoder sees of each text: a passage stands below its heading, because alone it seldom says what it is about. */
export function toEncoded({ entry, passages }: IndexedEntry): readonly string[] {
  return [entry.question, ...entry.phrasings, ...passages.map((passage) => `${entry.question} ${passage}`)];
}

/** Of so many phrasings of an entry the tokens are read: of hundreds one is always near. */
const mostTokenPhrasings = 24;

/** What an encoder is to give the tokens of: the question, each passage below it, and phrasings (of many some, evenly chosen) by their places among the texts. */
export function toTokenTexts(indexed: IndexedEntry): {
  readonly question: string;
  readonly passages: readonly string[];
  readonly phrasings: readonly { readonly place: number; readonly text: string }[];
} {
  const { question, phrasings } = indexed.entry;
  const count = Math.min(phrasings.length, mostTokenPhrasings);
  const chosen = Array.from({ length: count }, (_, at) => Math.floor((at * phrasings.length) / count));
  return {
    question,
    passages: toEncoded(indexed).slice(countWordings(indexed)),
    phrasings: chosen.map((at) => ({ place: 1 + at, text: phrasings[at] as string })),
  };
}

/** Whether an entry would be read as this one was. */
export function isReadAlike({ entry, language }: IndexedEntry, other: Entry, otherLanguage: Language): boolean {
  if (language !== otherLanguage) return false;
  return (
    entry === other ||
    (entry.question === other.question &&
      entry.answer === other.answer &&
      entry.phrasings.length === other.phrasings.length &&
      entry.phrasings.every((phrasing, at) => phrasing === other.phrasings[at]))
  );
}
