// The index in its thread, which is killed here in earnest.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parseConfig } from '../../src/app/config.ts';
import { startThread } from '../../src/app/start-index.ts';
import { IndexClient } from '../../src/index/index-client.ts';
import { GARDEN, plantGarden, replant } from './garden.ts';

const DOGS = 'Are dogs allowed between the beds?';

/** The index of the garden's notes, its threads in the order in which they were started, and whether it was ready. */
async function open(restartAfterMs = 1) {
  const folder = await plantGarden();
  const directory = await mkdtemp(join(tmpdir(), 'rolecall-state-'));
  const config = parseConfig({ KNOWLEDGE_DIR: folder, STATE_DIR: directory, ENCODER: 'off' });
  const threads: Worker[] = [];
  const heard = { swaps: [] as string[], faults: [] as string[], ready: [] as boolean[] };
  const refusals: Promise<unknown>[] = [];
  const startWorker = (): Worker => {
    const thread = startThread(config, null);
    threads.push(thread);
    return thread;
  };
  const index = new IndexClient({ startWorker, restartAfterMs });
  index.listen({
    onProgress: () => {},
    onSwap: (reading, entries) => heard.swaps.push(`${entries} by ${reading}`),
    onFault: (error) => heard.faults.push(String(error)),
    onReady: (isReady) => {
      heard.ready.push(isReady);
      if (!isReady) refusals.push(index.match(['are dogs allowed?']).catch(String));
    },
  });
  onTestFinished(async () => {
    await index.close();
    await rm(directory, { recursive: true });
  });
  const read = () => index.read({ wordings: [] }, Date.now());
  const kill = async () => await threads.at(-1)?.terminate();
  return { index, folder, threads, heard, refusals, read, kill };
}

async function bestOf(index: IndexClient, text: string): Promise<string | undefined> {
  const { results } = await index.match([text]);
  return results[0]?.matches[0]?.entry.question;
}

describe('an index in its thread', () => {
  it('answers as one in this thread does', async () => {
    const { index, heard, read } = await open();
    const early = bestOf(index, 'are dogs allowed?');
    expect(await read()).toMatchObject({ posts: 1, entries: 4, faults: [], settled: [] });
    expect(await early).toBe(DOGS);
    expect(heard).toEqual({ swaps: ['4 by words'], faults: [], ready: [true] });
    expect(await index.whenMeaningful()).toBe('words');
    const list = await index.list();
    expect(list.map(({ question }) => question)).toEqual(Object.keys(GARDEN));
    const dogs = list.at(-1);
    expect(await index.find(dogs?.key ?? '')).toMatchObject({ question: DOGS, answer: GARDEN[DOGS] });
    expect(await index.find('nobody')).toBeNull();
    expect([...(await index.findAll([dogs?.key ?? '', 'nobody'])).keys()]).toEqual([dogs?.key]);
    expect(await index.findLinked(dogs?.url ?? '')).toMatchObject({ kind: 'entry' });
    expect(await index.summarise()).toMatchObject({ entries: 4 });
    expect((await index.complete('whic', 3))[0]?.question).toBe('Which tools may I borrow?');
  });

  it('tells that the notes changed on disk', async () => {
    const { index, folder, read } = await open();
    await read();
    const changed = new Promise<void>((resolve) => {
      onTestFinished(index.watch(resolve));
    });
    await replant(folder, { 'Where is the compost heap?': 'Behind the shed.' });
    await changed;
    expect(await read()).toMatchObject({ entries: 1 });
  });

  it('says why it cannot read', async () => {
    const { index, folder, heard, read } = await open();
    await read();
    await rm(folder, { recursive: true });
    await expect(read()).rejects.toThrow('ENOENT');
    expect(await bestOf(index, 'are dogs allowed?')).toBe(DOGS);
    expect(heard.ready).toEqual([true]);
  });

  it('rejects what waits when it is closed, and all that comes after', async () => {
    const { index } = await open();
    const waiting = expect(index.match(['anything'])).rejects.toThrow('closed');
    const meaning = index.whenMeaningful();
    await index.close();
    await waiting;
    // Nobody waits for that but to go on afterwards: what ends with the program is no fault.
    expect(await meaning).toBeNull();
    await expect(index.match(['anything'])).rejects.toThrow('closed');
  });
});

describe('a thread that dies', { timeout: 120_000 }, () => {
  it('is not ready, rejects what waits, and answers again once its notes are read anew', async () => {
    const { index, heard, threads, read, kill } = await open();
    await read();
    const again = new Promise<void>((resolve) => {
      index.watch(() => void read().then(() => resolve()));
    });
    const waiting = expect(index.match(['are dogs allowed?'])).rejects.toThrow('ended with code 1');
    await Promise.all([waiting, kill()]);
    expect(heard.ready).toEqual([true, false]);
    await again;
    expect(heard.ready).toEqual([true, false, true]);
    expect(await bestOf(index, 'are dogs allowed?')).toBe(DOGS);
    expect(threads).toHaveLength(2);
  });

  it('is started again however often it dies, and refuses questions in between', async () => {
    const { index, heard, threads, refusals, read, kill } = await open();
    await read();
    let onRead = (): void => {};
    index.watch(
      () =>
        void read().then(
          () => onRead(),
          () => {},
        ),
    );
    for (let death = 1; death <= 5; death += 1) {
      const again = new Promise<void>((resolve) => {
        onRead = resolve;
      });
      await kill();
      await again;
      expect(await bestOf(index, 'are dogs allowed?')).toBe(DOGS);
    }
    expect(threads).toHaveLength(6);
    expect(heard.ready.filter((isReady) => !isReady)).toHaveLength(5);
    const refused = 'Error: The search has failed and is being started again.';
    expect(await Promise.all(refusals)).toEqual(Array.from({ length: 5 }, () => refused));
  });

  it('fails the first reading where it cannot begin', async () => {
    const config = parseConfig({ KNOWLEDGE_DIR: '/nowhere/at/all' });
    const index = new IndexClient({ startWorker: () => startThread(config, null), restartAfterMs: 60_000 });
    onTestFinished(() => index.close());
    await expect(index.read({ wordings: [] }, Date.now())).rejects.toThrow('KNOWLEDGE_DIR');
  });
});
