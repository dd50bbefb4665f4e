import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseConfig } from '../../../src/app/config.ts';
import { createEncoder } from '../../../src/app/create-encoder.ts';
import { CachedEncoder } from '../../../src/encoder/cache/cached-encoder.ts';
import { ShippedVectors, shippedFile, toShippedFile } from '../../../src/encoder/cache/shipped-vectors.ts';
import { VectorCache } from '../../../src/encoder/cache/vector-cache.ts';
import { openEncoder } from '../../../src/encoder/encoder-host.ts';
import { EndpointEncoder } from '../../../src/encoder/endpoint-encoder.ts';
import { normalised } from '../../../src/encoder/vectors.ts';
import { readKnowledge } from '../../../src/files/knowledge-folder.ts';
import { readSources, textsOfTokens, textsToEncode } from '../../../src/search/build-index.ts';
import chatter from '../../../src/search/chatter.json' with { type: 'json' };
import { packTokens } from '../../../src/search/scoring/token-states.ts';
import { type LoopbackEndpoint, startLoopbackEndpoint } from '../loopback-endpoint.ts';

function similarity(one: ArrayLike<number> | null | undefined, other: ArrayLike<number> | null | undefined): number {
  return Array.from(one ?? []).reduce((sum, value, place) => sum + value * (other?.[place] ?? 0), 0);
}

describe('vectors shipped beside the cache', () => {
  let directory: string;
  let endpoint: LoopbackEndpoint;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'rolecall-shipped-'));
    endpoint = await startLoopbackEndpoint();
  });
  afterEach(async () => {
    await endpoint.close();
    await rm(directory, { recursive: true });
  });

  const DIMENSIONS = 26;
  const shippedTexts = ['one', 'two', 'three'];
  const asked = () => endpoint.requests.flatMap(({ input }) => input);
  const path = () => join(directory, 'shipped.bin');
  const state = () => join(directory, 'state');
  const toEncoder = () => new EndpointEncoder({ url: endpoint.url, model: 'letters', apiKey: null, retryAfterMs: 1 });

  /** Not what the endpoint gives: one can see where a vector comes from. */
  const shippedVector = normalised(Float32Array.from({ length: DIMENSIONS }, (_, place) => place - 7));

  const tokens = packTokens(
    Uint16Array.of(3, 4),
    Float32Array.from({ length: 2 * DIMENSIONS }, (_, at) => at / 7 - 2),
  );

  async function ship(encoderName = toEncoder().name): Promise<void> {
    const encoded = shippedTexts.map((text) => ({ vector: shippedVector, tokens: text === 'two' ? tokens : null }));
    await writeFile(path(), toShippedFile(encoderName, shippedTexts, encoded));
  }

  async function start(): Promise<CachedEncoder> {
    const encoder = toEncoder();
    const cache = new VectorCache(state(), encoder.name);
    const fail = (fault: unknown) => {
      throw fault;
    };
    return new CachedEncoder(encoder, cache, fail, new ShippedVectors(path(), encoder.name));
  }

  it.each(['batch', 'question'] as const)('are found for a %s without encoding', async (priority) => {
    await ship();
    const vectors = await (await start()).encode(['two', 'one'], { priority });
    expect(asked()).toEqual([]);
    for (const vector of vectors) expect(similarity(vector, shippedVector)).toBeGreaterThan(0.999);
  });

  it('come with the states of tokens, where these are shipped', async () => {
    await ship();
    const shipped = new ShippedVectors(path(), toEncoder().name);
    expect(shippedTexts.map((text) => shipped.getTokens(text))).toEqual([null, tokens, null]);
  });

  it('are not written to the state directory', async () => {
    await ship();
    const encoder = await start();
    await encoder.encode(shippedTexts);
    expect(existsSync(state())).toBe(false);
    await encoder.encode([...shippedTexts, 'mine']);
    expect(asked()).toEqual(['mine']);
    const kept = new VectorCache(state(), encoder.name).find([...shippedTexts, 'mine']);
    expect([...kept.keys()]).toEqual(['mine']);
  });

  it("give way to the cache's own", async () => {
    const [own] = await (await start()).encode(['one']);
    await ship();
    const [again, shipped] = await (await start()).encode(['one', 'two']);
    expect(again).toEqual(own);
    expect(similarity(again, shippedVector)).toBeLessThan(0.9);
    expect(similarity(shipped, shippedVector)).toBeGreaterThan(0.999);
  });

  it('of another encoder do not count', async () => {
    await ship('numbers');
    await (await start()).encode(['one']);
    expect(asked()).toEqual(['one']);
  });

  it('may be missing', async () => {
    await (await start()).encode(shippedTexts);
    expect(asked()).toEqual(shippedTexts);
  });

  it.each(['', 'RCV', 'something else altogether', '\u0000'.repeat(2_000)])(
    'are passed over where the file holds %j',
    async (content) => {
      await writeFile(path(), content);
      await (await start()).encode(shippedTexts);
      expect(asked()).toEqual(shippedTexts);
    },
  );

  it('are encoded where a record is damaged, and the file stays as it is', async () => {
    await ship();
    const bytes = await readFile(path());
    bytes[20] = (bytes[20] ?? 0) ^ 0xff;
    await writeFile(path(), bytes);
    await (await start()).encode(shippedTexts);
    expect(asked()).toEqual(['one']);
    expect(await readFile(path())).toEqual(bytes);
  });

  it('are encoded where the file is cut off', async () => {
    await ship();
    await truncate(path(), (await readFile(path())).length - 5);
    await (await start()).encode(shippedTexts);
    expect(asked()).toEqual(['three']);
  });
});

