// The sentence encoder as use cases see it. Interface only.

export interface Encoder {
  /** Names model and version: vectors of different names never mix. */
  readonly name: string;
  /**
   * One unit-length vector for each text, in order; an empty text gives a zero vector.
   * `onProgress` hears how many of how many texts are done, over long batches.
   * Rejects where the model or endpoint fails; nothing of a failed batch is cached.
   */
  encode(
    texts: readonly string[],
    options?: { readonly priority?: 'question' | 'batch'; readonly onProgress?: (done: number, total: number) => void },
  ): Promise<readonly Float32Array[]>;
  close(): Promise<void>;
}
