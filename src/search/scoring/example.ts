// A text as the classifier sees it: its vector and its pieces and stems, hashed. Pure.
import { toPieceCounts, toStemCounts } from '../reading/features.ts';
import type { Word } from '../reading/words.ts';
import { type Space, toUnitWeights } from './space.ts';
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

/** Sees a text for the classifier. `vector`: of length 1, or null. */
export function toExample(words: readonly Word[], vector: Float32Array | null, stems: Space, pieces: Space): Example {
  const places = new Map<number, number>();
  const add = (weights: ReadonlyMap<string, number>, share: number): void => {
    for (const [feature, weight] of weights) {
      const hashed = hash(feature);
      const place = hashed % hashedPlaces;
      places.set(place, (places.get(place) ?? 0) + (hashed & 0x80000000 ? -1 : 1) * share * weight);
    }
  };
  add(toUnitWeights(pieces, toPieceCounts(words)), pieceShare);
  add(toUnitWeights(stems, toStemCounts(words)), stemShare);
  const ids = Int32Array.from(places.keys()).sort();
  return {
    dense: vector ?? new Float32Array(0),
    ids,
    values: Float32Array.from(ids, (place) => places.get(place) ?? 0),
  };
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
