// What the bundled encoder's host, its worker and its clients say to each other. Types only.
import type { MessagePort } from 'node:worker_threads';

/** From the host to a client, over the port that `connect` gave: where the worker can be reached, or that it is gone. */
export type HostMessage =
  | { readonly kind: 'worker'; readonly port: MessagePort }
  | { readonly kind: 'lost'; readonly problem: string };

/** From a client to the host, when it has texts and knows no worker. */
export type ClientMessage = 'want-worker';

/** From the worker to the host, once: which engine it works with, or why it works with none. */
export type WorkerMessage =
  | { readonly kind: 'ready'; readonly engine: string }
  | { readonly kind: 'failed'; readonly problem: string };

/** From a client to the worker. */
export interface EncodeRequest {
  readonly id: number;
  readonly texts: readonly string[];
  readonly priority: 'question' | 'batch';
}

/** From the worker to a client: for each request its vectors in chunks, in order, or a refusal. */
export type EncodeReply =
  | { readonly kind: 'vectors'; readonly id: number; readonly packed: Float32Array }
  | { readonly kind: 'refused'; readonly id: number; readonly problem: string };
