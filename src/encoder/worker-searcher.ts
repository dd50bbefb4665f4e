// The search in worker threads: a new index is built in a new one while the running one answers. Edge.
import { setTimeout as wait } from 'node:timers/promises';
import type { SentenceVector } from '../answer/asks.ts';
import type { Entry } from '../knowledge/entry.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { changedSince, mergeMatches } from '../search/merge-matches.ts';
import type { Encoder } from '../use-cases/interfaces/encoder.ts';
import type { Searcher, SearchResults } from '../use-cases/interfaces/searcher.ts';
import { IndexThread, type TextPortion } from './index-thread.ts';

export interface WorkerSearcherOptions {
  /** Null with `ENCODER=off`: words alone are read. */
  readonly encoder: Encoder | null;
  /** Share of the channel messages deserving no answer that may get one. */
  readonly maxFalseReplies: number;
  /** How many of the notes' texts have their vector. Heard often during a first encoding. */
  readonly onProgress?: (done: number, total: number) => void;
  /** A new index answers from now on. */
  readonly onSwap?: (reading: SearchResults['reading'], entries: number) => void;
  /** The encoder or an index failed; the search goes on with what it has. */
  readonly onFault?: (error: unknown) => void;
  /** A worker that was started before. */
  readonly spare?: IndexThread;
  /** Whether a worker is held ready for the next change of the notes: for programs that run long. */
  readonly keepsSpare?: boolean;
  /** How long a question waits for its vector before words alone answer. */
  readonly patienceMs?: number;
  /** Pause before an encoder that failed is tried again. */
  readonly retryAfterMs?: number;
}

const PATIENCE_MS = 1_000;
const RETRY_AFTER_MS = 60_000;
const MOST_REVIVALS = 3;

type Reading = SearchResults['reading'];

/** What `promise` yields, or null where it takes longer than `timeoutMs` or fails. */
async function within<Value>(promise: Promise<Value>, timeoutMs: number): Promise<Value | null> {
  const giveUp = new AbortController();
  const late = wait(timeoutMs, null, { signal: giveUp.signal }).catch(() => null);
  try {
    return await Promise.race([promise.catch(() => null), late]);
  } finally {
    giveUp.abort();
  }
}

/** What answers: an index by words and, once there is one, an index by words and meaning, each in a thread of its own. */
interface LiveIndex {
  readonly byWords: IndexThread;
  readonly byMeaning: IndexThread | null;
  /** Keys of the entries that `byMeaning` does not know as they are now: for a while after a change these are found by words. */
  readonly changed: ReadonlySet<string>;
}

const NOTHING_CHANGED: ReadonlySet<string> = new Set();

/** The searcher of the running program. `update` gives it notes; until the first `update` is through, questions wait. */
export class WorkerSearcher implements Searcher {
  readonly #options: WorkerSearcherOptions;
  readonly #closing = new AbortController();
  #live: LiveIndex | null = null;
  #next: IndexThread | null = null;
  /** Started with the searcher, so that the first notes need not wait for it. */
  #spare: IndexThread | null;
  #knowledge: Knowledge | null = null;
  #generation = 0;
  #revivals = 0;
  #isEncoderLoaded = false;
  #first = toSignal();
  /** The latest update until its last index is in place. */
  #deepening: Promise<void> = this.#first.promise;

  constructor(options: WorkerSearcherOptions) {
    this.#options = options;
    this.#spare = options.spare ?? new IndexThread();
  }

  /** Resolves when an index answers; rejects where none can be built. */
  async ready(): Promise<void> {
    await this.#first.promise;
  }

  /** Resolves when the notes given last are read as far as they will be, with what the index then reads: words alone where there is no encoder or it failed. */
  async whenMeaningful(): Promise<Reading> {
    for (let latest: Promise<void> | null = null; latest !== this.#deepening; ) {
      latest = this.#deepening;
      await latest;
    }
    return this.#live?.byMeaning ? 'words-and-meaning' : 'words';
  }

