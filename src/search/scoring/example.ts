// A text as the classifier sees it: its vector and its pieces and stems, hashed. Pure.
import type { Space, Weights } from './space.ts';
import { innerProduct } from './vector-math.ts';

/** `dense`: the sentence vector, or empty where only words are read. `ids` and `values`: hashed features of the words. */
export interface Example {
  readonly dense: Float32Array;
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

/** Hashed features live in so many places; with 8,192 two of a note's telling pieces rarely share one. */
export const hashedPlaces = 8192;

/** Shares of the three views in the likeness of two texts, as measured best on the development sets: meaning 1, pieces 0.6, stems 0.3. */
const pieceShare = Math.sqrt(0.6);
const stemShare = Math.sqrt(0.3);

/** FNV-1a over UTF-16 code units: the same place and sign for a feature everywhere. */
function hash(feature: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < feature.length; at += 1) {
    value ^= feature.charCodeAt(at);
    value = Math.imul(value, 0x01000193);
  }
  return value >>> 0;
}

/** Where the features of a space go among the hashed places, and what a weight of theirs counts there (the sign is part of the hash). */
interface Hashing {
  readonly places: Int32Array;
  readonly factors: Float32Array;
}

/** How the texts of an index are seen by the classifier. */
export interface View {
  readonly stems: Hashing;
  readonly pieces: Hashing;
}

/** The question's or text's weights in both spaces. */
export interface WordWeights {
  readonly stems: Weights;
  readonly pieces: Weights;
}

function toHashing({ numbers }: Space, share: number): Hashing {
  const [places, factors] = [new Int32Array(numbers.size), new Float32Array(numbers.size)];
  for (const [feature, number] of numbers) {
    const hashed = hash(feature);
    places[number] = hashed % hashedPlaces;
    factors[number] = hashed & 0x80000000 ? -share : share;
  }
  return { places, factors };
}

export function toView(stems: Space, pieces: Space): View {
  return { stems: toHashing(stems, stemShare), pieces: toHashing(pieces, pieceShare) };
}

const nothing = new Float32Array(0);

/** The places in ascending order, each once: one whose sum came to nothing in between was touched anew. */
function toSortedOnce(touched: readonly number[]): Int32Array {
  const sorted = Int32Array.from(touched).sort();
  return sorted.some((place, at) => place === sorted[at - 1]) ? Int32Array.from(new Set(sorted)) : sorted;
}

/**
 * Sees a text for the classifier. `vector`: of length 1, or null. `sums`: `hashedPlaces` zeros to add up in; they are zeros again
 * afterwards.
 */
export function toExample(
  view: View,
  words: WordWeights,
  vector: Float32Array | null,
  sums: Float64Array = new Float64Array(hashedPlaces),
): Example {
  const touched: number[] = [];
  const add = ({ places, factors }: Hashing, { features, values }: Weights): void => {
    for (let at = 0; at < features.length; at += 1) {
      const feature = features[at] as number;
      const place = places[feature] as number;
      if (sums[place] === 0) touched.push(place);
      sums[place] = (sums[place] as number) + (factors[feature] as number) * (values[at] as number);
    }
  };
  add(view.pieces, words.pieces);
  add(view.stems, words.stems);
  const ids = toSortedOnce(touched);
  const values = new Float32Array(ids.length);
  for (let at = 0; at < ids.length; at += 1) {
    const place = ids[at] as number;
    values[at] = sums[place] as number;
    sums[place] = 0;
  }
  return { dense: vector ?? nothing, ids, values };
}

/** How like two examples are: the inner product of all they are seen by. */
export function multiply(one: Example, other: Example): number {
  let sum = innerProduct(one.dense, 0, other.dense);
  for (let a = 0, b = 0; a < one.ids.length && b < other.ids.length; ) {
    const [left, right] = [one.ids[a] ?? 0, other.ids[b] ?? 0];
    if (left === right) sum += (one.values[a] ?? 0) * (other.values[b] ?? 0);
    if (left <= right) a += 1;
    if (right <= left) b += 1;
  }
  return sum;
}
