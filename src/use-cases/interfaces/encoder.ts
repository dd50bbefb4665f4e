// The sentence encoder as use cases see it. Interface only.
import type { TokenStates } from '../../search/scoring/token-states.ts';

export interface EncodeOptions {
  readonly priority?: 'question' | 'batch';
  /** Hears how many of how many texts are done, over long batches. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** One text as encoded. */
export interface EncodedText {
  /** At unit length; zeros for a text without words. */
  readonly vector: Float32Array;
  /** Null where nobody wants them, or the encoder gives none. */
  readonly tokens: TokenStates | null;
}

export interface Encoder {
  /** Names model and version: vectors of different names never mix. */
  readonly name: string;
  /** Whether it may give the states of tokens: false once it is known that it does not. */
  readonly hasTokens: boolean;
  /**
   * One unit-length vector for each text, in order; an empty text gives a zero vector.
   * Rejects where the model or endpoint fails; nothing of a failed batch is cached.
   */
  encode(texts: readonly string[], options?: EncodeOptions): Promise<readonly Float32Array[]>;
  /** As `encode`, with the states of each text's tokens, where the encoder gives any. */
  encodeTokens(texts: readonly string[], options?: EncodeOptions): Promise<readonly EncodedText[]>;
  close(): Promise<void>;
}
