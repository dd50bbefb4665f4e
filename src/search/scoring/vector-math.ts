// Sums over long rows of numbers, where nearly all time of building an index goes: four at a time, so that they overlap. Pure.
// Declared one by one: taken apart from a list, the sums are half as fast.

/** Inner product of `vector` and as many numbers of `rows` from `start` on. */
export function innerProduct(rows: Float32Array, start: number, vector: Float32Array): number {
  let one = 0;
  let two = 0;
  let three = 0;
  let four = 0;
  const size = vector.length;
  let at = 0;
  for (; at + 3 < size; at += 4) {
    const place = start + at;
    one += (rows[place] as number) * (vector[at] as number);
    two += (rows[place + 1] as number) * (vector[at + 1] as number);
    three += (rows[place + 2] as number) * (vector[at + 2] as number);
    four += (rows[place + 3] as number) * (vector[at + 3] as number);
  }
  for (; at < size; at += 1) one += (rows[start + at] as number) * (vector[at] as number);
  return one + two + (three + four);
}

/** Adds `factor` times `vector` to as many numbers of `rows` from `start` on. */
export function addScaled(rows: Float32Array, start: number, vector: Float32Array, factor: number): void {
  for (let at = 0; at < vector.length; at += 1) {
    rows[start + at] = (rows[start + at] as number) + factor * (vector[at] as number);
  }
}

/** Inner product with a vector that is zero but for `values` at `ids`, its places counted from `start` on. */
export function sparseProduct(rows: Float32Array, start: number, ids: Int32Array, values: Float32Array): number {
  let one = 0;
  let two = 0;
  let at = 0;
  for (; at + 1 < ids.length; at += 2) {
    one += (rows[start + (ids[at] as number)] as number) * (values[at] as number);
    two += (rows[start + (ids[at + 1] as number)] as number) * (values[at + 1] as number);
  }
  if (at < ids.length) one += (rows[start + (ids[at] as number)] as number) * (values[at] as number);
  return one + two;
}

/** Adds `factor` times such a vector. */
export function addSparse(
  rows: Float32Array,
  start: number,
  ids: Int32Array,
  values: Float32Array,
  factor: number,
): void {
  for (let at = 0; at < ids.length; at += 1) {
    const place = start + (ids[at] as number);
    rows[place] = (rows[place] as number) + factor * (values[at] as number);
  }
}

/** Where each of several rows of these lengths starts when they stand one behind another; last the length of all. */
export function toStarts(lengths: Int32Array): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  for (let at = 0; at < lengths.length; at += 1) starts[at + 1] = (starts[at] as number) + (lengths[at] as number);
  return starts;
}
