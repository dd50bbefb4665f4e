// Vector records by key, packed into few large buffers. Pure.
import { recordBytes } from './vector-record.ts';

const RECORDS_PER_SLAB = 512;

/**
 * Records of vectors with `dimensions` numbers each. They are copied one behind another: a buffer for each would give the garbage
 * collector tens of milliseconds of work for a few thousand of them, on the thread that hears Slack.
 */
export class RecordStore {
  readonly dimensions: number;
  readonly #bytes: number;
  readonly #slabs: Buffer[] = [];
  /** Where each record lies, counted in records. The order is that in which keys were first set. */
  readonly #places = new Map<string, number>();
  /** Places whose records were deleted. */
  readonly #free: number[] = [];
  #end = 0;

  constructor(dimensions: number) {
    this.dimensions = dimensions;
    this.#bytes = recordBytes(dimensions);
  }

  get size(): number {
    return this.#places.size;
  }

  keys(): readonly string[] {
    return [...this.#places.keys()];
  }

  /** The record kept under `key`: a view, good until the next change. */
  get(key: string): Buffer | undefined {
    const place = this.#places.get(key);
    return place === undefined ? undefined : this.#viewAt(place);
  }

  /** Copies a record of `recordBytes(dimensions)` bytes in, in place of the one that was kept under this key. */
  set(key: string, record: Buffer): void {
    const place = this.#places.get(key) ?? this.#free.pop() ?? this.#end++;
    if (place === this.#slabs.length * RECORDS_PER_SLAB) this.#slabs.push(Buffer.alloc(RECORDS_PER_SLAB * this.#bytes));
    record.copy(this.#viewAt(place));
    this.#places.set(key, place);
  }

  delete(key: string): void {
    const place = this.#places.get(key);
    if (place === undefined) return;
    this.#places.delete(key);
    this.#free.push(place);
  }

  /** Copies of all records, in some large portions. */
  *portions(): Iterable<Buffer> {
    let portion: Buffer[] = [];
    for (const place of this.#places.values()) {
      portion.push(this.#viewAt(place));
      if (portion.length < RECORDS_PER_SLAB) continue;
      yield Buffer.concat(portion);
      portion = [];
    }
    if (portion.length > 0) yield Buffer.concat(portion);
  }

  #viewAt(place: number): Buffer {
    const start = (place % RECORDS_PER_SLAB) * this.#bytes;
    return this.#slabs[Math.floor(place / RECORDS_PER_SLAB)]?.subarray(start, start + this.#bytes) ?? Buffer.alloc(0);
  }
}
