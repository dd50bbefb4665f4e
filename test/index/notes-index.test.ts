import { mkdtemp, rm } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parseConfig } from '../../src/app/config.ts';
import { createEncoder } from '../../src/app/create-encoder.ts';
import { CachedEncoder } from '../../src/encoder/cache/cached-encoder.ts';
import { VectorCache } from '../../src/encoder/cache/vector-cache.ts';
import { EndpointEncoder } from '../../src/encoder/endpoint-encoder.ts';
import { KnowledgeFolder } from '../../src/files/knowledge-folder.ts';
import { type IndexListener, NotesIndex, type NotesIndexOptions } from '../../src/index/notes-index.ts';
import type { LearnedWording } from '../../src/knowledge/learned-wording.ts';
import type { Encoder } from '../../src/use-cases/interfaces/encoder.ts';
import type { Searcher } from '../../src/use-cases/interfaces/searcher.ts';
import { type LoopbackEndpoint, startLoopbackEndpoint } from '../encoder/loopback-endpoint.ts';
import { GARDEN, plantGarden, replant } from './garden.ts';

const COMPOST = { 'Where is the compost heap?': 'Behind the shed.' };

/** What an index told while nobody asked. */
interface Heard {
  readonly swaps: string[];
  readonly progress: (readonly [number, number])[];
  readonly faults: string[];
}

interface Opened {
  readonly index: NotesIndex;
  readonly heard: Heard;
  read(learned?: readonly LearnedWording[]): Promise<unknown>;
}

interface Settings extends Partial<Omit<NotesIndexOptions, 'source' | 'encoder'>> {
  readonly onSwap?: IndexListener['onSwap'];
}

function open(folder: string, encoder: Encoder | null = null, { onSwap, ...options }: Settings = {}): Opened {
  const heard: Heard = { swaps: [], progress: [], faults: [] };
  const source = new KnowledgeFolder({ folder });
  const index = new NotesIndex(
    { source, encoder, maxFalseReplies: 0.05, ...options },
    {
      onSwap: (reading, entries) => {
        heard.swaps.push(`${entries} by ${reading}`);
        onSwap?.(reading, entries);
      },
      onProgress: (done, total) => heard.progress.push([done, total]),
      onFault: (error) => heard.faults.push(String(error)),
    },
  );
  onTestFinished(() => index.close());
  return { index, heard, read: (learned = []) => index.read({ wordings: learned }, Date.now()) };
}

async function openEndpoint(): Promise<LoopbackEndpoint> {
  const endpoint = await startLoopbackEndpoint();
  onTestFinished(() => endpoint.close());
  return endpoint;
}

function encoderAt({ url }: LoopbackEndpoint): EndpointEncoder {
  return new EndpointEncoder({ url, model: 'letters', apiKey: null, retryAfterMs: 1 });
}

/** The bundled encoder, as the program has it: the chatter's vectors ship with it. */
async function bundledEncoder(): Promise<Encoder | null> {
  const STATE_DIR = await mkdtemp(join(tmpdir(), 'rolecall-state-'));
  onTestFinished(() => rm(STATE_DIR, { recursive: true }));
  return await createEncoder(parseConfig({ STATE_DIR }), { onFault: (error) => expect.fail(String(error)) });
}

async function bestOf(searcher: Searcher, text: string): Promise<string | undefined> {
  const { results } = await searcher.match([text]);
  return results[0]?.matches[0]?.entry.question;
}

