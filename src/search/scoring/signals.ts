// Everything that is measured between one question and each entry. Pure.
import type { IndexedText } from '../indexed-text.ts';
import { toPieceCounts, toStemCounts } from '../reading/features.ts';
import type { Word } from '../reading/words.ts';
import { type Asked, aggregate, findNearest, type Owners } from './aggregate.ts';
import { type LeftOut, type StemIndex, type StemScores, scoreStems } from './bm25f.ts';
import { type Classifier, classify } from './classifier.ts';
import { toExample, type View } from './example.ts';
import { compareMeaning, type Meaning, withoutItself } from './meaning.ts';
import { compareAll, type Space, toWeights } from './space.ts';
import type { WeightOf } from './word-weights.ts';

/** Signals between a question and one entry, in the order in which a row of `SignalTable.rows` holds them. */
export const signalNames = [
  'bm25',
  'coverage',
  'wordingCoverage',
  'piecesNearest',
  'piecesMean',
  'piecesPassage',
  'stemsNearest',
  'stemsPassage',
  'trained',
  'meaningNearest',
  'meaningMean',
  'meaningCentre',
  'meaningPassage',
  'meaningSummary',
] as const;

export type SignalName = (typeof signalNames)[number];

/** The part of the index that signals are read from. */
export interface SignalSources {
  readonly entryCount: number;
  readonly owners: Owners;
  readonly texts: readonly IndexedText[];
  readonly stems: StemIndex;
  readonly stemSpace: Space;
  readonly pieceSpace: Space;
  readonly view: View;
  readonly weightOf: WeightOf;
  /** Null where only words are read. */
  readonly meaning: Meaning | null;
  /** Null only while it is trained. Its class after the last entry is counter-evidence. */
  readonly classifier: Classifier | null;
}

/** What holds for a question as a whole. */
export interface QuestionSignals {
  /** Share of the question's weight in words that no entry knows. */
  readonly unknown: number;
  readonly mass: number;
  readonly wordCount: number;
  /** Likeness of the nearest counter-evidence: by pieces and stems of words, by meaning, and what the classifier gives it. */
  readonly counterWords: number;
  readonly counterMeaning: number;
  readonly counterTrained: number;
}

/** Signals of one question: a row for each entry, and what holds for the question as a whole. */
export interface SignalTable {
  readonly rows: readonly Float64Array[];
  readonly question: QuestionSignals;
  /** For each entry the place (in `texts`) of its nearest wording or passage. */
  readonly nearest: Int32Array;
}

function toLeftOut(sources: SignalSources, asked: Asked | null): LeftOut | null {
  const text = asked === null ? undefined : sources.texts[asked.text];
  if (asked === null || text === undefined || text.entry < 0) return null;
  const stems = new Map<string, number>();
  for (const { stem } of text.words) stems.set(stem, (stems.get(stem) ?? 0) + 1);
  return { entry: text.entry, stems: asked.wholeEntry ? null : stems };
}

/** Places of the texts that are left out. */
function forgottenBy(sources: SignalSources, asked: Asked | null): readonly number[] {
  if (asked === null) return [];
  const entry = sources.texts[asked.text]?.entry ?? -1;
  if (!asked.wholeEntry || entry < 0) return [asked.text];
  return sources.texts.flatMap((text, place) => (text.entry === entry ? [place] : []));
}

interface Readings {
  readonly scored: StemScores;
  readonly pieces: Float32Array;
  readonly stems: Float32Array;
  readonly meaning: Float32Array | null;
  readonly trained: Float64Array;
}

function readAll(
  sources: SignalSources,
  words: readonly Word[],
  vector: Float32Array | null,
  asked: Asked | null,
): Readings {
  const stems = words.map((word) => word.stem);
  const { meaning, classifier, stemSpace, pieceSpace, view } = sources;
  const weights = {
    stems: toWeights(stemSpace, toStemCounts(words)),
    pieces: toWeights(pieceSpace, toPieceCounts(words)),
  };
  return {
    scored: scoreStems(sources.stems, stems, toLeftOut(sources, asked), sources.weightOf),
    pieces: compareAll(pieceSpace, weights.pieces),
    stems: compareAll(stemSpace, weights.stems),
    meaning: meaning && vector ? compareMeaning(meaning.texts, vector) : null,
    trained: classifier
      ? classify(classifier, toExample(view, weights, meaning && vector), forgottenBy(sources, asked))
      : new Float64Array(sources.entryCount),
  };
}

/** Cosines to the centres of the entries; a wording that is asked has no part in its own. */
function toCentreColumn({ meaning, texts }: SignalSources, cosines: ArrayLike<number>, asked: Asked | null) {
  const own = asked === null ? undefined : texts[asked.text];
  const isOwn = (entry: number) => meaning !== null && own?.entry === entry && own.kind !== 'passage';
  return Float64Array.from(cosines, (cosine, entry) =>
    meaning && isOwn(entry) ? withoutItself(meaning, entry, cosine) : cosine,
  );
}

function toTable(sources: SignalSources, readings: Readings, vector: Float32Array | null, asked: Asked | null) {
  const { scored, trained } = readings;
  const [pieces, stems] = [
    aggregate(sources.owners, readings.pieces, asked),
    aggregate(sources.owners, readings.stems, asked),
  ];
  const nothing = new Float64Array(sources.entryCount);
  const meaning = readings.meaning && aggregate(sources.owners, readings.meaning, asked);
  const compare = (stacked: Float32Array | undefined) =>
    stacked && vector ? compareMeaning(stacked, vector) : nothing;
  const columns = [
    scored.bm25,
    scored.coverage,
    scored.wordingCoverage,
    pieces.nearest,
    pieces.mean,
    pieces.passage,
    stems.nearest,
    stems.passage,
    trained,
    meaning?.nearest ?? nothing,
    meaning?.mean ?? nothing,
    toCentreColumn(sources, compare(sources.meaning?.centres), asked),
    meaning?.passage ?? nothing,
    compare(sources.meaning?.summaries),
  ];
  return { columns, counterWords: pieces.counter + stems.counter, counterMeaning: meaning?.counter ?? 0 };
}

/**
 * Measures a question (its words as they were meant, its unit vector or null) against every entry.
 * `asked`: while calibrating, what is left out.
 */
export function measure(
  sources: SignalSources,
  words: readonly Word[],
  vector: Float32Array | null,
  asked: Asked | null,
): SignalTable {
  const readings = readAll(sources, words, vector, asked);
  const { columns, counterWords, counterMeaning } = toTable(sources, readings, vector, asked);
  const { unknown, mass } = readings.scored;
  const rows = Array.from({ length: sources.entryCount }, (_, entry) =>
    Float64Array.from(columns, (column) => column[entry] ?? 0),
  );
  const counterTrained = readings.trained[sources.entryCount] ?? 0;
  return {
    rows,
    question: { unknown, mass, wordCount: words.length, counterWords, counterMeaning, counterTrained },
    nearest: findNearest(sources.owners, [readings.pieces, readings.stems, readings.meaning]),
  };
}
