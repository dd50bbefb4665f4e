// Puts the vector cache in front of an encoder: what was encoded once is not encoded again. Edge.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EncodedText, EncodeOptions, Encoder } from '../../use-cases/interfaces/encoder.ts';
import { quantise, toVector } from './quantised.ts';
import type { ShippedVectors } from './shipped-vectors.ts';
import type { VectorCache } from './vector-cache.ts';

/** Texts looked up between two turns of the event loop: some 8 ms. */
const LOOKED_UP_AT_ONCE = 256;
/** Texts encoded and kept at a time: what a crash can lose. */
const KEPT_AT_ONCE = 32;
/** Questions remembered in memory only: what candidates ask is not written to the cache's file. */
const MOST_QUESTIONS = 500;

/**
 * An encoder that keeps the vectors of batches (notes) in `cache` and those of questions in memory, with the states of tokens where they are
 * asked for. What the cache lacks is looked up in `shipped`, whose vectors are never written to the cache.
 * Vectors of batches come out in the cache's precision from the first time on, so that a second start sees the same numbers.
 */
export class CachedEncoder implements Encoder {
  readonly name: string;
  #hasTokens: boolean;
  readonly #encoder: Encoder;
  readonly #cache: VectorCache;
  readonly #onDiskFault: (error: unknown) => void;
  readonly #shipped: ShippedVectors | null;
  readonly #questions = new Map<string, EncodedText>();
  /** What was said of the disk since it last took something. */
  readonly #saidOfDisk = new Set<string>();

  /** `onDiskFault` hears when the cache could not be read or written, once until it can be written again; encoding goes on without. */
  constructor(
    encoder: Encoder,
    cache: VectorCache,
    onDiskFault: (error: unknown) => void,
    shipped: ShippedVectors | null = null,
  ) {
    this.name = encoder.name;
    this.#hasTokens = encoder.hasTokens;
    this.#encoder = encoder;
    this.#cache = cache;
    this.#onDiskFault = onDiskFault;
    this.#shipped = shipped;
  }

  get hasTokens(): boolean {
    return this.#hasTokens;
  }

  async encode(texts: readonly string[], options: EncodeOptions = {}): Promise<readonly Float32Array[]> {
    return (await this.#encode(texts, options, false)).map(({ vector }) => vector);
  }

  async encodeTokens(texts: readonly string[], options: EncodeOptions = {}): Promise<readonly EncodedText[]> {
    return await this.#encode(texts, options, true);
  }

  async close(): Promise<void> {
    this.#cache.close();
    await this.#encoder.close();
  }

  async #encode(
    texts: readonly string[],
    options: EncodeOptions,
    wantsTokens: boolean,
  ): Promise<readonly EncodedText[]> {
    const encoded =
      options.priority === 'question'
        ? await this.#encodeQuestions(texts, wantsTokens)
        : await this.#encodeBatch(texts, options, wantsTokens);
    return texts.map((text) => encoded.get(text) ?? { vector: new Float32Array(0), tokens: null });
  }

  /** What is known of these texts, the cache's own before what is shipped. */
  #find(texts: readonly string[], wantsTokens: boolean): Map<string, EncodedText> {
    const kept = this.#tryDisk(() => this.#cache.find(texts));
    const keptTokens = wantsTokens ? this.#tryDisk(() => this.#cache.findTokens(texts)) : null;
    const found = new Map<string, EncodedText>();
    for (const text of texts) {
      const vector = kept?.get(text) ?? this.#shipped?.get(text);
      const tokens = wantsTokens ? (keptTokens?.get(text) ?? this.#shipped?.getTokens(text)) : null;
      if (vector) found.set(text, { vector, tokens: tokens ?? null });
    }
    return found;
  }

  #tryDisk<Result>(work: () => Result): Result | null {
    try {
      return work();
    } catch (error) {
      if (!this.#saidOfDisk.has(String(error))) this.#onDiskFault(error);
      this.#saidOfDisk.add(String(error));
      return null;
    }
  }

  /** Has the encoder encode what is not known. */
  async #ask(texts: readonly string[], options: EncodeOptions, wantsTokens: boolean): Promise<readonly EncodedText[]> {
    if (wantsTokens && this.#hasTokens) {
      const encoded = await this.#encoder.encodeTokens(texts, options);
      this.#hasTokens = encoded.every(({ tokens }) => tokens !== null);
      return encoded;
    }
    return (await this.#encoder.encode(texts, options)).map((vector) => ({ vector, tokens: null }));
  }

  async #encodeQuestions(texts: readonly string[], wantsTokens: boolean): Promise<ReadonlyMap<string, EncodedText>> {
    const isRemembered = (text: string) => !this.#isMissing(this.#questions.get(text), wantsTokens);
    const encoded = this.#find(
      texts.filter((text) => !isRemembered(text)),
      wantsTokens,
    );
    for (const text of texts) {
      const known = this.#questions.get(text);
      if (known !== undefined) encoded.set(text, known);
    }
    const missing = [...new Set(texts)].filter((text) => this.#isMissing(encoded.get(text), wantsTokens));
    const asked = missing.length === 0 ? [] : await this.#ask(missing, { priority: 'question' }, wantsTokens);
    for (const [place, one] of asked.entries()) {
      const text = missing[place] ?? '';
      encoded.set(text, one);
      this.#remember(text, one);
    }
    return encoded;
  }

  #remember(question: string, encoded: EncodedText): void {
    this.#questions.set(question, encoded);
    const oldest = this.#questions.keys().next().value;
    if (this.#questions.size > MOST_QUESTIONS && oldest !== undefined) this.#questions.delete(oldest);
  }

  async #encodeBatch(
    texts: readonly string[],
    options: EncodeOptions,
    wantsTokens: boolean,
  ): Promise<Map<string, EncodedText>> {
    const distinct = [...new Set(texts)];
    const encoded = new Map<string, EncodedText>();
    for (let start = 0; start < distinct.length; start += LOOKED_UP_AT_ONCE) {
      if (start > 0) await nextTurn();
      for (const [text, one] of this.#find(distinct.slice(start, start + LOOKED_UP_AT_ONCE), wantsTokens))
        encoded.set(text, one);
    }
    const missing = distinct.filter((text) => this.#isMissing(encoded.get(text), wantsTokens));
    const known = distinct.length - missing.length;
    for (let start = 0; start < missing.length; start += KEPT_AT_ONCE) {
      const portion = missing
        .slice(start, start + KEPT_AT_ONCE)
        .filter((text) => this.#isMissing(encoded.get(text), wantsTokens));
      if (portion.length === 0) continue;
      const asked = await this.#ask(
        portion,
        {
          priority: 'batch',
          onProgress: (done) => options.onProgress?.(known + start + done, known + missing.length),
        },
        wantsTokens,
      );
      this.#tryDisk(() => this.#keep(portion, asked));
      // From here on their states are read from there: none stays in memory but what the disk refused.
      const kept = wantsTokens ? this.#tryDisk(() => this.#cache.findTokens(portion)) : null;
      for (const [place, { vector, tokens }] of asked.entries()) {
        const text = portion[place] ?? '';
        encoded.set(text, { vector: toVector(quantise(vector).values), tokens: kept?.get(text) ?? tokens });
      }
    }
    return encoded;
  }

  #keep(texts: readonly string[], encoded: readonly EncodedText[]): void {
    this.#cache.put(texts, encoded);
    this.#saidOfDisk.clear();
  }

  #isMissing(encoded: EncodedText | undefined, wantsTokens: boolean): boolean {
    return encoded === undefined || (wantsTokens && this.#hasTokens && encoded.tokens === null);
  }
}
