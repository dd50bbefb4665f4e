// One index in its worker, as the searcher holds it. Edge.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Entry } from '../knowledge/entry.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Match } from '../search/match.ts';
import type { SearchResults } from '../use-cases/interfaces/searcher.ts';
import type { IndexReply, IndexRequest, PlacedMatch } from './index-messages.ts';
import { workerFile } from './worker-file.ts';

/** Entries handed over between two turns of the event loop: some milliseconds of copying. */
const ENTRIES_PER_MESSAGE = 10;
/** Memory for what lives briefly in the worker, in MB: half of what V8 takes is as fast and saves tens of megabytes a worker. */
const YOUNG_MB = 24;
/** Texts whose vectors are on this side at a time. */
const TEXTS_PER_PORTION = 32;

/** Some of the texts that an index wants vectors of: those from `start` on, of `total`. */
export interface TextPortion {
  readonly texts: readonly string[];
  readonly start: number;
  readonly total: number;
}

/** Notes whose index by words was asked for before anybody wanted it. */
interface Ahead {
  readonly knowledge: Knowledge;
  readonly built: Promise<void>;
}

interface Waiting {
  resolve(reply: IndexReply): void;
  reject(error: Error): void;
}

/**
 * A worker with the index of one state of the notes. It is never rebuilt for other notes: a new one takes its place.
 * Where the worker dies, everything that waits for it is rejected and `onDeath` hears of it.
 */
export class IndexThread {
  #entries: readonly Entry[] = [];
  readonly #worker: Worker;
  /** Hears why the worker died, where nobody wanted it to. */
  onDeath: (error: Error) => void = () => {};
  readonly #waiting = new Map<number, Waiting>();
  readonly #steps: Waiting[] = [];
  #nextId = 0;
  #isRetired = false;
  #rehearsal: Promise<void> = Promise.resolve();
  #ahead: Ahead | null = null;

  /** Starts the worker: it loads its code while the notes are still being read. */
  constructor() {
    this.#worker = new Worker(workerFile('index-worker'), {
      workerData: { worker: 'index' },
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    this.#worker.on('message', (reply: IndexReply) => this.#hear(reply));
    const die = (error: Error): void => {
      const isExpected = this.#isRetired;
      this.#isRetired = true;
      this.#rejectAll(error);
      if (!isExpected) this.onDeath(error);
    };
    this.#worker.on('error', (error) => die(new Error('The index worker failed.', { cause: error })));
    this.#worker.on('exit', (code) => die(new Error(`The index worker ended with code ${code}.`)));
    this.#worker.unref();
  }

