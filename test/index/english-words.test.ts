import { expect, it } from 'vitest';
import { readEnglishWords } from '../../src/index/english-words.ts';

it('knows everyday words of three letters and more, and no misspelt ones', async () => {
  const words = await readEnglishWords();
  expect(words.size).toBeGreaterThan(15_000);
  for (const word of ['salary', 'beer', 'remote', 'how', 'deadline']) expect(words.has(word), word).toBe(true);
  for (const word of ['tiem', 'waht', 'sallary', 'is', '##ing']) expect(words.has(word), word).toBe(false);
});
