// Sentence vectors in eight bits a number. Pure.

/** A vector as whole numbers from -127 to 127, to be multiplied by `scale`. */
export interface Quantised {
  readonly scale: number;
  readonly values: Int8Array;
}

/** Rounds each number to one of 255 steps between minus and plus the vector's largest. */
export function quantise(vector: Float32Array): Quantised {
  const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const scale = Math.fround(largest / 127);
  return { scale, values: Int8Array.from(vector, (value) => (scale === 0 ? 0 : Math.round(value / scale))) };
}

/** The vector that was rounded, its length no longer exactly 1. */
export function dequantise({ scale, values }: Quantised): Float32Array {
  return Float32Array.from(values, (value) => value * scale);
}
