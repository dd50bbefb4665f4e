// Vectors that come with the program: those of the shipped notes and of the chatter, so that a first start encodes neither. Edge.
import { readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import type { TokenStates } from '../../search/scoring/token-states.ts';
import type { EncodedText } from '../../use-cases/interfaces/encoder.ts';
import { KEY_BYTES, keyOf, quantise, toVector } from './quantised.ts';

/*
 * The file: a header (mark, number of dimensions), then records in any order:
 *   16 bytes  the key of encoder and text
 *    2 bytes  how many tokens have their states here
 *    n bytes  the vector in eight bits a number
 *   2t bytes  the tokens' pieces
 * nt/2 bytes  the tokens' states, in four bits a number
 *    4 bytes  CRC-32 of the record so far
 */
const MARK = 'RCV2';
const HEADER_BYTES = 8;
const COUNT_BYTES = 2;
const PIECE_BYTES = 2;
const CHECK_BYTES = 4;

/** The file that `npm run vectors` writes, with the bundled encoder's vectors. */
export const shippedFile = new URL('shipped.vectors.bin', import.meta.url);

function toRecord(key: Buffer, { vector, tokens }: EncodedText): Buffer {
  const { pieces, states } = tokens ?? { pieces: new Uint16Array(0), states: new Uint8Array(0) };
  const count = Buffer.alloc(COUNT_BYTES);
  count.writeUInt16LE(pieces.length);
  const numbers = Buffer.from(quantise(vector).values.buffer);
  const record = Buffer.concat([key, count, numbers, Buffer.from(Uint16Array.from(pieces).buffer), states]);
  const check = Buffer.alloc(CHECK_BYTES);
  check.writeUInt32LE(crc32(record));
  return Buffer.concat([record, check]);
}

/** The file's bytes: what `texts` are encoded as, in order, by the encoder so named. */
export function toShippedFile(encoderName: string, texts: readonly string[], encoded: readonly EncodedText[]): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.write(MARK, 'latin1');
  header.writeUInt32LE(encoded[0]?.vector.length ?? 0, MARK.length);
  const records = encoded.map((one, place) => toRecord(keyOf(encoderName, texts[place] ?? ''), one));
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
  #dimensions = 0;
  /** Records by key. */
  readonly #records = new Map<string, Buffer>();

  /** Reads the file for the encoder so named. */
  constructor(path: string | URL, encoderName: string) {
    this.#encoderName = encoderName;
    const file = readFile(path);
    if (file.length < HEADER_BYTES || file.toString('latin1', 0, MARK.length) !== MARK) return;
    this.#dimensions = file.readUInt32LE(MARK.length);
    for (let start = HEADER_BYTES; start + KEY_BYTES + COUNT_BYTES <= file.length; ) {
      const tokens = file.readUInt16LE(start + KEY_BYTES);
      const end = start + this.#tokensAt() + tokens * (PIECE_BYTES + this.#dimensions / 2) + CHECK_BYTES;
      if (end <= file.length)
        this.#records.set(file.toString('latin1', start, start + KEY_BYTES), file.subarray(start, end));
      start = end;
    }
  }

  /** The vector shipped for a text, or null. */
  get(text: string): Float32Array | null {
    const record = this.#find(text);
    if (record === null) return null;
    const numbers = record.subarray(KEY_BYTES + COUNT_BYTES, this.#tokensAt());
    return toVector(new Int8Array(numbers.buffer, numbers.byteOffset, numbers.length));
  }

  /** The states of tokens shipped for a text, or null. */
  getTokens(text: string): TokenStates | null {
    const record = this.#find(text);
    const count = record?.readUInt16LE(KEY_BYTES) ?? 0;
    if (record === null || count === 0) return null;
    const numbers = record.subarray(this.#tokensAt(), -CHECK_BYTES);
    // Copied, so that the numbers lie where two bytes are one.
    const pieces = new Uint16Array(Uint8Array.from(numbers.subarray(0, count * PIECE_BYTES)).buffer);
    const states = numbers.subarray(count * PIECE_BYTES);
    return { pieces, states: new Uint8Array(states.buffer, states.byteOffset, states.length) };
  }

  #tokensAt(): number {
    return KEY_BYTES + COUNT_BYTES + this.#dimensions;
  }

  #find(text: string): Buffer | null {
    const record = this.#records.get(keyOf(this.#encoderName, text).toString('latin1'));
    if (record === undefined) return null;
    return crc32(record.subarray(0, -CHECK_BYTES)) === record.readUInt32LE(record.length - CHECK_BYTES) ? record : null;
  }
}
