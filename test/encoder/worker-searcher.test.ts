import { mkdtemp, rm } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CachedEncoder } from '../../src/encoder/cache/cached-encoder.ts';
import { VectorCache } from '../../src/encoder/cache/vector-cache.ts';
import { openEncoder } from '../../src/encoder/encoder-host.ts';
import { EndpointEncoder } from '../../src/encoder/endpoint-encoder.ts';
import { WorkerSearcher, type WorkerSearcherOptions } from '../../src/encoder/worker-searcher.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import type { Encoder } from '../../src/use-cases/interfaces/encoder.ts';
import { type LoopbackEndpoint, startLoopbackEndpoint } from './loopback-endpoint.ts';

const POST = {
  note: 'garden.md',
  title: 'Working in the garden',
  date: null,
  authors: [],
  url: null,
  closed: false,
  deadline: null,
};

const QUESTIONS: Readonly<Record<string, string>> = {
  'When does the garden open?': 'The gate is open from eight to six, in summer until eight.',
  'Which tools may I borrow?': 'Spades, rakes and both wheelbarrows are in the shed.',
  'Who waters the greenhouse at weekends?': 'A rota hangs at the door; everybody takes two weekends a year.',
  'Are dogs allowed between the beds?': 'On a lead they are, but not near the bees.',
};

function knowledgeOf(questions: Readonly<Record<string, string>>): Knowledge {
  const entries = Object.entries(questions).map(([question, answer], place) => ({
    key: `key-${question.length}-${place}`,
    note: POST.note,
    id: `entry-${place}`,
    question,
    anchor: null,
    url: null,
    answer,
    phrasings: [],
    post: POST,
  }));
  return { entries, posts: [POST], notCovered: ['How much is the membership fee?'], faults: [] };
}

function open(encoder: Encoder | null, options: Partial<WorkerSearcherOptions> = {}): WorkerSearcher {
  const searcher = new WorkerSearcher({ encoder, maxFalseReplies: 0.05, ...options });
  onTestFinished(async () => {
    await searcher.close();
    await encoder?.close();
  });
  return searcher;
}

async function openEndpoint(): Promise<LoopbackEndpoint> {
  const endpoint = await startLoopbackEndpoint();
  onTestFinished(() => endpoint.close());
  return endpoint;
}

function encoderAt({ url }: LoopbackEndpoint): EndpointEncoder {
  return new EndpointEncoder({ url, model: 'letters', apiKey: null, retryAfterMs: 1 });
}

async function bestOf(searcher: WorkerSearcher, text: string): Promise<string | undefined> {
  const { results } = await searcher.match([text]);
  return results[0]?.matches[0]?.entry.question;
}

describe('by words alone', () => {
  it('answers once it has notes, and a question asked before waits for them', async () => {
    const searcher = open(null);
    const early = searcher.match(['are dogs allowed?', 'borrow a spade']);
    await searcher.update(knowledgeOf(QUESTIONS));
    const { results, reading, thresholds } = await early;
    expect(reading).toBe('words');
    expect(results.map(({ text }) => text)).toEqual(['are dogs allowed?', 'borrow a spade']);
    expect(results.map(({ matches }) => matches[0]?.entry.question)).toEqual([
      'Are dogs allowed between the beds?',
      'Which tools may I borrow?',
    ]);
    expect(results.map(({ vector }) => vector)).toEqual([null, null]);
    expect(thresholds.answerInChannel).toBeGreaterThan(0);
    expect(await searcher.whenMeaningful()).toBe('words');
  });

  it('gives the very entries it was given', async () => {
    const searcher = open(null);
    const knowledge = knowledgeOf(QUESTIONS);
    await searcher.update(knowledge);
    const { results } = await searcher.match(['when does the garden open?']);
    expect(results[0]?.matches[0]?.entry).toBe(knowledge.entries[0]);
    expect(results[0]?.matches.length).toBeGreaterThanOrEqual(3);
  });

  it('completes what is typed', async () => {
    const searcher = open(null);
    await searcher.update(knowledgeOf(QUESTIONS));
    expect((await searcher.complete('whic', 3))[0]?.question).toBe('Which tools may I borrow?');
  });

  it('matches nothing where there are no notes', async () => {
    const searcher = open(null);
    await searcher.update(knowledgeOf({}));
    expect((await searcher.match(['when does the garden open?'])).results[0]?.matches).toEqual([]);
    expect(await searcher.complete('gar', 3)).toEqual([]);
    expect((await searcher.match([])).results).toEqual([]);
  });
});