describe('the shipped file', () => {
  async function readShipped() {
    const folder = fileURLToPath(new URL('../../../knowledge', import.meta.url));
    const { entries, notCovered } = await readKnowledge({ folder, now: () => 0 });
    return readSources({ entries, notCovered, chatter, vectorOf: null });
  }
  const listTexts = async () => textsToEncode(await readShipped());

  it('has a vector for every text of the shipped notes and the chatter', async () => {
    const encoder = openEncoder();
    const shipped = new ShippedVectors(shippedFile, encoder.name);
    const texts = await listTexts();
    expect(texts.length).toBeGreaterThan(1_000);
    const missing = texts.filter((text) => shipped.get(text) === null);
    expect(missing, 'the notes or the chatter changed: run `npm run vectors`').toEqual([]);
    const withTokens = textsOfTokens(await readShipped());
    expect(withTokens.filter((text) => shipped.getTokens(text) === null)).toEqual([]);
  });

  it('spares a first start all encoding', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'rolecall-shipped-'));
    const encoder = await createEncoder(parseConfig({ STATE_DIR: directory }), { onFault: () => {} });
    const heard: number[] = [];
    const vectors = await encoder?.encode(await listTexts(), { onProgress: (done) => heard.push(done) });
    await encoder?.close();
    expect(new Set(vectors?.map(({ length }) => length))).toEqual(new Set([384]));
    expect(heard).toEqual([]);
    expect(await readdir(directory)).toEqual([]);
    await rm(directory, { recursive: true });
  });

  it('has the vectors that the bundled encoder gives', async () => {
    const encoder = openEncoder();
    const shipped = new ShippedVectors(shippedFile, encoder.name);
    const texts = await listTexts();
    const some = [0, Math.floor(texts.length / 2), texts.length - 1].map((place) => texts[place] ?? '');
    const vectors = await encoder.encode(some);
    await encoder.close();
    for (const [place, text] of some.entries()) {
      const cosine = similarity(shipped.get(text), vectors[place]);
      expect(cosine, `${text}: run \`npm run vectors\``).toBeGreaterThan(0.999);
    }
  });
});
