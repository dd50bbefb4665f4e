import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EndpointEncoder, type EndpointSettings } from '../../src/encoder/endpoint-encoder.ts';
import { type LoopbackEndpoint, startLoopbackEndpoint } from './loopback-endpoint.ts';

const KEY = 'sk-secret-key';
let endpoint: LoopbackEndpoint;

beforeEach(async () => {
  endpoint = await startLoopbackEndpoint();
});
afterEach(() => endpoint.close());

function encoderFor(settings: Partial<EndpointSettings> = {}): EndpointEncoder {
  return new EndpointEncoder({ url: endpoint.url, model: 'letters', apiKey: KEY, retryAfterMs: 1, ...settings });
}

const refuse =
  (status: number, body = '', headers: Record<string, string> = {}) =>
  (response: ServerResponse): void => {
    response.writeHead(status, headers).end(body);
  };

const vectors =
  (...embeddings: readonly (readonly number[])[]) =>
  (response: ServerResponse): void => {
    response.end(JSON.stringify({ data: embeddings.map((embedding, index) => ({ index, embedding })) }));
  };

describe('what is sent', () => {
  it('asks below the base address, with model and key, in batches', async () => {
    await encoderFor({ batchSize: 2 }).encode(['one', 'two', 'three']);
    expect(endpoint.requests).toEqual([
      { path: '/v1/embeddings', authorization: `Bearer ${KEY}`, model: 'letters', input: ['one', 'two'] },
      { path: '/v1/embeddings', authorization: `Bearer ${KEY}`, model: 'letters', input: ['three'] },
    ]);
  });

  it('takes the full address too, keeps its query, and sends no key where there is none', async () => {
    await encoderFor({ url: `${endpoint.url}/embeddings?version=2`, apiKey: null }).encode(['one']);
    expect(endpoint.requests[0]).toMatchObject({ path: '/v1/embeddings?version=2', authorization: undefined });
  });

  it('sends a name and password of the address as such, and shows them nowhere', async () => {
    const encoder = encoderFor({ url: endpoint.url.replace('127', 'anna:pass%20word@127'), apiKey: null });
    await encoder.encode(['one']);
    expect(endpoint.requests[0]?.authorization).toBe(`Basic ${Buffer.from('anna:pass word').toString('base64')}`);
    expect(encoder.name).not.toMatch(/anna|pass/);
  });

  it('names itself by model and address, so that vectors of two models never mix', () => {
    expect(encoderFor().name).not.toBe(encoderFor({ model: 'other' }).name);
    expect(encoderFor().name).not.toContain(KEY);
  });
});

describe('an endpoint that fails', () => {
  it('is asked again where that may help', async () => {
    endpoint.answers.push(refuse(503), refuse(429, '', { 'retry-after': '0' }), (response) => response.destroy());
    const [vector] = await encoderFor().encode(['aab']);
    expect(vector?.[0]).toBeCloseTo(2 / Math.sqrt(5), 5);
    expect(endpoint.requests).toHaveLength(4);
  });

  it('is given up after four attempts, and after two for a question', async () => {
    endpoint.answers.push(...Array.from({ length: 6 }, () => refuse(500, 'out of memory')));
    await expect(encoderFor().encode(['one'])).rejects.toThrow('answered 500: out of memory');
    expect(endpoint.requests).toHaveLength(4);
    await expect(encoderFor().encode(['one'], { priority: 'question' })).rejects.toThrow('answered 500');
    expect(endpoint.requests).toHaveLength(6);
  });

  it('is not asked again where it refuses, and the key is not shown', async () => {
    endpoint.answers.push(refuse(401, `Incorrect API key provided: ${KEY}`));
    const error: unknown = await encoderFor()
      .encode(['one'])
      .catch((reason: unknown) => reason);
    expect(String(error)).toContain('answered 401: Incorrect API key provided: ***');
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain(KEY);
    expect(endpoint.requests).toHaveLength(1);
  });

  it('is given up where it does not answer in time', async () => {
    endpoint.answers.push(
      () => {},
      () => {},
    );
    await expect(encoderFor({ timeoutMs: 250 }).encode(['one'], { priority: 'question' })).rejects.toThrow(
      'could not be reached',
    );
  });

  it('is named where nobody listens', async () => {
    const { url } = endpoint;
    await endpoint.close();
    await expect(encoderFor({ url }).encode(['one'])).rejects.toThrow(/embeddings endpoint .*ECONNREFUSED/);
    endpoint = await startLoopbackEndpoint();
  });

  it.each([
    ['no JSON', (response: ServerResponse) => response.end('<html>'), 'something else than a list of embeddings'],
    ['no vectors', (response: ServerResponse) => response.end('{"data":[]}'), 'gave 0 vectors for 1 texts'],
    ['too many vectors', vectors([1], [1]), 'gave 2 vectors for 1 texts'],
    [
      'words for numbers',
      (response: ServerResponse) => response.end('{"data":[{"embedding":["x"]}]}'),
      'something else',
    ],
  ])('is not believed where it sends %s', async (_, answer, problem) => {
    endpoint.answers.push(answer);
    await expect(encoderFor().encode(['one'])).rejects.toThrow(problem);
  });

  it('is not believed where the length of its vectors changes', async () => {
    const encoder = encoderFor();
    await encoder.encode(['one']);
    endpoint.answers.push(vectors([1, 2, 3]));
    await expect(encoder.encode(['two'])).rejects.toThrow('a vector of 3 numbers where others had 26');
  });

  it('is left alone once the encoder is closed', async () => {
    endpoint.answers.push(() => {});
    const encoder = encoderFor();
    const waiting = expect(encoder.encode(['one'])).rejects.toThrow();
    await encoder.close();
    await waiting;
  });
});
