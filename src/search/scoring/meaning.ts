// Compares a question with every text of the index by meaning: cosines of sentence vectors. Pure.
import type { IndexedText } from '../indexed-text.ts';
import { innerProduct } from './vector-math.ts';

/** Unit vectors of all texts and of all entries as a whole, one behind another. */
export interface Meaning {
  readonly dimensions: number;
  readonly texts: Float32Array;
  /** Heading and beginning of the answer, one for each entry. */
  readonly summaries: Float32Array;
  /** Mean of an entry's wordings, as a unit vector, one for each entry. */
  readonly centres: Float32Array;
  /** Length of the sum of an entry's wordings before it was scaled: what one wording less takes from the centre. */
  readonly centreLengths: Float64Array;
}

/** The vector scaled to length 1 (a zero vector stays one). */
export function toUnit(vector: Float32Array): Float32Array {
  const length = lengthOf(vector) || 1;
  return vector.map((value) => value / length);
}

function stack(vectors: readonly Float32Array[], dimensions: number): Float32Array {
  const stacked = new Float32Array(vectors.length * dimensions);
  for (const [place, vector] of vectors.entries()) stacked.set(vector, place * dimensions);
  return stacked;
}

function toSums(texts: readonly IndexedText[], vectors: readonly Float32Array[], count: number, dimensions: number) {
  const sums = Array.from({ length: count }, () => new Float32Array(dimensions));
  texts.forEach(({ entry, kind }, place) => {
    const [sum, vector] = [sums[entry], vectors[place]];
    if (!sum || !vector || kind === 'passage') return;
    for (let at = 0; at < dimensions; at += 1) sum[at] = (sum[at] ?? 0) + (vector[at] ?? 0);
  });
  return sums;
}

function lengthOf(vector: Float32Array): number {
  let sum = 0;
  for (const value of vector) sum += value * value;
  return Math.sqrt(sum);
}

/** Cosine to an entry's centre as it would be without the asked wording itself. */
export function withoutItself(meaning: Meaning, entry: number, cosine: number): number {
  const whole = (meaning.centreLengths[entry] ?? 0) * cosine;
  const rest = Math.sqrt(Math.max(0, (meaning.centreLengths[entry] ?? 0) ** 2 - 2 * whole + 1));
  return rest < 1e-6 ? 0 : (whole - 1) / rest;
}

/**
 * Lays out the vectors of an index. A text without a vector gets a zero vector, which is near nothing.
 * `summaries`: for each entry the text that stands for it as a whole.
 */
export function toMeaning(
  texts: readonly IndexedText[],
  summaries: readonly string[],
  vectors: ReadonlyMap<string, Float32Array>,
): Meaning {
  const dimensions = vectors.values().next().value?.length ?? 0;
  const find = (text: string): Float32Array => toUnit(vectors.get(text) ?? new Float32Array(dimensions));
  const ofTexts = texts.map(({ encoded }) => find(encoded));
  const sums = toSums(texts, ofTexts, summaries.length, dimensions);
  return {
    dimensions,
    texts: stack(ofTexts, dimensions),
    summaries: stack(summaries.map(find), dimensions),
    centres: stack(sums.map(toUnit), dimensions),
    centreLengths: Float64Array.from(sums, lengthOf),
  };
}

/** Cosine of the question's unit vector to each of the vectors laid one behind another. */
export function compareMeaning(stacked: Float32Array, vector: Float32Array): Float32Array {
  const dimensions = vector.length;
  const cosines = new Float32Array(dimensions === 0 ? 0 : stacked.length / dimensions);
  for (let place = 0; place < cosines.length; place += 1) {
    cosines[place] = innerProduct(stacked, place * dimensions, vector);
  }
  return cosines;
}
