// Reads a text as words. Pure.
import { divide, type Language, toPlain, toStemIn } from './languages.ts';
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

function toWord(typed: string): Word {
  const plain = toPlain(typed).slice(0, maxLetters);
  return { typed, plain, stem: toStem(plain) };
}

/** The words that say something, stemmed by the rules of a language; all of them where none does. */
function readIn(language: Exclude<Language, 'en'>, words: readonly Word[]): readonly Word[] {
  const read = words.flatMap((word): readonly Word[] => {
    const stem = toStemIn(language, word.plain);
    return stem === null ? [] : [{ ...word, stem }];
  });
  return read.length === 0 ? words : read;
}

/**
 * The words of a text in order: letters and digits, apostrophes within. Addresses and what Slack writes in angle brackets
 * are left out. Only the first 600 words are read, and of a word the first 40 letters: nobody asks more in one question.
 * `language`: the rules by which words share a stem; beside English stop words are left out. `known`: words by how they are typed, for reading many texts: each word is taken apart once.
 */
export function toWords(
  text: string,
  known: Map<string, Word> = new Map(),
  language: Language = 'en',
): readonly Word[] {
  const words: Word[] = [];
  const readable = text
    .slice(0, 12_000)
    .replace(/<[@#!][^>]*>|https?:\/\/\S+/g, ' ')
    .replace(/(\p{L})['’](?:s|re|ve|ll|d|m)\b/giu, '$1');
  for (const [run] of readable.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’][\p{L}\p{N}\p{M}]+)*/gu)) {
    for (const typed of divide(run)) {
      let word = known.get(typed);
      if (word === undefined) {
        word = toWord(typed);
        known.set(typed, word);
      }
      if (word.plain !== '') words.push(word);
    }
    if (words.length >= maxWords) break;
  }
  return language === 'en' ? words : readIn(language, words);
}
