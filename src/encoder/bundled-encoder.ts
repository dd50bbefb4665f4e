// The sentence encoder that comes with the program, as any thread sees it that has a port to its host. Edge.
import type { MessagePort } from 'node:worker_threads';
import type { EncodedText, EncodeOptions, Encoder } from '../use-cases/interfaces/encoder.ts';
import type { ClientMessage, EncodeReply, EncodeRequest, HostMessage } from './encoder-messages.ts';
import { toTunedName } from './tuning.ts';

interface Waiting {
  readonly request: EncodeRequest;
  readonly encoded: EncodedText[];
  readonly onProgress: ((done: number, total: number) => void) | undefined;
  resolve(encoded: readonly EncodedText[]): void;
  reject(error: Error): void;
}

/**
 * The bundled encoder: all-MiniLM-L6-v2 (Wang et al. 2020; Reimers & Gurevych 2019), English, 384 numbers a text. Texts given while its
 * worker loads wait for it. Where the worker dies, what waits is rejected, and the next text asks for another.
 */
export class BundledEncoder implements Encoder {
  readonly name = toTunedName();
  readonly hasTokens = true;
  readonly #host: MessagePort;
  readonly #onClose: () => Promise<void>;
  readonly #waiting = new Map<number, Waiting>();
  #worker: MessagePort | null = null;
  #isWorkerWanted = false;
  #nextId = 0;
  #isClosed = false;

  /** `host`: from `EncoderHost.connect`, for this encoder alone. `onClose`: what `close` does besides. */
  constructor(host: MessagePort, onClose: () => Promise<void> = async () => {}) {
    this.#host = host;
    this.#onClose = onClose;
    host.on('message', (message: HostMessage) => this.#hearHost(message));
    host.on('close', () => this.#end());
    host.unref();
  }

  async encode(texts: readonly string[], options: EncodeOptions = {}): Promise<readonly Float32Array[]> {
    const encoded = await this.#encode(texts, options, false);
    return encoded.map(({ vector }) => vector);
  }

  /**
   * As `encode`, with the states of each text's tokens, which are the model's last before their mean: 194 bytes a token, at most 254 tokens a text.
   * They are null where the engine gives none: then candle runs, on this machine and until the program ends.
   */
  async encodeTokens(texts: readonly string[], options: EncodeOptions = {}): Promise<readonly EncodedText[]> {
    return await this.#encode(texts, options, true);
  }

  async close(): Promise<void> {
    this.#end();
    await this.#onClose();
  }

  async #encode(
    texts: readonly string[],
    options: EncodeOptions,
    wantsTokens: boolean,
  ): Promise<readonly EncodedText[]> {
    if (this.#isClosed) throw new Error('The bundled encoder is closed.');
    if (texts.length === 0) return [];
    const request: EncodeRequest = { id: this.#nextId++, texts, priority: options.priority ?? 'batch', wantsTokens };
    return await new Promise((resolve, reject) => {
      this.#waiting.set(request.id, { request, encoded: [], onProgress: options.onProgress, resolve, reject });
      this.#holdProcess();
      if (this.#worker !== null) this.#worker.postMessage(request);
      else this.#wantWorker();
    });
  }

  #wantWorker(): void {
    if (this.#isWorkerWanted) return;
    this.#isWorkerWanted = true;
    this.#host.postMessage('want-worker' satisfies ClientMessage);
  }

  #hearHost(message: HostMessage): void {
    if (message.kind === 'lost') {
      this.#worker?.close();
      this.#worker = null;
      this.#isWorkerWanted = false;
      this.#fail(message.problem);
      return;
    }
    this.#isWorkerWanted = false;
    this.#worker?.close();
    this.#worker = message.port;
    message.port.on('message', (reply: EncodeReply) => this.#hearWorker(reply));
    for (const { request } of this.#waiting.values()) message.port.postMessage(request);
    this.#holdProcess();
  }

  #hearWorker(reply: EncodeReply): void {
    if (reply.kind === 'refused')
      this.#settle(reply.id)?.reject(new Error(`The bundled encoder failed: ${reply.problem}`));
    else this.#receive(reply.id, reply.encoded);
    this.#holdProcess();
  }

  #receive(id: number, encoded: EncodedText): void {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return;
    const total = waiting.request.texts.length;
    const done = waiting.encoded.push(encoded);
    waiting.onProgress?.(done, total);
    if (done === total) this.#settle(id)?.resolve(waiting.encoded);
  }

  #settle(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }

  #fail(problem: string): void {
    for (const waiting of this.#waiting.values()) waiting.reject(new Error(problem));
    this.#waiting.clear();
    this.#holdProcess();
  }

  #end(): void {
    this.#isClosed = true;
    this.#fail('The bundled encoder was closed.');
    this.#worker?.close();
    this.#worker = null;
    this.#host.close();
  }

  /** Keeps the thread alive as long as something waits, no longer. */
  #holdProcess(): void {
    for (const port of [this.#host, this.#worker]) {
      if (this.#waiting.size > 0) port?.ref();
      else port?.unref();
    }
  }
}