describe('an update', () => {
  it('replaces the notes while the old index answers', async () => {
    const searcher = open(null);
    await searcher.update(knowledgeOf(QUESTIONS));
    const update = searcher.update(knowledgeOf({ 'Where is the compost heap?': 'Behind the shed.', ...QUESTIONS }));
    expect(await bestOf(searcher, 'the compost heap, where is it?')).toBeDefined();
    await update;
    expect(await bestOf(searcher, 'the compost heap, where is it?')).toBe('Where is the compost heap?');
  });

  it('that is overtaken is dropped, and the last one stands', async () => {
    const swaps: number[] = [];
    const searcher = open(null, { onSwap: (_, entries) => swaps.push(entries) });
    const [one, two] = Object.entries(QUESTIONS);
    const updates = [
      searcher.update(knowledgeOf(Object.fromEntries([one ?? ['', '']]))),
      searcher.update(knowledgeOf(Object.fromEntries([one ?? ['', ''], two ?? ['', '']]))),
      searcher.update(knowledgeOf(QUESTIONS)),
    ];
    await Promise.all(updates);
    await searcher.whenMeaningful();
    expect(swaps).toEqual([4]);
    expect(await bestOf(searcher, 'are dogs allowed?')).toBe('Are dogs allowed between the beds?');
  });

  it('answers everything that was asked while indexes are swapped', async () => {
    const searcher = open(null);
    await searcher.update(knowledgeOf(QUESTIONS));
    const asked = [];
    for (let round = 0; round < 3; round += 1) {
      asked.push(...Array.from({ length: 5 }, () => bestOf(searcher, 'are dogs allowed?')));
      await searcher.update(knowledgeOf(QUESTIONS));
    }
    expect(new Set(await Promise.all(asked))).toEqual(new Set(['Are dogs allowed between the beds?']));
  });

  it('is refused once the search is closed', async () => {
    const searcher = open(null);
    await searcher.close();
    await expect(searcher.match(['anything'])).rejects.toThrow('closed');
  });
});

