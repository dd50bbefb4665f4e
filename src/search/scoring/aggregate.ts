// Brings the likenesses of a question to all texts together by entry. Pure.
import type { IndexedText } from '../indexed-text.ts';

/** A text of the index that is asked while calibrating: it must not answer itself. */
export interface Asked {
  /** Its place among the texts. */
  readonly text: number;
  /** Whether its whole entry is left out: then it is a question that the rest does not cover. */
  readonly wholeEntry: boolean;
}

/** The texts as numbers: this is asked of all of them for every question. */
export interface Owners {
  readonly entryCount: number;
  /** For each text its entry, or -1 for counter-evidence. */
  readonly entryOf: Int32Array;
  /** For each text 1 where it is a passage. */
  readonly isPassage: Uint8Array;
}

/** For each entry its nearest wording, the mean of its wordings, its nearest passage; and the nearest counter-evidence. */
export interface Aggregate {
  readonly nearest: Float64Array;
  readonly mean: Float64Array;
  readonly passage: Float64Array;
  readonly counter: number;
}

export function toOwners(texts: readonly IndexedText[], entryCount: number): Owners {
  return {
    entryCount,
    entryOf: Int32Array.from(texts, ({ entry }) => entry),
    isPassage: Uint8Array.from(texts, ({ kind }) => (kind === 'passage' ? 1 : 0)),
  };
}

export function aggregate(owners: Owners, likenesses: Float32Array, asked: Asked | null): Aggregate {
  const { entryCount: size, entryOf, isPassage } = owners;
  const nearest = new Float64Array(size);
  const sum = new Float64Array(size);
  const passage = new Float64Array(size);
  const counts = new Float64Array(size);
  const leftOut = asked?.wholeEntry ? (entryOf[asked.text] ?? -1) : -1;
  let counter = 0;
  for (let at = 0; at < entryOf.length; at += 1) {
    const entry = entryOf[at] as number;
    if (at === asked?.text || (leftOut >= 0 && entry === leftOut)) continue;
    const likeness = likenesses[at] as number;
    if (entry < 0) counter = Math.max(counter, likeness);
    else if (isPassage[at] === 1) passage[entry] = Math.max(passage[entry] as number, likeness);
    else {
      nearest[entry] = Math.max(nearest[entry] as number, likeness);
      sum[entry] = (sum[entry] as number) + likeness;
      counts[entry] = (counts[entry] as number) + 1;
    }
  }
  return { nearest, mean: sum.map((value, entry) => value / Math.max(1, counts[entry] ?? 1)), passage, counter };
}

/** For each entry the place of the text that is likest over all readings. */
export function findNearest({ entryCount, entryOf }: Owners, readings: readonly (Float32Array | null)[]): Int32Array {
  const nearest = new Int32Array(entryCount).fill(-1);
  const best = new Float64Array(entryCount).fill(Number.NEGATIVE_INFINITY);
  const present = readings.filter((reading) => reading !== null);
  for (let at = 0; at < entryOf.length; at += 1) {
    const entry = entryOf[at] as number;
    if (entry < 0) continue;
    let value = 0;
    for (const reading of present) value += reading[at] as number;
    if (value <= (best[entry] as number)) continue;
    best[entry] = value;
    nearest[entry] = at;
  }
  return nearest;
}
