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

/** A vector that is zero but for `values` at `ids`. */
export interface Sparse {
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

/** Inner product with such a vector, whose places are counted from `start` on. */
export function sparseProduct(rows: Float32Array, start: number, { ids, values }: Sparse): number {
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
export function addSparse(rows: Float32Array, start: number, { ids, values }: Sparse, factor: number): void {
  for (let at = 0; at < ids.length; at += 1) {
    const place = start + (ids[at] as number);
    rows[place] = (rows[place] as number) + factor * (values[at] as number);
  }
}

/**
 * Inner products of such a vector with several others that stand side by side: `columns` has, place by place, the numbers of all of
 * them. Written into `products`, whose length is their number: a multiple of 4.
 */
export function columnProducts(columns: Float32Array, { ids, values }: Sparse, products: Float64Array): void {
  const width = products.length;
  for (let column = 0; column < width; column += 4) {
    let one = 0;
    let two = 0;
    let three = 0;
    let four = 0;
    for (let at = 0; at < ids.length; at += 1) {
      const place = column + width * (ids[at] as number);
      const value = values[at] as number;
      one += (columns[place] as number) * value;
      two += (columns[place + 1] as number) * value;
      three += (columns[place + 2] as number) * value;
      four += (columns[place + 3] as number) * value;
    }
    products[column] = one;
    products[column + 1] = two;
    products[column + 2] = three;
    products[column + 3] = four;
  }
}

/** Adds to each of several vectors that stand side by side its own factor times such a vector. The number of factors is a multiple of 4. */
export function addToColumns(columns: Float32Array, { ids, values }: Sparse, factors: Float64Array): void {
  const width = factors.length;
  for (let column = 0; column < width; column += 4) {
    const one = factors[column] as number;
    const two = factors[column + 1] as number;
    const three = factors[column + 2] as number;
    const four = factors[column + 3] as number;
    for (let at = 0; at < ids.length; at += 1) {
      const place = column + width * (ids[at] as number);
      const value = values[at] as number;
      columns[place] = (columns[place] as number) + one * value;
      columns[place + 1] = (columns[place + 1] as number) + two * value;
      columns[place + 2] = (columns[place + 2] as number) + three * value;
      columns[place + 3] = (columns[place + 3] as number) + four * value;
    }
  }
}

/** Where each of several rows of these lengths starts when they stand one behind another; last the length of all. */
export function toStarts(lengths: Int32Array): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  for (let at = 0; at < lengths.length; at += 1) starts[at + 1] = (starts[at] as number) + (lengths[at] as number);
  return starts;
}
