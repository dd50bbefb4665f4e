// Compares a question with the texts of the index by meaning: cosines of sentence vectors, eight bits a number. Pure.

/** Unit vectors, one behind another, in whole numbers from -127 to 127; vector `n` is to be multiplied by `scales[n]`. */
export interface PackedVectors {
  readonly dimensions: number;
  readonly numbers: Int8Array;
  readonly scales: Float32Array;
}

/** Vectors of all texts of a table, and of each entry as a whole (heading and beginning of the answer). */
export interface Meaning {
  readonly texts: PackedVectors;
  readonly summaries: PackedVectors;
  /** For each entry the length of the sum of its wordings' vectors. */
  readonly centreLengths: Float32Array;
}

/** The vector scaled to length 1 (a zero vector stays one). */
export function toUnit(vector: Float32Array): Float32Array {
  let sum = 0;
  for (const value of vector) sum += value * value;
  const length = Math.sqrt(sum) || 1;
  return vector.map((value) => value / length);
}

export function packVectors(
  count: number,
  dimensions: number,
  vectorAt: (place: number) => Float32Array | null,
): PackedVectors {
  const numbers = new Int8Array(count * dimensions);
  const scales = new Float32Array(count);
  for (let place = 0; place < count; place += 1) {
    const vector = vectorAt(place);
    if (vector === null) continue;
    let [most, squares] = [0, 0];
    for (const value of vector) {
      most = Math.max(most, Math.abs(value));
      squares += value * value;
    }
    const step = most / 127 || 1;
    for (let at = 0; at < dimensions; at += 1)
      numbers[place * dimensions + at] = Math.round((vector[at] as number) / step);
    scales[place] = squares === 0 ? 0 : step / Math.sqrt(squares);
  }
  return { dimensions, numbers, scales };
}

/** The vector at a place, at unit length. */
export function vectorAt({ dimensions, numbers, scales }: PackedVectors, place: number): Float32Array {
  const scale = scales[place] ?? 0;
  return Float32Array.from(numbers.subarray(place * dimensions, (place + 1) * dimensions), (number) => number * scale);
}

/** Cosine of a unit vector to the vector at a place. Four sums at a time, so that they overlap. */
export function cosineAt({ dimensions, numbers, scales }: PackedVectors, place: number, vector: Float32Array): number {
  const start = place * dimensions;
  let one = 0;
  let two = 0;
  let three = 0;
  let four = 0;
  let at = 0;
  for (; at + 3 < dimensions; at += 4) {
    one += (numbers[start + at] as number) * (vector[at] as number);
    two += (numbers[start + at + 1] as number) * (vector[at + 1] as number);
    three += (numbers[start + at + 2] as number) * (vector[at + 2] as number);
    four += (numbers[start + at + 3] as number) * (vector[at + 3] as number);
  }
  for (; at < dimensions; at += 1) one += (numbers[start + at] as number) * (vector[at] as number);
  return (one + two + (three + four)) * (scales[place] as number);
}

/** Length of the sum of the vectors from one place up to another. */
export function lengthOfSum({ dimensions, numbers, scales }: PackedVectors, from: number, end: number): number {
  const sum = new Float32Array(dimensions);
  for (let place = from; place < end; place += 1) {
    for (let at = 0; at < dimensions; at += 1) {
      sum[at] = (sum[at] as number) + (numbers[place * dimensions + at] as number) * (scales[place] as number);
    }
  }
  return Math.sqrt(sum.reduce((total, value) => total + value * value, 0));
}
