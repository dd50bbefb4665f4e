// What every encoder promises, kept by the bundled model on each of its engines and by an endpoint over real HTTP, plain and behind the cache.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BundledEncoder } from '../../src/encoder/bundled-encoder.ts';
import { CachedEncoder } from '../../src/encoder/cache/cached-encoder.ts';
import { VectorCache } from '../../src/encoder/cache/vector-cache.ts';
import { type EncoderHost, startEncoder } from '../../src/encoder/encoder-host.ts';
import { EndpointEncoder } from '../../src/encoder/endpoint-encoder.ts';
import { normalised } from '../../src/encoder/vectors.ts';
import type { Encoder } from '../../src/use-cases/interfaces/encoder.ts';
import { unpackTokens } from '../unpack-tokens.ts';
import { startLoopbackEndpoint } from './loopback-endpoint.ts';

interface Opened {
  readonly encoder: Encoder;
  close(): Promise<void>;
}

// Native code is loaded once in a process: all that use it share the host.
const native = startEncoder({ engines: ['onnx'] });
const portable = startEncoder({ engines: ['candle'] });
afterAll(() => Promise.all([native.close(), portable.close()]));

function bundledOn(host: EncoderHost): () => Promise<Opened> {
  return async () => {
    const encoder = new BundledEncoder(host.connect());
    return { encoder, close: () => encoder.close() };
  };
}

async function openEndpoint(): Promise<Opened> {
  const endpoint = await startLoopbackEndpoint();
  const encoder = new EndpointEncoder({ url: endpoint.url, model: 'letters', apiKey: null, batchSize: 3 });
  return {
    encoder,
    close: async () => {
      await encoder.close();
      await endpoint.close();
    },
  };
}

function cached(open: () => Promise<Opened>): () => Promise<Opened> {
  return async () => {
    const inner = await open();
    const directory = await mkdtemp(join(tmpdir(), 'rolecall-vectors-'));
    const encoder = new CachedEncoder(inner.encoder, new VectorCache(directory, inner.encoder.name), (fault) => {
      throw fault;
    });
    return {
      encoder,
      close: async () => {
        await inner.close();
        await rm(directory, { recursive: true });
      },
    };
  };
}

function similarity(one: Float32Array | undefined, other: Float32Array | undefined): number {
  return (one ?? new Float32Array()).reduce((sum, value, place) => sum + value * (other?.[place] ?? 0), 0);
}

describe.each([
  ['the bundled model on onnxruntime', bundledOn(native)],
  ['the bundled model on candle', bundledOn(portable)],
  ['an endpoint', openEndpoint],
  ['the bundled model behind the cache', cached(bundledOn(native))],
  ['an endpoint behind the cache', cached(openEndpoint)],
])('%s', (_, open) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  const texts = [
    'How long is the contract?',
    'Who reviews proposals?',
    'What does a mentor do?',
    'Can I work from abroad?',
    'Is it paid?',
  ];

  it('has a name', () => {
    expect(opened.encoder.name).toMatch(/\S/);
  });

  it.each(['batch', 'question'] as const)(
    'gives one unit-length vector for each text of a %s, in order',
    async (priority) => {
      const together = await opened.encoder.encode(texts, { priority });
      expect(together).toHaveLength(texts.length);
      for (const vector of together) expect(similarity(vector, vector)).toBeCloseTo(1, 4);
      for (const [place, text] of texts.entries()) {
        const [alone] = await opened.encoder.encode([text], { priority });
        expect(similarity(alone, together[place])).toBeGreaterThan(0.999);
      }
    },
  );

  it('gives zeros of the same length for a text without words', async () => {
    const vectors = await opened.encoder.encode(['', texts[0] ?? '', ' \n', '🎉', '\ud800']);
    expect(new Set(vectors.map(({ length }) => length)).size).toBe(1);
    for (const place of [0, 2, 3, 4]) expect(vectors[place]?.every((value) => value === 0)).toBe(true);
    expect(similarity(vectors[1], vectors[1])).toBeCloseTo(1, 4);
  });

  it('encodes nothing for no texts', async () => {
    expect(await opened.encoder.encode([])).toEqual([]);
    expect(await opened.encoder.encode([], { priority: 'question' })).toEqual([]);
  });

  it('takes a text of 40,000 characters', async () => {
    const [vector] = await opened.encoder.encode(['a long story '.repeat(3_077)]);
    expect(similarity(vector, vector)).toBeCloseTo(1, 4);
  });

  it('tells how far a batch is', async () => {
    const heard: [number, number][] = [];
    const many = Array.from(
      { length: 40 },
      (__, place) => `Text about mentors, number ${ALPHABET[place % 26]}${place}`,
    );
    await opened.encoder.encode(many, { priority: 'batch', onProgress: (done, total) => heard.push([done, total]) });
    expect(heard.length).toBeGreaterThan(1);
    expect(heard.at(-1)).toEqual([40, 40]);
    expect(heard.map(([done]) => done)).toEqual(heard.map(([done]) => done).toSorted((a, b) => a - b));
  });

  it('answers a question before a long batch that was asked earlier', async () => {
    const order: string[] = [];
    const many = Array.from({ length: 24 }, (__, place) => `Another text on grants ${ALPHABET[place]}`);
    const batch = opened.encoder.encode(many, { priority: 'batch' }).then(() => order.push('batch'));
    const question = opened.encoder
      .encode(['How are grants decided?'], { priority: 'question' })
      .then(() => order.push('question'));
    await Promise.all([batch, question]);
    expect(order).toEqual(['question', 'batch']);
  });
});

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';

