// The knowledge folder read in a worker: the event loop stays free while notes are parsed. Edge.
import { Worker } from 'node:worker_threads';
import type { Entry } from '../knowledge/entry.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { type Site, toSite } from '../sites/site.ts';
import type { KnowledgeSource } from '../use-cases/notes/knowledge-source.ts';
import type { KnowledgeFolderOptions } from './knowledge-folder.ts';
import type { KnowledgeReply, KnowledgeRequest, KnowledgeWorkerData } from './knowledge-messages.ts';
import { watchFolder } from './watch-folder.ts';

type LastReply = Exclude<KnowledgeReply, { kind: 'entries' }>;

interface Waiting {
  readonly entries: Entry[];
  readonly resolve: (reply: LastReply) => void;
  readonly reject: (error: Error) => void;
}

/** Address of the compiled worker. Run from `src/` (tests), Node cannot start a `.ts` worker on every version: the one in `dist/` is taken. */
function workerFile(): URL {
  const folder = import.meta.url.endsWith('.ts') ? '../../dist/files/' : './';
  return new URL(`${folder}knowledge-worker.js`, import.meta.url);
}

/** How long a worker may take to end by itself, in milliseconds. */
const gentleMs = 2000;
/** Memory for what lives briefly in the worker, in MB: an eighth of what V8 takes is enough to parse notes. */
const youngMb = 6;

/** Lets the worker finish what it does and end; a worker that is cut off while it reads files can take the process along. */
async function endGently(worker: Worker): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(() => void worker.terminate().then(() => resolve()), gentleMs);
    worker.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    worker.postMessage({ kind: 'close' } satisfies KnowledgeRequest);
  });
}

/**
 * A source of knowledge whose reading and parsing happen in a worker, which starts with the first reading and keeps the
 * last good state of each note. Where it dies, what waits is rejected and the next reading starts another.
 */
export class KnowledgeThread implements KnowledgeSource {
  readonly #options: KnowledgeFolderOptions;
  #site: Site = toSite();
  #worker: Worker | null = null;
  #waiting: Waiting[] = [];
  #ahead: Promise<Knowledge> | null = null;

  constructor(options: KnowledgeFolderOptions) {
    this.#options = options;
  }

  site(): Site {
    return this.#site;
  }

  async read(): Promise<Knowledge> {
    const ahead = this.#ahead;
    this.#ahead = null;
    return await (ahead ?? this.#readNow());
  }

  async #readNow(): Promise<Knowledge> {
    const entries: Entry[] = [];
    const reply = await this.#ask({ kind: 'read', now: this.#options.now() }, entries);
    if (reply.kind !== 'knowledge') throw new Error(`The knowledge worker answered a reading with ${reply.kind}.`);
    this.#site = reply.site;
    return { ...reply.knowledge, entries };
  }

  watch(onChange: () => void): () => Promise<void> {
    const onReady = async (): Promise<void> => {
      const reply = this.#worker === null ? null : await this.#ask({ kind: 'hasChanged' }, []).catch(() => null);
      if (reply?.kind === 'hasChanged' && reply.hasChanged) onChange();
    };
    return watchFolder(this.#options.folder, { onChange, onReady: () => void onReady() });
  }

  /** Reads ahead: the next reading is this one. What changes in between is noticed when watching begins. */
  readAhead(): Promise<Knowledge> {
    this.#ahead = this.#readNow();
    this.#ahead.catch(() => {});
    return this.#ahead;
  }

  /** Ends the worker; a reading that still waits is rejected. */
  async close(): Promise<void> {
    const worker = this.#worker;
    this.#end(new Error('The knowledge worker was closed.'));
    if (worker !== null) await endGently(worker);
  }

  #ask(request: KnowledgeRequest, entries: Entry[]): Promise<LastReply> {
    const worker = this.#start();
    return new Promise((resolve, reject) => {
      this.#waiting.push({ entries, resolve, reject });
      worker.ref();
      worker.postMessage(request);
    });
  }

  #start(): Worker {
    if (this.#worker !== null) return this.#worker;
    const { folder, site = {} } = this.#options;
    const workerData: KnowledgeWorkerData = { worker: 'knowledge', folder, site };
    const worker = new Worker(workerFile(), { workerData, resourceLimits: { maxYoungGenerationSizeMb: youngMb } });
    worker.on('message', (reply: KnowledgeReply) => this.#hear(worker, reply));
    worker.on('error', (error) => this.#die(worker, new Error('The knowledge worker failed.', { cause: error })));
    worker.on('exit', (code) => this.#die(worker, new Error(`The knowledge worker ended with code ${code}.`)));
    this.#worker = worker;
    return worker;
  }

  #hear(worker: Worker, reply: KnowledgeReply): void {
    const [first] = this.#waiting;
    if (worker !== this.#worker || first === undefined) return;
    if (reply.kind === 'entries') {
      first.entries.push(...reply.entries);
      return;
    }
    this.#waiting.shift();
    if (this.#waiting.length === 0) worker.unref();
    if (reply.kind === 'failed') first.reject(new Error(reply.problem));
    else first.resolve(reply);
  }

  #die(worker: Worker, error: Error): void {
    if (worker === this.#worker) this.#end(error);
  }

  #end(error: Error): void {
    this.#worker = null;
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }
}