describe('by words alone', () => {
  it('answers once it has read the notes, and a question asked before waits for them', async () => {
    const { index, read } = open(await plantGarden());
    const early = index.match(['are dogs allowed?', 'borrow a spade']);
    expect(await read()).toMatchObject({ posts: 1, entries: 4, phrasings: 0, unlinked: 0, settled: [] });
    const { results, reading, thresholds } = await early;
    expect(reading).toBe('words');
    expect(results.map(({ text }) => text)).toEqual(['are dogs allowed?', 'borrow a spade']);
    expect(results.map(({ matches }) => matches[0]?.entry.question)).toEqual([
      'Are dogs allowed between the beds?',
      'Which tools may I borrow?',
    ]);
    expect(results.map(({ vector }) => vector)).toEqual([null, null]);
    expect(thresholds.answerInChannel).toBeGreaterThan(0);
    expect(await index.whenMeaningful()).toBe('words');
  });

  it('completes what is typed', async () => {
    const { index, read } = open(await plantGarden());
    await read();
    expect((await index.complete('whic', 3))[0]?.question).toBe('Which tools may I borrow?');
  });

  it('finds entries by key and by address, lists and counts them', async () => {
    const { index, read } = open(await plantGarden());
    await read();
    const list = await index.list();
    expect(list.map(({ question }) => question)).toEqual(Object.keys(GARDEN));
    const [first, second] = list;
    const found = await index.findAll([second?.key ?? '', 'nobody', first?.key ?? '']);
    expect([...found.values()].map(({ answer }) => answer)).toEqual([
      GARDEN['Which tools may I borrow?'],
      GARDEN['When does the garden open?'],
    ]);
    expect(await index.findLinked(first?.url ?? '')).toMatchObject({ kind: 'entry', entry: { key: first?.key } });
    expect(await index.summarise()).toMatchObject({ posts: 1, entries: 4, faults: [] });
  });

  it('matches nothing where there are no notes', async () => {
    const { index, read } = open(await plantGarden({}));
    await read();
    expect((await index.match(['when does the garden open?'])).results[0]?.matches).toEqual([]);
    expect(await index.complete('gar', 3)).toEqual([]);
    expect((await index.match([])).results).toEqual([]);
  });

  it('finds an entry by what the team taught, and names what the files hold by now', async () => {
    const { index, read } = open(await plantGarden());
    await read();
    const dogs = (await index.list()).find(({ question }) => question.startsWith('Are dogs'));
    const wording = 'is my poodle welcome';
    const learned: LearnedWording = {
      id: 'L1',
      entryKey: dogs?.key ?? '',
      note: 'garden.md',
      entryId: 'dogs',
      wording,
      exportedAt: null,
    };
    expect(await read([learned])).toMatchObject({ phrasings: 1, settled: [] });
    expect(await bestOf(index, wording)).toBe('Are dogs allowed between the beds?');
  });

  it('takes a reading that was begun before', async () => {
    const folder = await plantGarden();
    const ahead = new KnowledgeFolder({ folder }).read(Date.now());
    await ahead;
    await replant(folder, COMPOST);
    const { index, read } = open(folder, null, { ahead });
    expect(await read()).toMatchObject({ entries: 4 });
    expect(await read()).toMatchObject({ entries: 1 });
    expect(await bestOf(index, 'compost')).toBe('Where is the compost heap?');
  });
});

describe('notes that change', () => {
  it('are answered from as they were until they are read', async () => {
    const folder = await plantGarden();
    const { index, heard, read } = open(folder);
    await read();
    await replant(folder, { ...GARDEN, ...COMPOST });
    const reading = read();
    expect(await bestOf(index, 'the compost heap, where is it?')).toBeDefined();
    await reading;
    expect(await bestOf(index, 'the compost heap, where is it?')).toBe('Where is the compost heap?');
    expect(heard.swaps).toEqual(['4 by words', '5 by words']);
  });

  it('are heard of by who watches', async () => {
    const folder = await plantGarden();
    const { index, read } = open(folder);
    await read();
    await new Promise<void>((resolve) => {
      onTestFinished(index.watch(resolve));
      void replant(folder, COMPOST);
    });
  });

  it('that cannot be read leave the last ones, and refuse who waits for the first', async () => {
    const folder = await plantGarden();
    const { index, read } = open(folder);
    await read();
    await rm(folder, { recursive: true });
    await expect(read()).rejects.toThrow();
    expect(await bestOf(index, 'are dogs allowed?')).toBe('Are dogs allowed between the beds?');
    const other = open(folder);
    const early = other.index.match(['are dogs allowed?']);
    await Promise.all([expect(other.read()).rejects.toThrow('ENOENT'), expect(early).rejects.toThrow('ENOENT')]);
  });

  it('are not read once the search is closed', async () => {
    const { index } = open(await plantGarden());
    const early = index.match(['anything']);
    const refused = expect(early).rejects.toThrow('closed');
    await index.close();
    await refused;
    await expect(index.match(['anything'])).rejects.toThrow('closed');
  });
});

