// Sentence vectors kept by content in a file of the state directory, so that no text is encoded twice. Edge.
import { createHash } from 'node:crypto';
import { appendFile, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readRecords, type VectorFile } from './read-records.ts';
import { RecordStore } from './record-store.ts';
import { keyOf, toHeader, toRecord, toVector } from './vector-record.ts';

/** About 41 MB at 384 dimensions: a thousand entries with a hundred texts each. */
const MOST_VECTORS = 100_000;
/** What is left of a full cache, so that it is not rewritten at each new text. */
const KEPT_WHEN_FULL = 0.8;

/**
 * The vectors of one encoder, by text. They come back in the eight bits a number in which the file keeps them.
 * Several processes may append to one file. A file that is damaged is written anew with what can be read of it.
 */
export class VectorCache {
  readonly #path: string;
  readonly #encoderName: string;
  readonly #most: number;
  /** Null until there is a first vector. */
  #records: RecordStore | null;
  readonly #used = new Set<string>();
  #written: Promise<void> = Promise.resolve();

  private constructor(path: string, encoderName: string, most: number, loaded: VectorFile) {
    this.#path = path;
    this.#encoderName = encoderName;
    this.#most = most;
    this.#records = loaded.records;
    if (loaded.isDamaged) this.#written = this.#rewrite();
  }

  /** Opens the cache of the encoder so named in `directory`, which is made where it is missing. `most`: vectors kept at most. */
  static async open(directory: string, encoderName: string, most = MOST_VECTORS): Promise<VectorCache> {
    await mkdir(directory, { recursive: true });
    const suffix = createHash('sha256').update(encoderName).digest('hex').slice(0, 12);
    const path = join(directory, `vectors-${suffix}.bin`);
    const cache = new VectorCache(path, encoderName, most, await readRecords(path));
    await cache.#written;
    return cache;
  }

  get size(): number {
    return this.#records?.size ?? 0;
  }

  /** The vector kept for a text, or null. */
  get(text: string): Float32Array | null {
    const key = keyOf(this.#encoderName, text);
    const record = this.#records?.get(key);
    if (record === undefined) return null;
    this.#used.add(key);
    return toVector(record);
  }

  /** Keeps the vectors of `texts`. Resolves when they are on disk; rejects where the disk refuses (they are kept in memory even so). */
  async put(texts: readonly string[], vectors: readonly Float32Array[]): Promise<void> {
    const dimensions = vectors[0]?.length;
    if (dimensions === undefined) return;
    const before = this.#records;
    const records = before?.dimensions === dimensions ? before : new RecordStore(dimensions);
    const isNew = records !== before;
    this.#records = records;
    const added: Buffer[] = [];
    for (const [place, text] of texts.entries()) {
      const vector = vectors[place];
      if (vector?.length !== dimensions)
        throw new Error(`A vector of ${vector?.length} numbers among vectors of ${dimensions}.`);
      const key = keyOf(this.#encoderName, text);
      const record = toRecord(key, vector);
      records.set(key, record);
      this.#used.add(key);
      added.push(record);
    }
    const isFull = records.size > this.#most;
    if (isFull) this.#forgetUnused(records);
    await this.#afterEarlierWrites(() =>
      isNew || isFull ? this.#rewrite() : appendFile(this.#path, Buffer.concat(added)),
    );
  }

  #afterEarlierWrites(write: () => Promise<void>): Promise<void> {
    const written = this.#written.catch(() => {}).then(write);
    this.#written = written;
    return written;
  }

  /** Drops the oldest vectors, first those that nothing asked for since the start. */
  #forgetUnused(records: RecordStore): void {
    const keys = records.keys();
    const inOrder = [...keys.filter((key) => !this.#used.has(key)), ...keys.filter((key) => this.#used.has(key))];
    const surplus = records.size - Math.floor(this.#most * KEPT_WHEN_FULL);
    for (const key of inOrder.slice(0, surplus)) records.delete(key);
  }

  /** Writes the whole file beside the old one and puts it in its place, so that a crash leaves one or the other. */
  async #rewrite(): Promise<void> {
    const beside = `${this.#path}.${process.pid}.tmp`;
    const records = this.#records;
    await writeFile(beside, toHeader(records?.dimensions ?? 0));
    for (const portion of records?.portions() ?? []) await appendFile(beside, portion);
    await rename(beside, this.#path);
  }
}
