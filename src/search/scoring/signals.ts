// Everything that is measured between one question and each entry. Pure.
import { toPieceCounts, toStemCounts } from '../reading/features.ts';
import type { Word } from '../reading/words.ts';
import { type LeftOut, type StemIndex, scoreStems } from './bm25f.ts';
import { compareAll, type Space } from './space.ts';

/** Signals between a question and one entry, in the order in which a row of `SignalTable.rows` holds them. */
export const signalNames = [
  'bm25',
  'coverage',
  'wordingCoverage',
  'piecesNearest',
  'piecesMean',
  'piecesPassage',
  'stemsNearest',
  'stemsMean',
  'stemsPassage',
] as const;

export type SignalName = (typeof signalNames)[number];

/** One text of the index. `entry`: its place among the entries, or -1 for counter-evidence. */
export interface IndexedText {
  readonly entry: number;
  readonly kind: 'question' | 'phrasing' | 'passage' | 'counter';
  readonly text: string;
  readonly words: readonly Word[];
}

/** The part of the index that signals are read from. */
export interface SignalSources {
  readonly entryCount: number;
  readonly texts: readonly IndexedText[];
  readonly stems: StemIndex;
  readonly stemSpace: Space;
  readonly pieceSpace: Space;
  readonly weightOf: (stem: string) => number;
}

/** Signals of one question: a row for each entry, and what holds for the question as a whole. */
export interface SignalTable {
  readonly rows: readonly Float64Array[];
  readonly question: {
    /** Share of the question's weight in words that no entry knows. */
    readonly unknown: number;
    readonly mass: number;
    readonly wordCount: number;
    /** Cosine of the nearest counter-evidence, by pieces of words. */
    readonly counter: number;
  };
  /** For each entry the place (in `texts`) of its nearest wording or passage. */
  readonly nearest: Int32Array;
}

/** What one reading found for one entry: its nearest wording, the mean of its wordings, its nearest passage. */
interface Aggregate {
  readonly nearest: Float64Array;
  readonly mean: Float64Array;
  readonly passage: Float64Array;
  readonly counter: number;
}

/** Which text or entry is asked and must not answer itself. */
export interface Asked {
  readonly text: number;
  readonly wholeEntry: boolean;
}

function isLeftOut(asked: Asked | null, texts: readonly IndexedText[], at: number): boolean {
  if (asked === null) return false;
  if (at === asked.text) return true;
  return asked.wholeEntry && texts[at]?.entry === texts[asked.text]?.entry;
}

/** Brings the cosines of all texts together by entry. */
export function aggregate(sources: SignalSources, cosines: Float32Array, asked: Asked | null): Aggregate {
  const size = sources.entryCount;
  const [nearest, sum, passage] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  const counts = new Float64Array(size);
  let counter = 0;
  sources.texts.forEach(({ entry, kind }, at) => {
    if (isLeftOut(asked, sources.texts, at)) return;
    const cosine = cosines[at] ?? 0;
    if (entry < 0) counter = Math.max(counter, cosine);
    else if (kind === 'passage') passage[entry] = Math.max(passage[entry] ?? 0, cosine);
    else {
      nearest[entry] = Math.max(nearest[entry] ?? 0, cosine);
      sum[entry] = (sum[entry] ?? 0) + cosine;
      counts[entry] = (counts[entry] ?? 0) + 1;
    }
  });
  return { nearest, mean: sum.map((value, entry) => value / Math.max(1, counts[entry] ?? 1)), passage, counter };
}

function toLeftOut(sources: SignalSources, asked: Asked | null): LeftOut | null {
  const text = asked === null ? undefined : sources.texts[asked.text];
  if (asked === null || text === undefined || text.entry < 0) return null;
  const stems = new Map<string, number>();
  for (const { stem } of text.words) stems.set(stem, (stems.get(stem) ?? 0) + 1);
  return { entry: text.entry, stems: asked.wholeEntry ? null : stems };
}

function findNearest(sources: SignalSources, pieces: Float32Array, stems: Float32Array): Int32Array {
  const nearest = new Int32Array(sources.entryCount).fill(-1);
  const best = new Float64Array(sources.entryCount).fill(-1);
  sources.texts.forEach(({ entry }, at) => {
    const value = (pieces[at] ?? 0) + (stems[at] ?? 0);
    if (entry < 0 || value <= (best[entry] ?? 0)) return;
    best[entry] = value;
    nearest[entry] = at;
  });
  return nearest;
}

/** Measures a question (its words as they were meant) against every entry. `asked`: while calibrating, what is left out. */
export function measure(sources: SignalSources, words: readonly Word[], asked: Asked | null): SignalTable {
  const pieceCosines = compareAll(sources.pieceSpace, toPieceCounts(words));
  const stemCosines = compareAll(sources.stemSpace, toStemCounts(words));
  const pieces = aggregate(sources, pieceCosines, asked);
  const stems = aggregate(sources, stemCosines, asked);
  const scored = scoreStems(
    sources.stems,
    words.map((word) => word.stem),
    toLeftOut(sources, asked),
    sources.weightOf,
  );
  const columns = [
    scored.bm25,
    scored.coverage,
    scored.wordingCoverage,
    pieces.nearest,
    pieces.mean,
    pieces.passage,
    stems.nearest,
    stems.mean,
    stems.passage,
  ];
  return {
    rows: Array.from({ length: sources.entryCount }, (_, entry) =>
      Float64Array.from(columns, (column) => column[entry] ?? 0),
    ),
    question: {
      unknown: scored.unknown,
      mass: scored.mass,
      wordCount: words.length,
      counter: Math.max(pieces.counter, stems.counter),
    },
    nearest: findNearest(sources, pieceCosines, stemCosines),
  };
}
