// In a file of its own: a process bears the fast engine, which alone gives the states of tokens, once.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'libsql';
import { expect, it, onTestFinished } from 'vitest';
import { parseConfig } from '../../src/app/config.ts';
import { createEncoder } from '../../src/app/create-encoder.ts';
import { KnowledgeFolder } from '../../src/files/knowledge-folder.ts';
import { NotesIndex } from '../../src/index/notes-index.ts';
import { plantGarden } from './garden.ts';

it('answers where somebody clears the state directory, and makes anew what was lost', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'rolecall-state-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  const encoder = await createEncoder(parseConfig({ STATE_DIR: directory }), {
    onFault: (error) => expect.fail(String(error)),
  });
  const faults: string[] = [];
  const index = new NotesIndex(
    {
      source: new KnowledgeFolder({ folder: await plantGarden() }),
      encoder,
      maxFalseReplies: 0.05,
      patienceMs: 60_000,
    },
    { onSwap: () => {}, onProgress: () => {}, onFault: (error) => faults.push(String(error)) },
  );
  onTestFinished(() => index.close());
  const ask = async () => (await index.match(['may my puppy come along?'])).results[0]?.matches[0];
  await index.read({ wordings: [] }, Date.now());
  await index.whenMeaningful();
  const before = await ask();
  const [file = ''] = (await readdir(directory)).filter((name) => /^vectors.*db$/.test(name));
  const other = new Sqlite(join(directory, file));
  onTestFinished(() => {
    other.close();
  });
  const count = () => other.prepare('SELECT count(*) AS count FROM token_states').get() as { readonly count: number };
  const kept = count().count;
  expect(kept).toBeGreaterThan(0);

  other.exec('DELETE FROM token_states');
  expect((await ask())?.entry.question).toBe('Are dogs allowed between the beds?');
  expect(faults.join()).toMatch(/vectors-\w+\.db no longer holds/);
  expect(await index.whenMeaningful()).toBe('words-and-meaning');
  expect(count().count).toBe(kept);
  expect((await ask())?.confidence).toBeCloseTo(before?.confidence ?? 0, 3);
  expect(faults).toHaveLength(1);
});
