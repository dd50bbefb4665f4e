// Sentence vectors in eight bits a number. Pure.

/** A vector as whole numbers from -127 to 127, to be multiplied by `scale`. */
export interface Quantised {
  readonly scale: number;
  readonly values: Int8Array;
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

/** The vector that was rounded, its length no longer exactly 1. */
export function dequantise({ scale, values }: Quantised): Float32Array {
  const vector = new Float32Array(values.length);
  for (let place = 0; place < vector.length; place += 1) vector[place] = (values[place] ?? 0) * scale;
  return vector;
}
