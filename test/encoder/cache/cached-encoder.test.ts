import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CachedEncoder } from '../../../src/encoder/cache/cached-encoder.ts';
import { VectorCache } from '../../../src/encoder/cache/vector-cache.ts';
import { EndpointEncoder } from '../../../src/encoder/endpoint-encoder.ts';
import { type LoopbackEndpoint, startLoopbackEndpoint } from '../loopback-endpoint.ts';

let directory: string;
let endpoint: LoopbackEndpoint;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'rolecall-vectors-'));
  endpoint = await startLoopbackEndpoint();
});
afterEach(async () => {
  await endpoint.close();
  await rm(directory, { recursive: true });
});

/** An encoder as after a start of the program. */
async function start(): Promise<CachedEncoder> {
  const encoder = new EndpointEncoder({ url: endpoint.url, model: 'letters', apiKey: null, retryAfterMs: 1 });
  return new CachedEncoder(encoder, new VectorCache(directory, encoder.name), (fault) => {
    throw fault;
  });
}

const asked = () => endpoint.requests.flatMap(({ input }) => input);

describe('the cache in front of an encoder', () => {
  it('encodes each text once, and after a restart nothing', async () => {
    const first = await (await start()).encode(['one', 'two', 'one', '']);
    expect(asked()).toEqual(['one', 'two']);
    const second = await (await start()).encode(['', 'two', 'one']);
    expect(asked()).toEqual(['one', 'two']);
    expect(second).toEqual([first[3], first[1], first[0]]);
    expect(first[2]).toEqual(first[0]);
  });

  it('encodes only what is new', async () => {
    const encoder = await start();
    await encoder.encode(['one']);
    await encoder.encode(['one', 'three']);
    expect(asked()).toEqual(['one', 'three']);
  });

  it('keeps questions in memory, never in the file', async () => {
    const encoder = await start();
    await encoder.encode(['what is it?'], { priority: 'question' });
    await encoder.encode(['what is it?'], { priority: 'question' });
    expect(asked()).toEqual(['what is it?']);
    await encoder.encode(['one']);
    await encoder.encode(['and why?'], { priority: 'question' });
    const kept = new VectorCache(directory, encoder.name).find(['what is it?', 'one', 'and why?']);
    expect([...kept.keys()]).toEqual(['one']);
  });

  it('keeps nothing of a batch that failed, but what was encoded before', async () => {
    const encoder = await start();
    const texts = Array.from({ length: 200 }, (_, place) => `text ${place}`);
    endpoint.answers.push((response) => response.writeHead(400).end());
    await expect(encoder.encode(texts)).rejects.toThrow('answered 400');
    const again = await start();
    await again.encode(texts);
    expect(asked().filter((text) => text === 'text 199')).toHaveLength(1);
  });

  it('goes on where the disk refuses, says so, and gives the same numbers as it would from the file', async () => {
    const [kept] = await (await start()).encode(['one']);
    const faults: unknown[] = [];
    const encoder = new EndpointEncoder({ url: endpoint.url, model: 'letters', apiKey: null });
    await writeFile(join(directory, 'file'), '');
    const cache = new VectorCache(join(directory, 'file', 'state'), encoder.name);
    const [unkept] = await new CachedEncoder(encoder, cache, (fault) => faults.push(fault)).encode(['one']);
    expect(unkept).toEqual(kept);
    expect(faults).toHaveLength(1);
  });

  it('says once that the disk refuses, however much is encoded meanwhile, and again after it took something', async () => {
    const state = join(directory, 'state');
    await writeFile(state, 'a file in its place');
    const faults: string[] = [];
    const encoder = new EndpointEncoder({ url: endpoint.url, model: 'letters', apiKey: null });
    const cache = new VectorCache(state, encoder.name);
    const cached = new CachedEncoder(encoder, cache, (fault) => faults.push(String(fault)));
    await cached.encode(Array.from({ length: 100 }, (_, place) => `text ${place}`));
    await cached.encode(['what is it?'], { priority: 'question' });
    expect(faults).toEqual([expect.stringMatching(/state.vectors-\w+\.db cannot be used, so that what it lacks is/)]);
    await rm(state);
    await cached.encode(['one']);
    cache.close();
    await rm(state, { recursive: true });
    await writeFile(state, 'a file in its place');
    await cached.encode(['two']);
    expect(faults).toHaveLength(2);
  });
});
