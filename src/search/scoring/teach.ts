// What the classifier learns from: the texts of the index, each competing with the entries that are most like it. Pure.
import { aggregate } from './aggregate.ts';
import { scoreStems } from './bm25f.ts';
import { type Classifier, type Lesson, train } from './classifier.ts';
import { hashedPlaces, toExample } from './example.ts';
import { compareMeaning, type Meaning } from './meaning.ts';
import type { SignalSources } from './signals.ts';
import { compareAll, weightsOf } from './space.ts';

/** A passage says less about how people ask than a wording does. */
const passageWeight = 0.5;
/** Counter-evidence weighs as much as so many entries, however many lines it has. */
const counterEntries = 2;
/** Multiplications that training may take, about a second's worth; they set how many rivals each text has. */
const budget = 1.6e9;
const [fewestRivals, mostRivals, passes] = [4, 96, 30];
/** Numbers that a text is seen by, roughly: 384 of its vector and the pieces of its words. */
const numbersPerText = 550;
/** With more texts than these only some are learned from, and their rivals are found by words alone; unless all are everybody's rivals. */
const mostLessons = 2400;

function vectorOf(meaning: Meaning | null, place: number): Float32Array | null {
  if (meaning === null) return null;
  return meaning.texts.subarray(place * meaning.dimensions, (place + 1) * meaning.dimensions);
}

/** How like each entry is to a text of the index, by the weights of shared words: quick, for large notes. */
function quickLikenesses({ stems, texts, weightOf }: SignalSources, place: number): Float64Array {
  const question = (texts[place]?.words ?? []).map(({ stem }) => stem);
  return scoreStems(stems, question, null, weightOf).bm25;
}

/** How like each entry is to a text of the index: by words, leaving the text itself out, and by the entries' centres. */
function likenesses(sources: SignalSources, place: number): Float64Array {
  const { meaning, entryCount, pieceSpace, stemSpace, owners } = sources;
  const vector = vectorOf(meaning, place);
  const near = meaning && vector ? compareMeaning(meaning.centres, vector) : new Float32Array(entryCount);
  const about = meaning && vector ? compareMeaning(meaning.summaries, vector) : new Float32Array(entryCount);
  const sums = Float64Array.from(near, (value, entry) => 2 * value + passageWeight * (about[entry] ?? 0));
  for (const space of [pieceSpace, stemSpace]) {
    const reading = compareAll(space, weightsOf(space, place));
    const { nearest, mean, passage } = aggregate(owners, reading, { text: place, wholeEntry: false });
    for (let entry = 0; entry < entryCount; entry += 1) {
      const ofWords = (nearest[entry] ?? 0) + (mean[entry] ?? 0) + passageWeight * (passage[entry] ?? 0);
      sums[entry] = (sums[entry] ?? 0) + ofWords;
    }
  }
  return sums;
}

/** The `count` entries with the highest likeness, highest first, without `own`. */
function likest(values: Float64Array, count: number, own: number): readonly number[] {
  const kept: number[] = [];
  for (let entry = 0; entry < values.length; entry += 1) {
    if (entry === own) continue;
    const value = values[entry] as number;
    if (kept.length === count && value <= (values[kept[count - 1] as number] as number)) continue;
    let at = kept.length;
    while (at > 0 && (values[kept[at - 1] as number] as number) < value) at -= 1;
    kept.splice(at, 0, entry);
    if (kept.length > count) kept.pop();
  }
  return kept;
}

/** Finds for each text its own class, then its rivals from the likest on; counter-evidence is everybody's rival. */
function rivalFinder(sources: SignalSources, count: number, hasCounter: boolean): (place: number) => Int32Array {
  const { entryCount, texts } = sources;
  const ownOf = (place: number): number => {
    const entry = texts[place]?.entry ?? -1;
    return entry < 0 ? entryCount : entry;
  };
  const toRivals = (own: number, values: Float64Array): Int32Array => {
    const counter = hasCounter && own < entryCount ? [entryCount] : [];
    return Int32Array.of(own, ...counter, ...likest(values, count, own));
  };
  const find = texts.length > mostLessons ? quickLikenesses : likenesses;
  if (entryCount > count) return (place) => toRivals(ownOf(place), find(sources, place));
  const everybody = new Float64Array(entryCount);
  const byOwn = Array.from({ length: entryCount + 1 }, (_, own) => toRivals(own, everybody));
  return (place) => byOwn[ownOf(place)] as Int32Array;
}

function toWeights({ texts, entryCount }: SignalSources): readonly number[] {
  const counters = texts.filter(({ kind }) => kind === 'counter').length;
  const wordings = texts.filter(({ kind }) => kind === 'question' || kind === 'phrasing').length;
  const anEntry = Math.max(3, wordings / Math.max(1, entryCount));
  const ofCounter = Math.min(1, (counterEntries * anEntry) / Math.max(1, counters));
  return texts.map(({ kind }) => (kind === 'counter' ? ofCounter : kind === 'passage' ? passageWeight : 1));
}

/** How many rivals each of so many texts may have. */
function affordableRivals(lessons: number): number {
  return Math.max(fewestRivals, Math.min(mostRivals, Math.floor(budget / (lessons * numbersPerText * passes))));
}

/** Places of the texts to learn from: all, or of large notes with many entries every question and an even choice of the rest. */
function toChosen({ texts, entryCount }: SignalSources): ReadonlySet<number> {
  const places = texts.map((_, place) => place);
  if (places.length <= mostLessons || affordableRivals(places.length) >= entryCount) return new Set(places);
  const isQuestion = (place: number): boolean => texts[place]?.kind === 'question';
  const rest = places.filter((place) => !isQuestion(place));
  const left = Math.max(mostLessons / 2, mostLessons - (places.length - rest.length));
  const step = Math.max(1, rest.length / left);
  const some = Array.from({ length: Math.floor(rest.length / step) }, (_, at) => rest[Math.floor(at * step)] ?? 0);
  return new Set([...places.filter(isQuestion), ...some]);
}

/** Trains the classifier on the texts of the index; its lessons stand in the order of the texts. */
export function teach(sources: SignalSources): Classifier {
  const { texts, meaning, view, stemSpace, pieceSpace, entryCount } = sources;
  const hasCounter = texts.some(({ entry }) => entry < 0);
  const chosen = toChosen(sources);
  const count = affordableRivals(chosen.size);
  const weights = toWeights(sources);
  const nobody = new Int32Array(0);
  const toRivals = rivalFinder(sources, count, hasCounter);
  const sums = new Float64Array(hashedPlaces);
  const lessons: readonly Lesson[] = texts.map((_, place) => ({
    example: toExample(
      view,
      { stems: weightsOf(stemSpace, place), pieces: weightsOf(pieceSpace, place) },
      vectorOf(meaning, place),
      sums,
    ),
    weight: chosen.has(place) ? (weights[place] ?? 1) : 0,
    rivals: chosen.has(place) ? toRivals(place) : nobody,
  }));
  return train(lessons, entryCount + (hasCounter ? 1 : 0));
}
