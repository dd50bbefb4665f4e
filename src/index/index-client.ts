// The index in its thread, as the rest of the program sees it. Edge.
import type { EventEmitter } from 'node:events';
import type { Worker } from 'node:worker_threads';
import type { Entry } from '../knowledge/entry.ts';
import { allNotes, type NoteScope } from '../knowledge/note-scope.ts';
import type { Searcher, SearchResults } from '../use-cases/interfaces/searcher.ts';
import type { KnowledgeIndex, ReadNotes, Taught } from '../use-cases/notes/keep-knowledge.ts';
import type { ListedEntry, Notes, NotesSummary } from '../use-cases/notes/notes.ts';
import type { Linked } from '../use-cases/unfurl/find-linked.ts';
import type { IndexCall, IndexCalls, IndexReply, IndexRequest } from './index-messages.ts';
import type { IndexListener } from './notes-index.ts';

export interface IndexClientListener extends IndexListener {
  /** There is an index that answers, or no longer. */
  readonly onReady: (isReady: boolean) => void;
}

/** What is asked of a thread. */
export type IndexThread = Pick<EventEmitter, 'on' | 'once'> &
  Pick<Worker, 'postMessage' | 'ref' | 'unref' | 'terminate'>;

export interface IndexClientOptions {
  readonly startWorker: () => IndexThread;
  /** Closes what the threads were started with, after the last has ended. */
  readonly onClose?: () => Promise<void>;
  /** Pause before the thread is started again after its second death in a row; each later one is twice as long. */
  readonly restartAfterMs?: number;
}

const RESTART_AFTER_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
/** A thread that lived so long died of something new: the pauses begin anew. */
const STEADY_MS = 600_000;
/** How long the thread may take to end by itself. One that is cut off while it reads files can take the process along. */
const GENTLE_MS = 2_000;

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/**
 * Asks the thread that holds the notes' index. It is started at once, and again where it dies: what waits is then rejected, and who
 * watches the notes is told that they have changed, so that they are read again.
 */
export class IndexClient implements KnowledgeIndex, Notes, Searcher {
  readonly #options: IndexClientOptions;
  readonly #waiting = new Map<number, Waiting>();
  #listener: IndexClientListener = { onProgress() {}, onSwap() {}, onFault() {}, onReady() {} };
  #worker: IndexThread | null;
  #startedAt = 0;
  #deaths = 0;
  #restart: NodeJS.Timeout | null = null;
  #onChange: (() => void) | null = null;
  #nextId = 0;
  #isClosed = false;

  constructor(options: IndexClientOptions) {
    this.#options = options;
    this.#worker = this.#start();
  }

  /** From now on `listener` hears what nobody asked for. */
  listen(listener: IndexClientListener): void {
    this.#listener = listener;
  }

  async read(taught: Taught, now: number): Promise<ReadNotes> {
    const read = await this.#call('read', taught, now);
    this.#listener.onReady(true);
    return read;
  }

  watch(onChange: () => void): () => Promise<void> {
    this.#onChange = onChange;
    this.#send({ kind: 'watch' });
    return async () => {
      this.#onChange = null;
    };
  }

