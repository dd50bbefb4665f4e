// Sentence vectors in eight bits a number, and the key that a text's vector is kept under. Pure.
import { hash } from 'node:crypto';
import { normalised } from '../vectors.ts';

/** A vector as whole numbers from -127 to 127, to be multiplied by `scale`. */
export interface Quantised {
  readonly scale: number;
  readonly values: Int8Array;
}

export const KEY_BYTES = 16;

/** SHA-256 of the encoder's name and the text, cut. */
export function keyOf(encoderName: string, text: string): Buffer {
  return hash('sha256', `${encoderName}\n${text}`, 'buffer').subarray(0, KEY_BYTES);
}

/** Rounds each number to one of 255 steps between minus and plus the vector's largest. */
export function quantise(vector: Float32Array): Quantised {
  let largest = 0;
  for (const value of vector) largest = Math.max(largest, Math.abs(value));
  const scale = Math.fround(largest / 127) || 1;
  const values = new Int8Array(vector.length);
  for (let place = 0; place < values.length; place += 1) values[place] = Math.round((vector[place] ?? 0) / scale);
  return { scale, values };
}

/** The vector that was rounded, at unit length again: the scale no longer matters. */
export function toVector(values: Int8Array): Float32Array {
  return normalised(values);
}
