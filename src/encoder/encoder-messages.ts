// What the bundled encoder's host, its worker and its clients say to each other. Types only.
import type { MessagePort } from 'node:worker_threads';
import type { EncodedText } from '../use-cases/interfaces/encoder.ts';
import type { EngineName } from './engines/engine.ts';

/** From the host to a client, over the port that `connect` gave: where the worker can be reached, or that it is gone. */
export type HostMessage =
  | { readonly kind: 'worker'; readonly port: MessagePort }
  | { readonly kind: 'lost'; readonly problem: string };

/** From a client to the host, when it has texts and knows no worker. */
export type ClientMessage = 'want-worker';

/** What the worker is given at its start: engines it may take, the fastest first, and the gate that runs of native code go through. */
export interface EncoderWorkerData {
  readonly worker: 'encoder';
  readonly engines: readonly EngineName[];
  /** Another worker of this process has had the native code. */
  readonly isNativeTaken: boolean;
  readonly gate: SharedArrayBuffer;
}

/** From the host to the worker: one more client, or that it is to end. */
export type WorkerOrder = { readonly kind: 'client'; readonly port: MessagePort } | { readonly kind: 'end' };

/** From the worker to the host, once: which engine it works with (and why not with a faster one), or why it works with none. */
export type WorkerMessage =
  | { readonly kind: 'ready'; readonly engine: EngineName; readonly problem: string | null }
  | { readonly kind: 'failed'; readonly problem: string };

/** From a client to the worker. */
export interface EncodeRequest {
  readonly id: number;
  readonly texts: readonly string[];
  readonly priority: 'question' | 'batch';
  readonly wantsTokens: boolean;
}

/** From the worker to a client: one text of a request after the other, in order, or a refusal. */
export type EncodeReply =
  | { readonly kind: 'encoded'; readonly id: number; readonly encoded: EncodedText }
  | { readonly kind: 'refused'; readonly id: number; readonly problem: string };