describe('by words and meaning', { timeout: 90_000 }, () => {
  it('answers by words first, by meaning later, and tells how far it is', async () => {
    const swaps: string[] = [];
    const progress: [number, number][] = [];
    const searcher = open(openEncoder(), {
      onSwap: (reading) => swaps.push(reading),
      onProgress: (done, total) => progress.push([done, total]),
    });
    await searcher.update(knowledgeOf(QUESTIONS));
    expect((await searcher.match(['are dogs allowed?'])).reading).toBe('words');
    expect(await searcher.whenMeaningful()).toBe('words-and-meaning');
    const { reading, results } = await searcher.match(['may my puppy come along?']);
    expect(reading).toBe('words-and-meaning');
    expect(results[0]?.matches[0]?.entry.question).toBe('Are dogs allowed between the beds?');
    expect(results[0]?.vector).toMatchObject({ encoder: 'minilm-l6-v2' });
    expect(results[0]?.vector?.numbers).toHaveLength(384);
    expect(swaps).toEqual(['words', 'words-and-meaning']);
    expect(progress.at(-1)?.[0]).toBe(progress.at(-1)?.[1]);
  });

  it('encodes nothing at the second start', async () => {
    const endpoint = await openEndpoint();
    const directory = await mkdtemp(join(tmpdir(), 'rolecall-vectors-'));
    onTestFinished(() => rm(directory, { recursive: true }));
    const start = async (): Promise<string> => {
      const inner = encoderAt(endpoint);
      const searcher = open(new CachedEncoder(inner, await VectorCache.open(directory, inner.name), () => {}));
      await searcher.update(knowledgeOf(QUESTIONS));
      return await searcher.whenMeaningful();
    };
    expect(await start()).toBe('words-and-meaning');
    const first = endpoint.requests.flatMap(({ input }) => input);
    expect(first).toContain('Which tools may I borrow?');
    expect(await start()).toBe('words-and-meaning');
    const second = endpoint.requests.flatMap(({ input }) => input).slice(first.length);
    expect(second.filter((text) => first.slice(0, -1).includes(text) && text in QUESTIONS)).toEqual([]);
    expect(second.length).toBeLessThanOrEqual(1);
  });

  it('gives way to newer notes while its own are being encoded', async () => {
    const endpoint = await openEndpoint();
    const faults: unknown[] = [];
    const searcher = open(encoderAt(endpoint), { onFault: (error) => faults.push(error) });
    await searcher.update(knowledgeOf(QUESTIONS));
    await expect.poll(() => endpoint.requests.length, { timeout: 30_000 }).toBeGreaterThan(2);
    await searcher.update(knowledgeOf({ ...QUESTIONS, 'Where is the compost heap?': 'Behind the shed.' }));
    expect(await searcher.whenMeaningful()).toBe('words-and-meaning');
    expect(await bestOf(searcher, 'Where is the compost heap?')).toBe('Where is the compost heap?');
    expect(faults).toEqual([]);
  });

  it('finds a new entry by its words at once, what is unchanged still by meaning, and later everything by meaning', async () => {
    const searcher = open(openEncoder(), { keepsSpare: true });
    await searcher.update(knowledgeOf(QUESTIONS));
    await searcher.whenMeaningful();
    await searcher.update(knowledgeOf({ ...QUESTIONS, 'Where is the compost heap?': 'Behind the shed.' }));
    const [compost, puppy] = (await searcher.match(['where is the compost heap', 'may my puppy come along?'])).results;
    expect(compost?.matches[0]?.entry.question).toBe('Where is the compost heap?');
    expect(puppy?.matches[0]?.entry.question).toBe('Are dogs allowed between the beds?');
    expect(await searcher.whenMeaningful()).toBe('words-and-meaning');
    expect(await bestOf(searcher, 'which place do kitchen scraps go to?')).toBe('Where is the compost heap?');
  });

  it('finds a changed entry once, as it is now', async () => {
    const searcher = open(openEncoder());
    await searcher.update(knowledgeOf(QUESTIONS));
    await searcher.whenMeaningful();
    const corrected = knowledgeOf({
      ...QUESTIONS,
      'Which tools may I borrow?': 'None at present: the shed burnt down.',
    });
    await searcher.update(corrected);
    const { results } = await searcher.match(['which tools may I borrow?']);
    const found = results[0]?.matches.filter(({ entry }) => entry.question === 'Which tools may I borrow?');
    expect(found?.map(({ entry }) => entry)).toEqual([corrected.entries[1]]);
  });
});

describe('an encoder that fails', () => {
  it('leaves the search by words, says so, and is tried again', async () => {
    const endpoint = await openEndpoint();
    endpoint.answers.push(
      ...Array.from({ length: 2 }, () => (response: ServerResponse) => {
        response.writeHead(401).end('no key');
      }),
    );
    const faults: string[] = [];
    let deepen: () => void = () => {};
    const deepened = new Promise<void>((resolve) => {
      deepen = resolve;
    });
    const searcher = open(encoderAt(endpoint), {
      retryAfterMs: 1,
      onFault: (error) => faults.push(String(error)),
      onSwap: (reading) => {
        if (reading === 'words-and-meaning') deepen();
      },
    });
    await searcher.update(knowledgeOf(QUESTIONS));
    expect(await bestOf(searcher, 'are dogs allowed?')).toBe('Are dogs allowed between the beds?');
    expect(await searcher.whenMeaningful()).toBe('words');
    expect(faults[0]).toContain('answered 401: no key');
    await deepened;
    expect((await searcher.match(['are dogs allowed?'])).reading).toBe('words-and-meaning');
  });

  it('is not waited for: words answer a question whose vector does not come', async () => {
    const endpoint = await openEndpoint();
    const searcher = open(encoderAt(endpoint), { patienceMs: 1 });
    await searcher.update(knowledgeOf(QUESTIONS));
    await searcher.whenMeaningful();
    endpoint.answers.push(() => {});
    const { reading, results } = await searcher.match(['are dogs allowed?']);
    expect(reading).toBe('words');
    expect(results[0]?.matches[0]?.entry.question).toBe('Are dogs allowed between the beds?');
    expect(results[0]?.vector).toBeNull();
  });
});
