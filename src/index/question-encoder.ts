// Encodes questions, and waits no longer than a question may wait. Edge.
import { setTimeout as wait } from 'node:timers/promises';
import type { EncodedText, Encoder } from '../use-cases/interfaces/encoder.ts';

export interface QuestionEncoderOptions {
  /** How long a question waits for its vector, in milliseconds. */
  readonly patienceMs: number;
  readonly onFault: (error: unknown) => void;
}

/** The encoder as questions use it: never waited for while it loads, and not for long after that. */
export class QuestionEncoder {
  readonly #encoder: Encoder;
  readonly #options: QuestionEncoderOptions;
  #isLoaded = false;

  constructor(encoder: Encoder, options: QuestionEncoderOptions) {
    this.#encoder = encoder;
    this.#options = options;
  }

  /** Has the model loaded: questions are encoded from then on. Rejects where that fails. */
  async load(): Promise<void> {
    if (!this.#isLoaded) await this.#encoder.encodeTokens(['Load the model.'], { priority: 'question' });
    this.#isLoaded = true;
  }

  /** What the texts are encoded as; null where they are not there in time, or not at all. */
  async encode(texts: readonly string[]): Promise<readonly EncodedText[] | null> {
    if (!this.#isLoaded) return null;
    const encoded = this.#encoder.encodeTokens(texts, { priority: 'question' });
    encoded.catch((error: unknown) => this.#options.onFault(error));
    return await within(encoded, this.#options.patienceMs);
  }
}

/** What `promise` yields, or null where it takes longer than `timeoutMs` or fails. */
async function within<Value>(promise: Promise<Value>, timeoutMs: number): Promise<Value | null> {
  const giveUp = new AbortController();
  const late = wait(timeoutMs, null, { signal: giveUp.signal }).catch(() => null);
  try {
    return await Promise.race([promise.catch(() => null), late]);
  } finally {
    giveUp.abort();
  }
}