  /** As `NotesIndex` has it; null where the index is closed before. */
  async whenMeaningful(): Promise<SearchResults['reading'] | null> {
    return await this.#call('whenMeaningful').catch((error: unknown) => {
      if (this.#isClosed) return null;
      throw error;
    });
  }

  async match(texts: readonly string[], scope: NoteScope = allNotes): Promise<SearchResults> {
    return await this.#call('match', texts, scope);
  }

  async complete(typed: string, limit: number): Promise<readonly Entry[]> {
    return await this.#call('complete', typed, limit);
  }

  async find(key: string): Promise<Entry | null> {
    return await this.#call('find', key);
  }

  async findAll(keys: readonly string[]): Promise<ReadonlyMap<string, Entry>> {
    return keys.length === 0 ? new Map() : await this.#call('findAll', keys);
  }

  async list(): Promise<readonly ListedEntry[]> {
    return await this.#call('list');
  }

  async findLinked(address: string): Promise<Linked | null> {
    return await this.#call('findLinked', address);
  }

  async summarise(): Promise<NotesSummary> {
    return await this.#call('summarise');
  }

  /** Ends the thread; what waits for it is rejected. */
  async close(): Promise<void> {
    this.#isClosed = true;
    if (this.#restart !== null) clearTimeout(this.#restart);
    this.#reject(new Error('The search was closed.'));
    const worker = this.#worker;
    this.#worker = null;
    if (worker !== null) await endGently(worker);
    await this.#options.onClose?.();
  }

  #start(): IndexThread {
    const worker = this.#options.startWorker();
    this.#startedAt = performance.now();
    worker.on('message', (reply: IndexReply) => this.#hear(reply));
    worker.on('error', (error) =>
      this.#lose(worker, new Error(`The search failed: ${error.message}`, { cause: error })),
    );
    worker.on('exit', (code) => this.#lose(worker, new Error(`The thread of the search ended with code ${code}.`)));
    worker.unref();
    return worker;
  }

  #lose(worker: IndexThread, error: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    this.#listener.onReady(false);
    this.#listener.onFault(error);
    this.#reject(error);
    if (this.#isClosed) return;
    this.#deaths = performance.now() - this.#startedAt > STEADY_MS ? 1 : this.#deaths + 1;
    const restartAfterMs = this.#options.restartAfterMs ?? RESTART_AFTER_MS;
    const pauseMs = this.#deaths === 1 ? 0 : Math.min(restartAfterMs * 2 ** (this.#deaths - 2), LONGEST_PAUSE_MS);
    this.#restart = setTimeout(() => this.#revive(), pauseMs).unref();
  }

  #revive(): void {
    this.#worker = this.#start();
    if (this.#onChange === null) return;
    this.#send({ kind: 'watch' });
    this.#onChange();
  }

  #send(request: IndexRequest): void {
    this.#worker?.postMessage(request);
  }

  #call<Call extends IndexCall>(
    call: Call,
    ...given: Parameters<IndexCalls[Call]>
  ): Promise<Awaited<ReturnType<IndexCalls[Call]>>> {
    if (this.#isClosed) return Promise.reject(new Error('The search was closed.'));
    if (this.#worker === null) return Promise.reject(new Error('The search has failed and is being started again.'));
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as (result: unknown) => void, reject });
      this.#holdProcess();
      this.#send({ kind: 'call', id, call, given });
    });
  }

  #hear(reply: IndexReply): void {
    if (reply.kind === 'changed') this.#onChange?.();
    else if (reply.kind === 'progress') this.#listener.onProgress(reply.done, reply.total);
    else if (reply.kind === 'swapped') this.#listener.onSwap(reply.reading, reply.entries);
    else if (reply.kind === 'fault') this.#listener.onFault(new Error(reply.problem));
    else this.#settle(reply);
  }

  #settle(reply: Extract<IndexReply, { kind: 'result' | 'refused' }>): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    this.#holdProcess();
    if (reply.kind === 'refused') waiting?.reject(new Error(reply.problem));
    else waiting?.resolve(reply.result);
  }

  #reject(error: Error): void {
    for (const waiting of this.#waiting.values()) waiting.reject(error);
    this.#waiting.clear();
    this.#holdProcess();
  }

  /** Keeps the process alive while somebody waits, and only then. */
  #holdProcess(): void {
    if (this.#waiting.size > 0) this.#worker?.ref();
    else this.#worker?.unref();
  }
}

async function endGently(worker: IndexThread): Promise<void> {
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  const timer = setTimeout(() => void worker.terminate(), GENTLE_MS);
  worker.postMessage({ kind: 'close' } satisfies IndexRequest);
  await ended;
  clearTimeout(timer);
}
