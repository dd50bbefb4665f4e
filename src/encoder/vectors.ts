// Arithmetic on sentence vectors. Pure.

/** The vector at unit length; a zero vector stays as it is. */
export function normalised(vector: ArrayLike<number>): Float32Array {
  let squares = 0;
  for (let place = 0; place < vector.length; place += 1) squares += (vector[place] ?? 0) ** 2;
  const length = Math.sqrt(squares) || 1;
  const unit = new Float32Array(vector.length);
  for (let place = 0; place < unit.length; place += 1) unit[place] = (vector[place] ?? 0) / length;
  return unit;
}

/** A text worth encoding; for anything else a vector of zeros stands. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
