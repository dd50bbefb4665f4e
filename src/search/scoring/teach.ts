// What the classifier learns from: every text of the index, competing with the entries that are most like it. Pure.

import { toPieceCounts, toStemCounts } from '../reading/features.ts';
import { aggregate } from './aggregate.ts';
import { type Classifier, type Lesson, train } from './classifier.ts';
import { type Example, toExample } from './example.ts';
import { compareMeaning, type Meaning } from './meaning.ts';
import type { SignalSources } from './signals.ts';
import { compareAll } from './space.ts';

/** A passage says less about how people ask than a wording does. */
const passageWeight = 0.5;
/** Counter-evidence weighs as much as so many entries, however many lines it has. */
const counterEntries = 3;
/** Multiplications that training may take, about a second's worth; they set how many rivals each text has. */
const budget = 6e8;
const [fewestRivals, mostRivals, rounds] = [4, 32, 60];

function vectorOf(meaning: Meaning | null, place: number): Float32Array | null {
  if (meaning === null) return null;
  return meaning.texts.subarray(place * meaning.dimensions, (place + 1) * meaning.dimensions);
}

/** How like each entry is to a text of the index that must not vouch for itself. */
function likenesses(sources: SignalSources, place: number): Float64Array {
  const words = sources.texts[place]?.words ?? [];
  const vector = vectorOf(sources.meaning, place);
  const readings = [
    compareAll(sources.pieceSpace, toPieceCounts(words)),
    compareAll(sources.stemSpace, toStemCounts(words)),
    ...(sources.meaning && vector ? [compareMeaning(sources.meaning.texts, vector)] : []),
  ];
  const sums = new Float64Array(sources.entryCount);
  for (const reading of readings) {
    const { nearest, mean, passage } = aggregate(sources, reading, { text: place, wholeEntry: false });
    for (let entry = 0; entry < sums.length; entry += 1) {
      sums[entry] =
        (sums[entry] ?? 0) + (nearest[entry] ?? 0) + (mean[entry] ?? 0) + passageWeight * (passage[entry] ?? 0);
    }
  }
  return sums;
}

/** The text's own class, then its rivals from the likest on; counter-evidence is everybody's rival. */
function toRivals(sources: SignalSources, place: number, count: number, classCount: number): Int32Array {
  const own = sources.texts[place]?.entry ?? -1;
  const ownClass = own < 0 ? sources.entryCount : own;
  const all = Array.from({ length: classCount }, (_, rival) => rival).filter((rival) => rival !== ownClass);
  if (all.length <= count) return Int32Array.of(ownClass, ...all);
  const likest = likenesses(sources, place);
  const ranked = all
    .filter((rival) => rival < sources.entryCount)
    .sort((a, b) => (likest[b] ?? 0) - (likest[a] ?? 0) || a - b);
  const counter = classCount > sources.entryCount && own >= 0 ? [sources.entryCount] : [];
  return Int32Array.of(ownClass, ...counter, ...ranked.slice(0, count - counter.length));
}

function toWeights(sources: SignalSources): readonly number[] {
  const wordings = sources.texts.filter(({ kind }) => kind === 'question' || kind === 'phrasing').length;
  const counters = sources.texts.filter(({ kind }) => kind === 'counter').length;
  const ofCounter = Math.min(
    1,
    (counterEntries * Math.max(3, wordings / Math.max(1, sources.entryCount))) / Math.max(1, counters),
  );
  return sources.texts.map(({ kind }) => (kind === 'counter' ? ofCounter : kind === 'passage' ? passageWeight : 1));
}

/** Trains the classifier on all texts of the index. */
export function teach(sources: SignalSources): Classifier {
  const { texts, meaning, stemSpace, pieceSpace, entryCount } = sources;
  const examples: readonly Example[] = texts.map(({ words }, place) =>
    toExample(words, vectorOf(meaning, place), stemSpace, pieceSpace),
  );
  const classCount = entryCount + (texts.some(({ entry }) => entry < 0) ? 1 : 0);
  const features = examples.reduce((sum, { dense, ids }) => sum + dense.length + ids.length, 0) || 1;
  const count = Math.max(fewestRivals, Math.min(mostRivals, Math.floor(budget / (features * rounds))));
  const weights = toWeights(sources);
  const lessons: readonly Lesson[] = examples.map((example, place) => ({
    example,
    weight: weights[place] ?? 1,
    rivals: toRivals(sources, place, count, classCount),
  }));
  return train(lessons, classCount);
}
