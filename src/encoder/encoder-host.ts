// Starts the bundled encoder's worker and brings its clients together with it. Edge, main thread.
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import type { Logger } from '../use-cases/interfaces/logger.ts';
import { BundledEncoder } from './bundled-encoder.ts';
import type { EncoderWorkerData, HostMessage, WorkerMessage, WorkerOrder } from './encoder-messages.ts';
import type { EngineName } from './engines/engine.ts';
import { RunGate } from './engines/run-gate.ts';
import { toTunedName } from './tuning.ts';

/*
 * One worker encodes for the whole program:
 *
 *   const host = startEncoder({ logger });           on the main thread; nothing is started or loaded yet
 *   const port = host.connect();                     as often as wanted; may be transferred to another thread
 *   const encoder = new BundledEncoder(port);        in whichever thread has the port
 *
 * The first text of any client, or `warmUp`, starts the worker, which loads its model. Where the worker dies, what waits is rejected, and the
 * next text starts another, after a pause that grows with each death.
 */

export interface EncoderHost {
  /** Of the model: vectors of different names never mix. */
  readonly name: string;
  /** A port for one `BundledEncoder`, in this thread or another. */
  connect(): MessagePort;
  /** Starts the worker and lets it load its model, so that the first text need not wait for it. */
  warmUp(): void;
  /** Rejects what waits and ends the worker. */
  close(): Promise<void>;
}

export interface EncoderHostOptions {
  /** Hears in one line which engine runs. */
  readonly logger?: Pick<Logger, 'info'>;
  /** Engines that may run, tried in this order. */
  readonly engines?: readonly EngineName[];
  /** Pause before a second start of the worker; each later one is twice as long. */
  readonly restartAfterMs?: number;
}

/** Run from `src/` (tests), Node cannot start a `.ts` worker on every version, so that the built one is taken there too. */
const workerFile = new URL(
  import.meta.url.endsWith('.ts') ? '../../dist/bundle/encoder-worker.js' : '../bundle/encoder-worker.js',
  import.meta.url,
);
/** Memory for what lives briefly in the worker, in MB: an eighth of what V8 takes, since the model's numbers lie elsewhere. */
const YOUNG_MB = 6;
const ENGINES: readonly EngineName[] = ['onnx', 'candle'];
const RESTART_AFTER_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/**
 * Whether a worker of this process has taken the native code in. It may be taken in once: a second time it is "not self-registered" where the
 * first worker has ended, and reaches into the first one's memory where it has not (onnxruntime-node up to 1.20).
 */
let isNativeTaken = false;

class WorkerHost implements EncoderHost {
  readonly name = toTunedName();
  readonly #options: EncoderHostOptions;
  readonly #clients = new Set<MessagePort>();
  readonly #gate = new RunGate();
  readonly #onExit = () => this.#gate.shut();
  #worker: Worker | null = null;
  #deaths = 0;
  #notBefore = 0;
  #isClosed = false;

  constructor(options: EncoderHostOptions) {
    this.#options = options;
  }

  connect(): MessagePort {
    const { port1, port2 } = new MessageChannel();
    this.#clients.add(port1);
    port1.on('message', () => this.#introduceWhenDue(port1));
    port1.on('close', () => this.#clients.delete(port1));
    port1.unref();
    if (this.#isClosed) port1.close();
    return port2;
  }

  warmUp(): void {
    if (!this.#isClosed) this.#worker ??= this.#start();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const client of this.#clients) client.close();
    const worker = this.#worker;
    this.#worker = null;
    if (worker !== null) await this.#end(worker);
  }

  #introduceWhenDue(client: MessagePort): void {
    const pauseMs = this.#worker === null ? this.#notBefore - Date.now() : 0;
    if (pauseMs <= 0) this.#introduce(client);
    else setTimeout(() => this.#introduce(client), pauseMs).unref();
  }

  #introduce(client: MessagePort): void {
    if (this.#isClosed) return;
    this.#worker ??= this.#start();
    const { port1, port2 } = new MessageChannel();
    this.#worker.postMessage({ kind: 'client', port: port1 } satisfies WorkerOrder, [port1]);
    client.postMessage({ kind: 'worker', port: port2 } satisfies HostMessage, [port2]);
  }

  #start(): Worker {
    const engines = this.#options.engines ?? ENGINES;
    const gate = this.#gate.shared;
    const worker = new Worker(workerFile, {
      workerData: { worker: 'encoder', engines, isNativeTaken, gate } satisfies EncoderWorkerData,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
      // Not what the program itself is started with: it builds what is stale.
      execArgv: [],
    });
    isNativeTaken ||= engines.includes('onnx');
    worker.on('message', (message: WorkerMessage) => this.#hear(worker, message));
    worker.on('error', (error) => this.#lose(worker, `The bundled encoder failed: ${String(error)}`));
    worker.on('exit', () => {
      process.off('exit', this.#onExit);
      this.#lose(worker, 'The bundled encoder ended unexpectedly.');
    });
    worker.unref();
    process.on('exit', this.#onExit);
    return worker;
  }

  /** Lets the worker end by itself, between two texts: cut off in the middle of one, it would take the process along. */
  async #end(worker: Worker): Promise<void> {
    worker.ref();
    await new Promise<unknown>((resolve) => {
      worker.once('exit', resolve);
      worker.postMessage({ kind: 'end' } satisfies WorkerOrder);
    });
  }

  #hear(worker: Worker, message: WorkerMessage): void {
    if (message.kind === 'ready') {
      const { engine, problem } = message;
      if (problem === null) this.#options.logger?.info({ engine }, 'The bundled encoder is ready');
      else
        this.#options.logger?.info(
          { engine, problem },
          'The bundled encoder is ready, but slow: its native code does not run here',
        );
      return;
    }
    this.#lose(worker, `The bundled encoder could not load its model: ${message.problem}`);
    void this.#end(worker);
  }

  #lose(worker: Worker, problem: string): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    const pauseMs = (this.#options.restartAfterMs ?? RESTART_AFTER_MS) * 2 ** this.#deaths;
    this.#deaths += 1;
    this.#notBefore = Date.now() + Math.min(pauseMs, LONGEST_PAUSE_MS);
    for (const client of this.#clients) client.postMessage({ kind: 'lost', problem } satisfies HostMessage);
  }
}

/** The host of the encoder's worker. Nothing happens before the first text or `warmUp`. */
export function startEncoder(options: EncoderHostOptions = {}): EncoderHost {
  return new WorkerHost(options);
}

/** Host and client in one, where only this thread encodes; its worker loads the model while the notes are read. */
export function openEncoder(options: EncoderHostOptions = {}): BundledEncoder {
  const host = startEncoder(options);
  host.warmUp();
  return new BundledEncoder(host.connect(), () => host.close());
}
