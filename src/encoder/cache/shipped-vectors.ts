// Vectors that come with the program: those of the shipped notes and of the chatter, so that a first start encodes neither. Edge.
import { readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { KEY_BYTES, keyOf, quantise, toVector } from './quantised.ts';

/*
 * The file: a header (mark, number of dimensions), then records of one size in any order:
 *   16 bytes  the key of encoder and text
 *    4 bytes  scale, 32-bit float
 *    n bytes  the vector in eight bits a number
 *    4 bytes  CRC-32 of the record so far
 */
const MARK = 'RCV1';
const HEADER_BYTES = 8;
const SCALE_BYTES = 4;
const CHECK_BYTES = 4;

/** The file that `npm run vectors` writes, with the bundled encoder's vectors. */
export const shippedFile = new URL('shipped.vectors.bin', import.meta.url);

function toRecord(key: Buffer, vector: Float32Array): Buffer {
  const { scale, values } = quantise(vector);
  const record = Buffer.alloc(KEY_BYTES + SCALE_BYTES + values.length + CHECK_BYTES);
  record.set(key);
  record.writeFloatLE(scale, KEY_BYTES);
  record.set(new Uint8Array(values.buffer), KEY_BYTES + SCALE_BYTES);
  record.writeUInt32LE(crc32(record.subarray(0, -CHECK_BYTES)), record.length - CHECK_BYTES);
  return record;
}

/** The file's bytes: the vectors of `texts`, in order, as the encoder so named gives them. */
export function toShippedFile(encoderName: string, texts: readonly string[], vectors: readonly Float32Array[]): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.write(MARK, 'latin1');
  header.writeUInt32LE(vectors[0]?.length ?? 0, MARK.length);
  const records = texts.map((text, place) => toRecord(keyOf(encoderName, text), vectors[place] ?? new Float32Array(0)));
  return Buffer.concat([header, ...records]);
}

function readFile(path: string | URL): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0);
  }
}

/** A file of vectors that is only read. What is missing or damaged is encoded anew, as any other text. */
export class ShippedVectors {
  readonly #encoderName: string;
  /** Records by key. */
  readonly #records = new Map<string, Buffer>();

  /** Reads the file for the encoder so named. */
  constructor(path: string | URL, encoderName: string) {
    this.#encoderName = encoderName;
    const file = readFile(path);
    if (file.length < HEADER_BYTES || file.toString('latin1', 0, MARK.length) !== MARK) return;
    const bytes = KEY_BYTES + SCALE_BYTES + file.readUInt32LE(MARK.length) + CHECK_BYTES;
    for (let start = HEADER_BYTES; start + bytes <= file.length; start += bytes) {
      const record = file.subarray(start, start + bytes);
      this.#records.set(record.toString('latin1', 0, KEY_BYTES), record);
    }
  }

  /** The vector shipped for a text, or null. */
  get(text: string): Float32Array | null {
    const record = this.#records.get(keyOf(this.#encoderName, text).toString('latin1'));
    if (record === undefined) return null;
    if (crc32(record.subarray(0, -CHECK_BYTES)) !== record.readUInt32LE(record.length - CHECK_BYTES)) return null;
    const numbers = record.subarray(KEY_BYTES + SCALE_BYTES, -CHECK_BYTES);
    return toVector(new Int8Array(numbers.buffer, numbers.byteOffset, numbers.length));
  }
}
