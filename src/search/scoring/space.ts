// Compares a question with every text of the index at once: cosines of rare features, by inverted lists. Pure.
import type { Counts } from '../reading/features.ts';

interface List {
  readonly texts: Int32Array;
  readonly weights: Float32Array;
  readonly idf: number;
}

/** Texts as unit vectors over their features, each feature weighted by how rare it is. */
export interface Space {
  readonly size: number;
  readonly lists: ReadonlyMap<string, List>;
  /** Weight of a feature that no text has. */
  readonly highestIdf: number;
}

function weigh(counts: number, idf: number): number {
  return (1 + Math.log(counts)) * idf;
}

function lengthOf(counts: Counts, idfOf: (feature: string) => number): number {
  let sum = 0;
  for (const [feature, count] of counts) sum += weigh(count, idfOf(feature)) ** 2;
  return Math.sqrt(sum) || 1;
}

export function buildSpace(texts: readonly Counts[]): Space {
  const holders = new Map<string, number[]>();
  texts.forEach((counts, text) => {
    for (const feature of counts.keys()) {
      const held = holders.get(feature);
      if (held) held.push(text);
      else holders.set(feature, [text]);
    }
  });
  const idfOf = (feature: string): number => Math.log(1 + texts.length / (holders.get(feature)?.length ?? 1));
  const lengths = texts.map((counts) => lengthOf(counts, idfOf));
  const lists = new Map<string, List>();
  for (const [feature, held] of holders) {
    const idf = idfOf(feature);
    const weights = held.map((text) => weigh(texts[text]?.get(feature) ?? 1, idf) / (lengths[text] ?? 1));
    lists.set(feature, { texts: Int32Array.from(held), weights: Float32Array.from(weights), idf });
  }
  return { size: texts.length, lists, highestIdf: Math.log(1 + texts.length) };
}

/** The question as a unit vector over the features that some text has. */
export function toUnitWeights(space: Space, question: Counts): ReadonlyMap<string, number> {
  const length = lengthOf(question, (feature) => space.lists.get(feature)?.idf ?? space.highestIdf);
  const weights = new Map<string, number>();
  for (const [feature, count] of question) {
    const list = space.lists.get(feature);
    if (list) weights.set(feature, weigh(count, list.idf) / length);
  }
  return weights;
}

/** Cosine of the question to each text, in the order of the texts. Features that no text has count in the question's length. */
export function compareAll(space: Space, question: Counts): Float32Array {
  const cosines = new Float32Array(space.size);
  for (const [feature, weight] of toUnitWeights(space, question)) {
    const list = space.lists.get(feature);
    if (!list) continue;
    for (let at = 0; at < list.texts.length; at += 1) {
      const text = list.texts[at] as number;
      cosines[text] = (cosines[text] as number) + weight * (list.weights[at] as number);
    }
  }
  return cosines;
}
