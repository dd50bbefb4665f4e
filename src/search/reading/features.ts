// What two texts are compared by: word stems and pairs of them, and pieces of words. Pure.
import type { Word } from './words.ts';

/** How often each feature occurs in a text. */
export type Counts = ReadonlyMap<string, number>;

function count(features: Iterable<string>): Counts {
  const counts = new Map<string, number>();
  for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return counts;
}

/** Stems, and pairs of neighbouring stems ("open source" is more than "open" and "source"). */
export function toStemFeatures(words: readonly Word[]): readonly string[] {
  const stems = words.map((word) => word.stem);
  return [...stems, ...stems.slice(1).map((stem, index) => `${stems[index]} ${stem}`)];
}

/** Pieces of 3 to 5 letters of a plain word, its edges marked: what makes a typing error cheap. */
export function toPieces(plain: string): readonly string[] {
  const edged = `_${plain}_`;
  const pieces: string[] = [];
  for (let size = 3; size <= 5; size += 1) {
    for (let start = 0; start + size <= edged.length; start += 1) pieces.push(edged.slice(start, start + size));
  }
  return pieces.length === 0 ? [edged] : pieces;
}

/** How often the words have each stem and pair of stems. */
export function toStemCounts(words: readonly Word[]): Counts {
  return count(toStemFeatures(words));
}

/** How often the words have each piece. */
export function toPieceCounts(words: readonly Word[]): Counts {
  return count(words.flatMap(({ plain }) => toPieces(plain)));
}
