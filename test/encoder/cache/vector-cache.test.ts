import { appendFile, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { VectorCache } from '../../../src/encoder/cache/vector-cache.ts';
import { normalised } from '../../../src/encoder/vectors.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'rolecall-vectors-'));
});
afterEach(() => rm(directory, { recursive: true }));

const DIMENSIONS = 16;

/** A vector of its own for each text. */
function vectorFor(text: string): Float32Array {
  return normalised(
    Array.from({ length: DIMENSIONS }, (_, place) => Math.sin((place + 1) * (text.length + text.charCodeAt(0)))),
  );
}

async function keep(cache: VectorCache, texts: readonly string[]): Promise<void> {
  await cache.put(texts, texts.map(vectorFor));
}

const open = (name = 'letters', most?: number) => VectorCache.open(join(directory, 'state'), name, most);

async function fileOf(): Promise<string> {
  const [name] = await readdir(join(directory, 'state'));
  return join(directory, 'state', name ?? '');
}

function expectNear(vector: Float32Array | null, text: string): void {
  const wanted = vectorFor(text);
  expect(vector).toHaveLength(DIMENSIONS);
  for (const [place, value] of wanted.entries()) expect(vector?.[place]).toBeCloseTo(value, 2);
}

describe('the vector cache', () => {
  it('gives back after a restart what was kept, and the very same numbers', async () => {
    const cache = await open();
    expect(cache.get('one')).toBeNull();
    await keep(cache, ['one', 'two']);
    await keep(cache, ['three']);
    const again = await open();
    expect(again.size).toBe(3);
    for (const text of ['one', 'two', 'three']) {
      expectNear(again.get(text), text);
      expect(again.get(text)).toEqual(cache.get(text));
    }
  });

  it('keeps the vectors of two encoders apart', async () => {
    await keep(await open('letters'), ['one']);
    expect((await open('numbers')).get('one')).toBeNull();
  });

  it('keeps zeros as zeros', async () => {
    const cache = await open();
    await cache.put([''], [new Float32Array(DIMENSIONS)]);
    expect((await open()).get('')).toEqual(new Float32Array(DIMENSIONS));
  });

  it.each([1, 7, 39])('loses only the last vector where a crash cut off %i bytes', async (bytes) => {
    await keep(await open(), ['one', 'two', 'three']);
    const file = await fileOf();
    await truncate(file, (await readFile(file)).length - bytes);
    const cache = await open();
    expect(cache.size).toBe(2);
    await keep(cache, ['four']);
    const again = await open();
    expect(again.size).toBe(3);
    expectNear(again.get('two'), 'two');
    expectNear(again.get('four'), 'four');
  });

  it('loses only the vector that was damaged', async () => {
    await keep(await open(), ['one', 'two', 'three']);
    const file = await fileOf();
    const bytes = await readFile(file);
    bytes[60] = (bytes[60] ?? 0) ^ 0xff;
    await writeFile(file, bytes);
    const cache = await open();
    expect(['one', 'two', 'three'].map((text) => cache.get(text) !== null)).toEqual([true, false, true]);
  });

  it.each(['', 'RCV', 'something else altogether'])('starts anew over a file that begins with %j', async (content) => {
    await keep(await open(), ['one']);
    await writeFile(await fileOf(), content);
    const cache = await open();
    expect(cache.size).toBe(0);
    await keep(cache, ['two']);
    expectNear((await open()).get('two'), 'two');
  });

  it('lets two processes append to one file', async () => {
    const [one, other] = [await open(), await open()];
    await keep(one, ['one']);
    const third = await open();
    await Promise.all([keep(one, ['two']), keep(third, ['three'])]);
    const again = await open();
    expect(['one', 'two', 'three'].map((text) => again.get(text) !== null)).toEqual([true, true, true]);
    expect(other.get('one')).toBeNull();
  });

  it('is bounded: what nothing asked for goes first', async () => {
    const first = await open('letters', 10);
    await keep(
      first,
      Array.from({ length: 10 }, (_, place) => `old ${place}`),
    );
    const cache = await open('letters', 10);
    expect(cache.get('old 0')).not.toBeNull();
    await keep(cache, ['new']);
    const again = await open('letters', 10);
    expect(again.size).toBe(8);
    expect(again.get('old 0')).not.toBeNull();
    expect(again.get('new')).not.toBeNull();
    expect(again.get('old 1')).toBeNull();
  });

  it('forgets the vectors of another length under the same name', async () => {
    await keep(await open(), ['one']);
    const cache = await open();
    await cache.put(['two'], [new Float32Array(4).fill(0.5)]);
    const again = await open();
    expect(again.get('one')).toBeNull();
    expect(again.get('two')).toHaveLength(4);
  });

  it('refuses vectors of different lengths', async () => {
    const cache = await open();
    await expect(cache.put(['one', 'two'], [new Float32Array(4), new Float32Array(5)])).rejects.toThrow(
      '5 numbers among vectors of 4',
    );
  });

  it('says where the disk refuses, and still gives the vector', async () => {
    const cache = await open();
    await rm(join(directory, 'state'), { recursive: true });
    await appendFile(join(directory, 'state'), 'a file in its place');
    await expect(keep(cache, ['one'])).rejects.toThrow();
    expectNear(cache.get('one'), 'one');
  });
});