describe('the bundled model', () => {
  const onnx = new BundledEncoder(native.connect());
  const candle = new BundledEncoder(portable.connect());
  afterAll(() => Promise.all([onnx.close(), candle.close()]));

  it('puts texts of like meaning nearer than others', async () => {
    const [asked, like, unlike] = await onnx.encode([
      'Is the job paid well?',
      'What is the salary?',
      'Where can I park my bike?',
    ]);
    expect(similarity(asked, like)).toBeGreaterThan(similarity(asked, unlike) + 0.1);
  });

  it('gives the same vectors on every engine', async () => {
    const texts = [
      'Who reviews proposals?',
      '🎉 party 🎉',
      '你好,世界 how are you',
      'half \ud800 a surrogate \udc00',
      'Ünïcödé, naïve e\u0301, ﬁ ½ İstanbul ẞ',
      '[CLS] ##ing [MASK] <@U123>',
      'zero\u200bwidth\u00ad\u0000\tnull',
      `${'y'.repeat(999)}🎉`,
      'word '.repeat(600),
    ];
    const [some, others] = await Promise.all([onnx.encode(texts), candle.encode(texts)]);
    for (const [place, text] of texts.entries())
      expect(similarity(some[place], others[place]), text).toBeGreaterThan(0.999_99);
  });

  it('gives the states of tokens, whose mean is near the vector', async () => {
    const [encoded, long, empty] = await onnx.encodeTokens(['Who mentors?', 'and so on '.repeat(90), ' ']);
    const tokens = encoded?.tokens ?? null;
    if (tokens === null) throw new Error('There are no tokens.');
    // who, mentor, ##s and ?
    expect([...tokens.pieces]).toEqual([2040, 10779, 2015, 1029]);
    expect(tokens.states).toHaveLength((4 * 384) / 2);
    const rows = unpackTokens(tokens);
    const mean = Float32Array.from({ length: 384 }, (_, column) =>
      rows.reduce((sum, row) => sum + (row[column] ?? 0), 0),
    );
    expect(similarity(normalised(mean), encoded?.vector)).toBeGreaterThan(0.95);
    expect(long?.tokens?.pieces).toHaveLength(254);
    expect(empty?.tokens?.pieces).toHaveLength(0);
    const [portably] = await candle.encodeTokens(['Who mentors?']);
    expect(portably?.tokens).toBeNull();
    expect(similarity(portably?.vector, encoded?.vector)).toBeCloseTo(1, 5);
  });
});
