// How the vector cache's file is laid out: its header and one record. Edge.
import { hash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { normalised } from '../vectors.ts';
import { dequantise, quantise } from './quantised.ts';

/*
 * The file: a header (mark, number of dimensions), then records of one size in any order:
 *   16 bytes  SHA-256 of the encoder's name and the text, cut
 *    4 bytes  scale, 32-bit float
 *    n bytes  the vector in eight bits a number
 *    4 bytes  CRC-32 of the record so far
 */
const MARK = 'RCV1';
const KEY_BYTES = 16;
const SCALE_BYTES = 4;
const CHECK_BYTES = 4;

export const HEADER_BYTES = 8;

/** Bytes of one record of a vector with so many numbers. */
export function recordBytes(dimensions: number): number {
  return KEY_BYTES + SCALE_BYTES + dimensions + CHECK_BYTES;
}

/** The file's first bytes. */
export function toHeader(dimensions: number): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.write(MARK, 'latin1');
  header.writeUInt32LE(dimensions, MARK.length);
  return header;
}

/** The number of dimensions in a file's header, or null where it is not such a file. */
export function readHeader(file: Buffer): number | null {
  const isOurs = file.length >= HEADER_BYTES && file.toString('latin1', 0, MARK.length) === MARK;
  return isOurs ? file.readUInt32LE(MARK.length) : null;
}

/** What a text's vector is kept under. */
export function keyOf(encoderName: string, text: string): string {
  return hash('sha256', `${encoderName}\n${text}`, 'buffer').toString('latin1', 0, KEY_BYTES);
}

export function toRecord(key: string, vector: Float32Array): Buffer {
  const { scale, values } = quantise(vector);
  const record = Buffer.alloc(recordBytes(values.length));
  record.write(key, 'latin1');
  record.writeFloatLE(scale, KEY_BYTES);
  record.set(new Uint8Array(values.buffer), KEY_BYTES + SCALE_BYTES);
  record.writeUInt32LE(crc32(record.subarray(0, -CHECK_BYTES)), record.length - CHECK_BYTES);
  return record;
}

/** The key of a record, or null where it does not match its checksum: a crash left it half written. */
export function readKey(record: Buffer): string | null {
  const isWhole = crc32(record.subarray(0, -CHECK_BYTES)) === record.readUInt32LE(record.length - CHECK_BYTES);
  return isWhole ? record.toString('latin1', 0, KEY_BYTES) : null;
}

/** The vector of a record, at unit length again. */
export function toVector(record: Buffer): Float32Array {
  const bytes = record.subarray(KEY_BYTES + SCALE_BYTES, -CHECK_BYTES);
  const values = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  return normalised(dequantise({ scale: record.readFloatLE(KEY_BYTES), values }));
}
