// Vectors that come with the program: those of the shipped notes and of the chatter, so that a first start encodes neither. Edge.
import { readRecords } from './read-records.ts';
import type { RecordStore } from './record-store.ts';
import { keyOf, toVector } from './vector-record.ts';

/** The file that `npm run vectors` writes, with the bundled encoder's vectors. */
export const shippedFile = new URL('shipped.vectors.bin', import.meta.url);

/** A file of vectors that is only read. It is laid out as the vector cache's. */
export class ShippedVectors {
  readonly #encoderName: string;
  readonly #records: RecordStore | null;

  private constructor(encoderName: string, records: RecordStore | null) {
    this.#encoderName = encoderName;
    this.#records = records;
  }

  /** Opens the file for the encoder so named. Never rejects: what is missing or damaged is encoded anew, as any other text. */
  static async open(path: string | URL, encoderName: string): Promise<ShippedVectors> {
    const { records } = await readRecords(path);
    return new ShippedVectors(encoderName, records);
  }

  /** The vector shipped for a text, or null. */
  get(text: string): Float32Array | null {
    const record = this.#records?.get(keyOf(this.#encoderName, text));
    return record === undefined ? null : toVector(record);
  }
}
