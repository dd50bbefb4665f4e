// Reads a text as words. Pure.
import { toStem } from './stem.ts';

/** One word of a text. */
export interface Word {
  /** As it stands in the text. */
  readonly typed: string;
  /** Lower case, without accents and apostrophes. */
  readonly plain: string;
  readonly stem: string;
}

const maxWords = 600;
const maxLetters = 40;

/** "Don’t" and "don't" become "dont", "Zürich" becomes "zurich". */
export function toPlain(typed: string): string {
  return typed
    .normalize('NFKD')
    .replace(/[\p{M}'’‘`]/gu, '')
    .toLowerCase();
}

function toWord(typed: string): Word {
  const plain = toPlain(typed).slice(0, maxLetters);
  return { typed, plain, stem: toStem(plain) };
}

/**
 * The words of a text in order: letters and digits, apostrophes within. Addresses and what Slack writes in angle brackets
 * are left out. Only the first 600 words are read, and of a word the first 40 letters: nobody asks more in one question.
 * `known`: words by how they are typed, for reading many texts: each word is taken apart once.
 */
export function toWords(text: string, known: Map<string, Word> = new Map()): readonly Word[] {
  const words: Word[] = [];
  const readable = text
    .slice(0, 12_000)
    .replace(/<[@#!][^>]*>|https?:\/\/\S+/g, ' ')
    .replace(/(\p{L})['’](?:s|re|ve|ll|d|m)\b/giu, '$1');
  for (const [typed] of readable.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’][\p{L}\p{N}\p{M}]+)*/gu)) {
    const word = known.get(typed) ?? toWord(typed);
    known.set(typed, word);
    if (word.plain !== '') words.push(word);
    if (words.length === maxWords) break;
  }
  return words;
}
