// Puts the vector cache in front of an encoder: what was encoded once is not encoded again. Edge.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Encoder } from '../../use-cases/interfaces/encoder.ts';
import { quantise, toVector } from './quantised.ts';
import type { ShippedVectors } from './shipped-vectors.ts';
import type { VectorCache } from './vector-cache.ts';

/** Texts looked up between two turns of the event loop: some 8 ms. */
const LOOKED_UP_AT_ONCE = 256;
/** Texts encoded and kept at a time: what a crash can lose. */
const KEPT_AT_ONCE = 32;
/** Questions remembered in memory only: what candidates ask is not written to the cache's file. */
const MOST_QUESTIONS = 500;

type Options = Parameters<Encoder['encode']>[1];

/**
 * An encoder that keeps the vectors of batches (notes) in `cache` and those of questions in memory.
 * What the cache lacks is looked up in `shipped`, whose vectors are never written to the cache.
 * Vectors of batches come out in the cache's precision from the first time on, so that a second start sees the same numbers.
 */
export class CachedEncoder implements Encoder {
  readonly name: string;
  readonly #encoder: Encoder;
  readonly #cache: VectorCache;
  readonly #onDiskFault: (error: unknown) => void;
  readonly #shipped: ShippedVectors | null;
  readonly #questions = new Map<string, Float32Array>();

  /** `onDiskFault` hears when the cache could not be read or written; encoding goes on without. */
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
    const vectors =
      options.priority === 'question' ? await this.#encodeQuestions(texts) : await this.#encodeBatch(texts, options);
    return texts.map((text) => vectors.get(text) ?? new Float32Array(0));
  }

  async close(): Promise<void> {
    this.#cache.close();
    await this.#encoder.close();
  }

  /** What is known of these texts, the cache's own before what is shipped. */
  #find(texts: readonly string[]): Map<string, Float32Array> {
    const found = this.#tryDisk(() => this.#cache.find(texts)) ?? new Map<string, Float32Array>();
    for (const text of texts) {
      const vector = found.get(text) ?? this.#shipped?.get(text);
      if (vector) found.set(text, vector);
    }
    return found;
  }

  #tryDisk<Result>(work: () => Result): Result | null {
    try {
      return work();
    } catch (error) {
      this.#onDiskFault(error);
      return null;
    }
  }

  async #encodeQuestions(texts: readonly string[]): Promise<ReadonlyMap<string, Float32Array>> {
    const vectors = this.#find(texts.filter((text) => !this.#questions.has(text)));
    for (const text of texts) {
      const vector = this.#questions.get(text);
      if (vector !== undefined) vectors.set(text, vector);
    }
    const missing = [...new Set(texts)].filter((text) => !vectors.has(text));
    const encoded = await this.#encoder.encode(missing, { priority: 'question' });
    for (const [place, vector] of encoded.entries()) {
      const text = missing[place] ?? '';
      vectors.set(text, vector);
      this.#remember(text, vector);
    }
    return vectors;
  }

  #remember(question: string, vector: Float32Array): void {
    this.#questions.set(question, vector);
    const oldest = this.#questions.keys().next().value;
    if (this.#questions.size > MOST_QUESTIONS && oldest !== undefined) this.#questions.delete(oldest);
  }

  async #encodeBatch(texts: readonly string[], options: NonNullable<Options>): Promise<Map<string, Float32Array>> {
    const distinct = [...new Set(texts)];
    const vectors = new Map<string, Float32Array>();
    for (let start = 0; start < distinct.length; start += LOOKED_UP_AT_ONCE) {
      if (start > 0) await nextTurn();
      for (const [text, vector] of this.#find(distinct.slice(start, start + LOOKED_UP_AT_ONCE)))
        vectors.set(text, vector);
    }
    const missing = distinct.filter((text) => !vectors.has(text));
    const known = vectors.size;
    for (let start = 0; start < missing.length; start += KEPT_AT_ONCE) {
      const portion = missing.slice(start, start + KEPT_AT_ONCE);
      const encoded = await this.#encoder.encode(portion, {
        priority: 'batch',
        onProgress: (done) => options.onProgress?.(known + start + done, known + missing.length),
      });
      this.#tryDisk(() => this.#cache.put(portion, encoded));
      for (const [place, vector] of encoded.entries())
        vectors.set(portion[place] ?? '', toVector(quantise(vector).values));
    }
    return vectors;
  }
}
