// Brings the likenesses of a question to all texts together by entry. Pure.
import type { IndexedText } from '../indexed-text.ts';

/** A text of the index that is asked while calibrating: it must not answer itself. */
export interface Asked {
  /** Its place among the texts. */
  readonly text: number;
  /** Whether its whole entry is left out: then it is a question that the rest does not cover. */
  readonly wholeEntry: boolean;
}

interface Texts {
  readonly entryCount: number;
  readonly texts: readonly IndexedText[];
}

/** For each entry its nearest wording, the mean of its wordings, its nearest passage; and the nearest counter-evidence. */
export interface Aggregate {
  readonly nearest: Float64Array;
  readonly mean: Float64Array;
  readonly passage: Float64Array;
  readonly counter: number;
}

function isLeftOut({ texts }: Texts, asked: Asked | null, at: number): boolean {
  if (asked === null) return false;
  if (at === asked.text) return true;
  const entry = texts[at]?.entry ?? -1;
  return asked.wholeEntry && entry >= 0 && entry === texts[asked.text]?.entry;
}

export function aggregate(index: Texts, likenesses: Float32Array, asked: Asked | null): Aggregate {
  const size = index.entryCount;
  const [nearest, sum, passage] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  const counts = new Float64Array(size);
  let counter = 0;
  index.texts.forEach(({ entry, kind }, at) => {
    if (isLeftOut(index, asked, at)) return;
    const likeness = likenesses[at] ?? 0;
    if (entry < 0) counter = Math.max(counter, likeness);
    else if (kind === 'passage') passage[entry] = Math.max(passage[entry] ?? 0, likeness);
    else {
      nearest[entry] = Math.max(nearest[entry] ?? 0, likeness);
      sum[entry] = (sum[entry] ?? 0) + likeness;
      counts[entry] = (counts[entry] ?? 0) + 1;
    }
  });
  return { nearest, mean: sum.map((value, entry) => value / Math.max(1, counts[entry] ?? 1)), passage, counter };
}

/** For each entry the place of the text that is likest over all readings. */
export function findNearest(index: Texts, readings: readonly (Float32Array | null)[]): Int32Array {
  const nearest = new Int32Array(index.entryCount).fill(-1);
  const best = new Float64Array(index.entryCount).fill(Number.NEGATIVE_INFINITY);
  index.texts.forEach(({ entry }, at) => {
    if (entry < 0) return;
    const value = readings.reduce((sum, reading) => sum + (reading?.[at] ?? 0), 0);
    if (value <= (best[entry] ?? 0)) return;
    best[entry] = value;
    nearest[entry] = at;
  });
  return nearest;
}