describe('by words and meaning', { timeout: 90_000 }, () => {
  it('answers by words first, by meaning later, and tells how far it is', async () => {
    const { index, heard, read } = open(await plantGarden(), await bundledEncoder());
    await read();
    expect((await index.match(['are dogs allowed?'])).reading).toBe('words');
    expect(await index.whenMeaningful()).toBe('words-and-meaning');
    // App Home asks with no texts, to say how questions are read.
    expect((await index.match([])).reading).toBe('words-and-meaning');
    const { reading, results } = await index.match(['may my puppy come along?']);
    expect(reading).toBe('words-and-meaning');
    expect(results[0]?.matches[0]?.entry.question).toBe('Are dogs allowed between the beds?');
    expect(results[0]?.vector).toMatchObject({ encoder: expect.stringMatching(/^minilm-l6-v2-[0-9a-f]+$/) });
    expect(results[0]?.vector?.numbers).toHaveLength(384);
    expect(heard.swaps).toEqual(['4 by words', '4 by words-and-meaning']);
    expect(heard.progress.at(-1)?.[0]).toBe(heard.progress.at(-1)?.[1]);
  });

  it('encodes nothing at the second start', async () => {
    const endpoint = await openEndpoint();
    const directory = await mkdtemp(join(tmpdir(), 'rolecall-vectors-'));
    onTestFinished(() => rm(directory, { recursive: true }));
    const folder = await plantGarden();
    const start = async (): Promise<string> => {
      const inner = encoderAt(endpoint);
      const cached = new CachedEncoder(inner, new VectorCache(directory, inner.name), () => {});
      const { index, read } = open(folder, cached);
      await read();
      return await index.whenMeaningful();
    };
    expect(await start()).toBe('words-and-meaning');
    const first = endpoint.requests.flatMap(({ input }) => input);
    expect(first).toContain('Which tools may I borrow?');
    expect(await start()).toBe('words-and-meaning');
    const second = endpoint.requests.flatMap(({ input }) => input).slice(first.length);
    expect(second.filter((text) => text in GARDEN)).toEqual([]);
    expect(second.length).toBeLessThanOrEqual(1);
  });

  it('gives way to newer notes while its own are being encoded', async () => {
    const endpoint = await openEndpoint();
    const held = new Promise<ServerResponse>((resolve) => {
      endpoint.answers.push(resolve);
    });
    const folder = await plantGarden();
    const { index, heard, read } = open(folder, encoderAt(endpoint));
    await read();
    const response = await held;
    await replant(folder, { ...GARDEN, ...COMPOST });
    await read();
    response.writeHead(503).end();
    expect(await index.whenMeaningful()).toBe('words-and-meaning');
    expect(await bestOf(index, 'Where is the compost heap?')).toBe('Where is the compost heap?');
    expect(heard.swaps).toEqual(['4 by words', '5 by words', '5 by words-and-meaning']);
    expect(heard.faults).toEqual([]);
  });

  it('finds a new entry by its words at once, what is unchanged still by meaning, and later everything by meaning', async () => {
    const folder = await plantGarden();
    const { index, read } = open(folder, await bundledEncoder());
    await read();
    await index.whenMeaningful();
    const { 'When does the garden open?': _, ...rest } = GARDEN;
    await replant(folder, { ...rest, ...COMPOST });
    await read();
    const [compost, puppy, gate] = (
      await index.match(['where is the compost heap', 'may my puppy come along?', 'when does the garden open?'])
    ).results;
    expect(compost?.matches[0]?.entry.question).toBe('Where is the compost heap?');
    expect(puppy?.matches[0]?.entry.question).toBe('Are dogs allowed between the beds?');
    expect(gate?.matches.map(({ entry }) => entry.question)).not.toContain('When does the garden open?');
    expect(await index.whenMeaningful()).toBe('words-and-meaning');
    expect(await bestOf(index, 'which place do kitchen scraps go to?')).toBe('Where is the compost heap?');
  });

  it('finds a changed entry once, as it is now', async () => {
    const folder = await plantGarden();
    const { index, read } = open(folder, await bundledEncoder());
    await read();
    await index.whenMeaningful();
    const answer = 'None at present: the shed burnt down.';
    await replant(folder, { ...GARDEN, 'Which tools may I borrow?': answer });
    await read();
    const { results } = await index.match(['which tools may I borrow?']);
    const found = results[0]?.matches.filter(({ entry }) => entry.question === 'Which tools may I borrow?');
    expect(found?.map(({ entry }) => entry.answer)).toEqual([answer]);
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
    let deepen: () => void = () => {};
    const deepened = new Promise<void>((resolve) => {
      deepen = resolve;
    });
    const { index, heard, read } = open(await plantGarden(), encoderAt(endpoint), {
      retryAfterMs: 1,
      onSwap: (reading) => (reading === 'words-and-meaning' ? deepen() : undefined),
    });
    await read();
    expect(await bestOf(index, 'are dogs allowed?')).toBe('Are dogs allowed between the beds?');
    await deepened;
    expect(heard.faults[0]).toContain('answered 401: no key');
    expect((await index.match(['are dogs allowed?'])).reading).toBe('words-and-meaning');
  });

  it('is not waited for: words answer a question whose vector does not come', async () => {
    const endpoint = await openEndpoint();
    const { index, read } = open(await plantGarden(), encoderAt(endpoint), { patienceMs: 1 });
    await read();
    await index.whenMeaningful();
    endpoint.answers.push(() => {});
    const { reading, results } = await index.match(['are dogs allowed?']);
    expect(reading).toBe('words');
    expect(results[0]?.matches[0]?.entry.question).toBe('Are dogs allowed between the beds?');
    expect(results[0]?.vector).toBeNull();
  });
});