  /** The entries it holds. */
  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** Hands the notes over; where their index was built ahead there is nothing to do. */
  async read(knowledge: Knowledge, maxFalseReplies: number): Promise<void> {
    await this.#rehearsal;
    if (this.#ahead?.knowledge === knowledge) return;
    if (this.#ahead !== null) this.#send({ kind: 'forget' });
    this.#ahead = null;
    await this.#hand(knowledge, maxFalseReplies);
  }

  /** Builds the index by words of notes that will probably be handed over as they are. */
  buildAhead(knowledge: Knowledge, maxFalseReplies: number): void {
    const built = this.#hand(knowledge, maxFalseReplies).then(() => this.buildWords());
    built.catch(() => {});
    this.#ahead = { knowledge, built };
  }

  /** Builds an index of these notes and forgets it: the next one is built by code that is compiled, in two thirds of the time. */
  rehearse(knowledge: Knowledge, maxFalseReplies: number): void {
    const rehearsal = async (): Promise<void> => {
      await this.#hand(knowledge, maxFalseReplies);
      await this.buildWords();
      this.#send({ kind: 'forget' });
    };
    this.#rehearsal = rehearsal().catch(() => {});
  }

  async #hand({ entries, notCovered }: Knowledge, maxFalseReplies: number): Promise<void> {
    this.#entries = entries;
    for (let start = 0; start < entries.length; start += ENTRIES_PER_MESSAGE) {
      // First of all, too: starting the worker, just before, takes some milliseconds itself.
      await nextTurn();
      this.#send({ kind: 'entries', entries: entries.slice(start, start + ENTRIES_PER_MESSAGE) });
    }
    this.#send({ kind: 'notes-end', notCovered, maxFalseReplies });
  }

  /** Builds the index by words. */
  async buildWords(): Promise<void> {
    const ahead = this.#ahead;
    this.#ahead = null;
    if (ahead !== null) return await ahead.built;
    await this.#step({ kind: 'build', reading: 'words' });
  }

  /**
   * Builds the index by words and meaning. The worker says which vectors it wants; `encode` yields them portion by portion, so that
   * neither all texts nor all vectors are ever on this side, where keeping them would hold up the event loop.
   */
  async buildMeaning(encode: (portion: TextPortion) => Promise<readonly Float32Array[]>): Promise<void> {
    let isLast = false;
    for (let start = 0; !isLast; start += TEXTS_PER_PORTION) {
      const reply = await this.#step({ kind: 'list-texts', start, end: start + TEXTS_PER_PORTION });
      if (reply.kind !== 'texts') throw new Error(`The index worker listed no texts but ${reply.kind}.`);
      const { texts, total } = reply;
      const vectors = await encode({ texts, start, total });
      const packed = pack(vectors, vectors[0]?.length ?? 0);
      this.#send({ kind: 'vectors', start, count: vectors.length, packed }, [packed.buffer]);
      isLast = start + texts.length >= total;
    }
    await this.#step({ kind: 'build', reading: 'words-and-meaning' });
  }

  /** The texts that an encoder should see for these questions: their misspelt words corrected. */
  async correct(texts: readonly string[]): Promise<readonly string[]> {
    const reply = await this.#ask((id) => ({ kind: 'correct', id, texts }));
    if (reply.kind !== 'corrected') throw new Error(`The index worker answered a correction with ${reply.kind}.`);
    return reply.texts;
  }

  /** Matches each text by the index that was built for what is at hand: words, or words and vectors. */
  async match(texts: readonly string[], vectors: readonly Float32Array[] | null): Promise<SearchResults> {
    const packed = vectors === null ? null : pack(vectors, vectors[0]?.length ?? 0);
    const reply = await this.#ask((id) => ({ kind: 'match', id, texts, packed }));
    if (reply.kind !== 'matches') throw new Error(`The index worker answered a match with ${reply.kind}.`);
    const { thresholds, reading } = reply;
    const results = texts.map((text, at) => ({
      text,
      matches: (reply.results[at] ?? []).flatMap((match) => this.#toMatch(match)),
    }));
    return { results, thresholds, reading };
  }

  async complete(typed: string, limit: number): Promise<readonly Entry[]> {
    const reply = await this.#ask((id) => ({ kind: 'complete', id, typed, limit }));
    if (reply.kind !== 'completions') throw new Error(`The index worker answered a completion with ${reply.kind}.`);
    return reply.places.flatMap((place) => this.#entries[place] ?? []);
  }

  /** Ends the worker once every question is answered; what it was building is given up. */
  retire(): void {
    this.#isRetired = true;
    for (const step of this.#steps.splice(0)) step.reject(new Error('The index was given up for a newer one.'));
    if (this.#waiting.size === 0) void this.#worker.terminate();
  }

  /** Ends the worker at once; what waits for it is rejected. */
  async close(): Promise<void> {
    this.#isRetired = true;
    this.#rejectAll(new Error('The index was closed.'));
    await this.#worker.terminate();
  }

  #toMatch({ place, confidence, evidence }: PlacedMatch): readonly Match[] {
    const entry = this.#entries[place];
    return entry === undefined ? [] : [{ entry, confidence, evidence }];
  }

  #send(request: IndexRequest, transfer: ArrayBuffer[] = []): void {
    this.#worker.postMessage(request, transfer);
  }

  #step(request: IndexRequest): Promise<IndexReply> {
    if (this.#isRetired) return Promise.reject(new Error('The index was given up for a newer one.'));
    return new Promise((resolve, reject) => {
      this.#steps.push({ resolve, reject });
      this.#holdOpen();
      this.#send(request);
    });
  }

  #ask(toRequest: (id: number) => IndexRequest): Promise<IndexReply> {
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#holdOpen();
      this.#send(toRequest(id));
    });
  }

  /** Keeps the process alive while somebody waits, and only then. */
  #holdOpen(): void {
    if (this.#waiting.size + this.#steps.length > 0) this.#worker.ref();
    else this.#worker.unref();
  }

  #hear(reply: IndexReply): void {
    if (reply.kind === 'texts' || reply.kind === 'ready') this.#steps.shift()?.resolve(reply);
    else this.#settle(reply);
    this.#holdOpen();
    if (this.#isRetired && this.#waiting.size === 0) void this.#worker.terminate();
  }

  #settle(reply: Exclude<IndexReply, { kind: 'texts' | 'ready' }>): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if (reply.kind === 'refused') waiting?.reject(new Error(`The index could not answer: ${reply.problem}`));
    else waiting?.resolve(reply);
  }

  #rejectAll(error: Error): void {
    for (const waiting of [...this.#waiting.values(), ...this.#steps]) waiting.reject(error);
    this.#waiting.clear();
    this.#steps.length = 0;
  }
}

/** Vectors of one length, one behind another, in a buffer of their own that can be handed to another thread. */
function pack(vectors: readonly Float32Array[], dimensions: number): Float32Array<ArrayBuffer> {
  const packed = new Float32Array(vectors.length * dimensions);
  for (const [place, vector] of vectors.entries()) packed.set(vector, place * dimensions);
  return packed;
}
