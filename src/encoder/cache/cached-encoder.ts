// Puts the vector cache in front of an encoder: what was encoded once is not encoded again. Edge.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Encoder } from '../../use-cases/interfaces/encoder.ts';
import type { ShippedVectors } from './shipped-vectors.ts';
import type { VectorCache } from './vector-cache.ts';

/** Texts looked up between two turns of the event loop. */
const LOOKED_UP_PER_TURN = 32;
/** Texts encoded and kept at a time: what a crash can lose. */
const KEPT_AT_ONCE = 32;
/** Questions remembered in memory only: what candidates ask is not written to the cache's file. */
const MOST_QUESTIONS = 500;

type Options = Parameters<Encoder['encode']>[1];

/**
 * An encoder that keeps the vectors of batches (notes) in `cache` and those of questions in memory.
 * What the cache lacks is looked up in `shipped`, whose vectors are never written to the cache.
 * Vectors come out in the cache's precision from the first time on, so that a second start sees the same numbers.
 */
export class CachedEncoder implements Encoder {
  readonly name: string;
  readonly #encoder: Encoder;
  readonly #cache: VectorCache;
  readonly #onDiskFault: (error: unknown) => void;
  readonly #shipped: ShippedVectors | null;
  readonly #questions = new Map<string, Float32Array>();

  /** `onDiskFault` hears when vectors could not be written; encoding goes on without. */
  constructor(
    encoder: Encoder,
    cache: VectorCache,
    onDiskFault: (error: unknown) => void,
    shipped: ShippedVectors | null = null,
  ) {
    this.name = encoder.name;
    this.#encoder = encoder;
    this.#cache = cache;
    this.#onDiskFault = onDiskFault;
    this.#shipped = shipped;
  }

  async encode(texts: readonly string[], options: Options = {}): Promise<readonly Float32Array[]> {
    return options.priority === 'question'
      ? await this.#encodeQuestions(texts)
      : await this.#encodeBatch(texts, options);
  }

  async close(): Promise<void> {
    await this.#encoder.close();
  }

  #find(text: string): Float32Array | null {
    return this.#cache.get(text) ?? this.#shipped?.get(text) ?? null;
  }

  async #encodeQuestions(texts: readonly string[]): Promise<readonly Float32Array[]> {
    const known = new Map(texts.map((text) => [text, this.#questions.get(text) ?? this.#find(text)]));
    const missing = [...known.keys()].filter((text) => known.get(text) === null);
    const encoded = await this.#encoder.encode(missing, { priority: 'question' });
    for (const [place, text] of missing.entries()) this.#remember(text, encoded[place]);
    for (const [place, text] of missing.entries()) known.set(text, encoded[place] ?? null);
    return texts.map((text) => known.get(text) ?? new Float32Array(0));
  }

  #remember(question: string, vector: Float32Array | undefined): void {
    if (vector === undefined) return;
    this.#questions.set(question, vector);
    const oldest = this.#questions.keys().next().value;
    if (this.#questions.size > MOST_QUESTIONS && oldest !== undefined) this.#questions.delete(oldest);
  }

  async #encodeBatch(texts: readonly string[], options: NonNullable<Options>): Promise<readonly Float32Array[]> {
    const vectors = new Map<string, Float32Array>();
    const missing: string[] = [];
    for (const [place, text] of [...new Set(texts)].entries()) {
      const kept = this.#find(text);
      if (kept === null) missing.push(text);
      else vectors.set(text, kept);
      if (place % LOOKED_UP_PER_TURN === LOOKED_UP_PER_TURN - 1) await nextTurn();
    }
    const known = vectors.size;
    for (let start = 0; start < missing.length; start += KEPT_AT_ONCE) {
      const portion = missing.slice(start, start + KEPT_AT_ONCE);
      const encoded = await this.#encoder.encode(portion, {
        priority: 'batch',
        onProgress: (done) => options.onProgress?.(known + start + done, known + missing.length),
      });
      await this.#cache.put(portion, encoded).catch(this.#onDiskFault);
      for (const [place, text] of portion.entries())
        vectors.set(text, this.#cache.get(text) ?? encoded[place] ?? new Float32Array(0));
    }
    return texts.map((text) => vectors.get(text) ?? new Float32Array(0));
  }
}
