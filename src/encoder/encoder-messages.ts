// What the bundled encoder and its worker say to each other. Types only.

/** To the worker. */
export interface EncodeRequest {
  readonly id: number;
  readonly texts: readonly string[];
  readonly priority: 'question' | 'batch';
}

/** From the worker: first `ready` or `failed`, then for each request its vectors in chunks, in order. */
export type EncoderReply =
  | { readonly kind: 'ready'; readonly dimensions: number }
  | { readonly kind: 'failed'; readonly problem: string }
  | { readonly kind: 'vectors'; readonly id: number; readonly packed: Float32Array }
  | { readonly kind: 'refused'; readonly id: number; readonly problem: string };