  /**
   * Builds an index of these notes and lets it answer: first by words, later by meaning too; until then what is unchanged is still found
   * by meaning. Resolves when they answer by words; resolves also where a later update overtook this one. Rejects where the index
   * cannot be built: the old one goes on.
   */
  async update(knowledge: Knowledge): Promise<void> {
    const generation = ++this.#generation;
    this.#knowledge = knowledge;
    const shallow = this.#readWords(knowledge, generation);
    this.#deepening = shallow.then((deepen) => deepen()).catch(() => {});
    void this.#deepening.then(() => this.#isCurrent(generation) && this.#holdSpare());
    await shallow;
  }

  async match(texts: readonly string[]): Promise<SearchResults> {
    await this.#first.promise;
    const vectors = await this.#vectorsOf(texts);
    const found = await this.#find(texts, vectors);
    const results = found.results.map((result, place) => ({
      ...result,
      vector: this.#toSentenceVector(vectors?.[place]),
    }));
    return { ...found, results };
  }

  async #find(texts: readonly string[], vectors: readonly Float32Array[] | null): Promise<SearchResults> {
    const { byWords, byMeaning, changed } = await this.#answering();
    if (vectors === null || byMeaning === null) return await byWords.match(texts, null);
    const found = byMeaning.match(texts, vectors);
    if (changed.size === 0) return await found;
    const [older, newer] = await Promise.all([found, byWords.match(texts, null)]);
    const results = older.results.map((result, at) => ({
      ...result,
      matches: mergeMatches(result.matches, newer.results[at]?.matches ?? [], changed),
    }));
    return { ...older, results };
  }

  async complete(typed: string, limit: number): Promise<readonly Entry[]> {
    const { byWords } = await this.#answering();
    return await byWords.complete(typed, limit);
  }

  /** Ends the workers. The encoder is not closed: it was made elsewhere. */
  async close(): Promise<void> {
    this.#generation += 1;
    this.#closing.abort();
    this.#first.reject(new Error('The search was closed.'));
    await Promise.all([
      this.#live?.byWords.close(),
      this.#live?.byMeaning?.close(),
      this.#next?.close(),
      this.#spare?.close(),
    ]);
  }

  async #answering(): Promise<LiveIndex> {
    await this.#first.promise;
    if (this.#live === null) throw new Error('The search has no index.');
    return this.#live;
  }

  /** Puts an index of these notes in place; then yields what is left to do for the one by meaning. */
  async #readWords(knowledge: Knowledge, generation: number): Promise<() => Promise<void>> {
    const thread = this.#open();
    try {
      await thread.read(knowledge, this.#options.maxFalseReplies);
      await thread.buildWords();
      const byMeaning = this.#live?.byMeaning ?? null;
      const changed = byMeaning === null ? NOTHING_CHANGED : changedSince(byMeaning.entries, knowledge.entries);
      this.#swap({ byWords: thread, byMeaning, changed }, generation);
      return () => this.#deepen(knowledge, thread, generation);
    } catch (error) {
      if (this.#isCurrent(generation)) throw error;
      return async () => {};
    }
  }

  /** Encodes the notes and puts an index by meaning beside the one by words; tries again where the encoder fails. */
  async #deepen(knowledge: Knowledge, byWords: IndexThread, generation: number): Promise<void> {
    if (this.#options.encoder === null || !this.#isCurrent(generation)) return;
    const byMeaning = this.#open();
    try {
      await byMeaning.read(knowledge, this.#options.maxFalseReplies);
      await Promise.all([byMeaning.buildMeaning((portion) => this.#encode(portion)), this.#loadEncoder()]);
      this.#swap({ byWords, byMeaning, changed: NOTHING_CHANGED }, generation);
    } catch (error) {
      if (!this.#isCurrent(generation)) return;
      byMeaning.retire();
      this.#report(error);
      void this.#deepenLater(knowledge, byWords, generation);
    }
  }

  async #deepenLater(knowledge: Knowledge, byWords: IndexThread, generation: number): Promise<void> {
    const pauseMs = this.#options.retryAfterMs ?? RETRY_AFTER_MS;
    await wait(pauseMs, undefined, { signal: this.#closing.signal, ref: false }).catch(() => {});
    if (this.#isCurrent(generation)) await this.#deepen(knowledge, byWords, generation);
  }

  async #encode({ texts, start, total }: TextPortion): Promise<readonly Float32Array[]> {
    const { encoder, onProgress } = this.#options;
    if (encoder === null) return [];
    return await encoder.encode(texts, {
      priority: 'batch',
      onProgress: (done) => onProgress?.(start + done, total),
    });
  }

  /** The first text loads the model: questions go to the encoder only after it. */
  async #loadEncoder(): Promise<void> {
    await this.#options.encoder?.encode(['Load the model.'], { priority: 'question' });
    this.#isEncoderLoaded = true;
  }

  async #vectorsOf(texts: readonly string[]): Promise<readonly Float32Array[] | null> {
    const { encoder, patienceMs } = this.#options;
    if (encoder === null || !this.#isEncoderLoaded || texts.length === 0) return null;
    const { byWords } = await this.#answering();
    const vectors = encoder.encode(await byWords.correct(texts), { priority: 'question' });
    vectors.catch((error: unknown) => this.#report(error));
    return await within(vectors, patienceMs ?? PATIENCE_MS);
  }

  #toSentenceVector(numbers: Float32Array | undefined): SentenceVector | null {
    const { encoder } = this.#options;
    return encoder === null || numbers === undefined ? null : { encoder: encoder.name, numbers };
  }

  #open(): IndexThread {
    this.#next?.retire();
    const thread = this.#spare ?? new IndexThread();
    thread.onDeath = (error) => this.#mourn(thread, error);
    this.#next = thread;
    this.#spare = null;
    return thread;
  }

  /** Starts the worker for the next change and lets it practise: then the change need not wait for it. */
  #holdSpare(): void {
    if (!this.#options.keepsSpare || this.#closing.signal.aborted || this.#spare !== null) return;
    const spare = new IndexThread();
    spare.onDeath = () => {
      if (this.#spare === spare) this.#spare = null;
    };
    this.#spare = spare;
    if (this.#knowledge !== null) spare.rehearse(this.#knowledge, this.#options.maxFalseReplies);
  }

  #swap(index: LiveIndex, generation: number): void {
    const isCurrent = this.#isCurrent(generation);
    const leaving = threadsOf(isCurrent ? this.#live : index);
    if (isCurrent) {
      this.#live = index;
      this.#next = null;
      this.#first.resolve();
      this.#options.onSwap?.(index.byMeaning === null ? 'words' : 'words-and-meaning', index.byWords.entries.length);
    }
    const staying = threadsOf(this.#live);
    for (const thread of leaving) if (!staying.has(thread)) thread.retire();
  }

  /** A dead index that was answering is built again, some few times; one that was being built fails its update by itself. */
  #mourn(thread: IndexThread, error: Error): void {
    if (!threadsOf(this.#live).has(thread) || this.#knowledge === null) return;
    for (const other of threadsOf(this.#live)) other.retire();
    this.#live = null;
    this.#report(error);
    this.#revivals += 1;
    if (this.#revivals > MOST_REVIVALS) return;
    this.#first = toSignal();
    this.update(this.#knowledge).catch((problem: unknown) => this.#first.reject(problem));
  }

  #isCurrent(generation: number): boolean {
    return generation === this.#generation;
  }

  #report(error: unknown): void {
    if (!this.#closing.signal.aborted) this.#options.onFault?.(error);
  }
}

function threadsOf(index: LiveIndex | null): ReadonlySet<IndexThread> {
  return new Set([index?.byWords, index?.byMeaning].filter((thread) => thread !== null && thread !== undefined));
}

interface Signal {
  readonly promise: Promise<void>;
  resolve(): void;
  reject(reason: unknown): void;
}

/** A promise settled from outside. Nobody need listen to its rejection. */
function toSignal(): Signal {
  let resolve: () => void = () => {};
  let reject: (reason: unknown) => void = () => {};
  const promise = new Promise<void>((settle, refuse) => {
    resolve = settle;
    reject = refuse;
  });
  promise.catch(() => {});
  return { promise, resolve, reject };
}
