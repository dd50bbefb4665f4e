// Everything that is measured between one question and the entries that may answer it. Pure.
import type { Word } from '../reading/words.ts';
import type { TextTable } from '../text-table.ts';
import { type AskedStem, type LeftOut, type StemIndex, type StemScores, scoreStems } from './bm25f.ts';
import type { Likeness, QuestionLikeness } from './likeness.ts';
import { cosineAt, type Meaning } from './meaning.ts';
import type { NotesTokens } from './notes-tokens.ts';
import type { WeightOf } from './word-weights.ts';

/** Signals between a question and one entry, in the order in which a row of `SignalTable.rows` holds them. */
export const signalNames = [
  'bm25',
  'coverage',
  'wordingCoverage',
  'likelihood',
  'piecesNearest',
  'piecesMean',
  'piecesPassage',
  'stemsNearest',
  'stemsPassage',
  'meaningNearest',
  'meaningMean',
  'meaningCentre',
  'meaningPassage',
  'meaningSummary',
] as const;

/** What stands behind these once the texts of the best entries are read token by token. */
export const tokenSignalNames = ['tokensQuestion', 'tokensPassage', 'tokensNearest'] as const;

export type SignalName = (typeof signalNames)[number] | (typeof tokenSignalNames)[number];

/** The part of the index that signals are read from. */
export interface SignalSources {
  readonly table: TextTable;
  readonly stems: StemIndex;
  readonly weightOf: WeightOf;
  readonly likeness: QuestionLikeness;
  /** Null where only words are read. */
  readonly meaning: Meaning | null;
  /** Null where the encoder gives no states of tokens. */
  readonly tokens: NotesTokens | null;
}

/** What holds for a question as a whole. */
export interface QuestionSignals {
  /** Share of the question's weight in words that no entry knows. */
  readonly unknown: number;
  readonly mass: number;
  readonly wordCount: number;
  /** Likeness of the nearest counter-evidence: by pieces and stems of words, and by meaning. */
  readonly counterWords: number;
  readonly counterMeaning: number;
}

/** Signals of one question: a row for each candidate, and what holds for the question as a whole. */
export interface SignalTable {
  /** The entries that may answer, by their places in the index; the others are too far to be compared. */
  readonly candidates: Int32Array;
  readonly rows: readonly Float64Array[];
  readonly question: QuestionSignals;
  /** For each candidate the place (in the table) of its nearest wording or passage. */
  readonly nearest: Int32Array;
  /** What the tokens say for and against the best candidate, in the order of `closeReadingNames`; left out where they are not read. */
  readonly close?: readonly number[] | null;
}

/** So many entries are compared text by text: the best by words and, as many again, the best by meaning. */
const mostCandidates = 48;
/** A question as it is measured: its words as they were meant, and its unit vector or null. */
export interface MeasuredQuestion {
  readonly words: readonly Word[];
  readonly vector: Float32Array | null;
  /** Entries that are compared in any case, by their places. */
  readonly included?: readonly number[];
  /** Places of the entries among which the answer is looked for; null or left out: all. */
  readonly within?: ReadonlySet<number> | null;
}

function toStems({ table, weightOf }: SignalSources, words: readonly Word[]): readonly AskedStem[] {
  const stems = new Set(words.map(({ stem }) => stem));
  return Array.from(stems, (stem) => ({ number: table.lexicon.findStem(stem), weight: weightOf(stem) }));
}

/** Places of the `count` highest values (of those `within`, where that is given), in no order. */
function highest(values: ArrayLike<number>, count: number, within: ReadonlySet<number> | null): readonly number[] {
  const kept: number[] = [];
  for (let at = 0; at < values.length; at += 1) {
    if (within !== null && !within.has(at)) continue;
    const value = values[at] as number;
    if (kept.length === count && value <= (values[kept[count - 1] as number] as number)) continue;
    let place = kept.length;
    while (place > 0 && (values[kept[place - 1] as number] as number) < value) place -= 1;
    kept.splice(place, 0, at);
    if (kept.length > count) kept.pop();
  }
  return kept;
}

function chooseCandidates(sources: SignalSources, scored: StemScores, question: MeasuredQuestion): Int32Array {
  const { table, meaning } = sources;
  const { vector, included = [], within = null } = question;
  if (within !== null && within.size <= mostCandidates) return Int32Array.from(within).sort();
  if (table.entryCount <= mostCandidates) return Int32Array.from(table.wordingCounts, (_, entry) => entry);
  const chosen = new Set([...highest(scored.bm25, mostCandidates, within), ...included]);
  if (meaning !== null && vector !== null) {
    const near = new Float32Array(table.entryCount);
    for (let entry = 0; entry < near.length; entry += 1) {
      const heading = cosineAt(meaning.texts, table.firstTexts[entry] as number, vector);
      near[entry] = Math.max(heading, cosineAt(meaning.summaries, entry, vector));
    }
    for (const entry of highest(near, mostCandidates, within)) chosen.add(entry);
  }
  return Int32Array.from(chosen).sort();
}

/** What the texts of one entry, or of the counter-evidence, come to. */
class Tally {
  pieces = 0;
  pieceSum = 0;
  passagePieces = 0;
  stems = 0;
  passageStems = 0;
  meaning = 0;
  meaningSum = 0;
  passageMeaning = 0;
  wordings = 0;
  nearest = -1;
  #best = Number.NEGATIVE_INFINITY;

  add(text: number, isWording: boolean, { pieces, stems }: Likeness, meaning: number): void {
    if (pieces + stems + meaning > this.#best) {
      this.#best = pieces + stems + meaning;
      this.nearest = text;
    }
    if (isWording) {
      this.wordings += 1;
      this.pieces = Math.max(this.pieces, pieces);
      this.pieceSum += pieces;
      this.stems = Math.max(this.stems, stems);
      this.meaning = Math.max(this.meaning, meaning);
      this.meaningSum += meaning;
    } else {
      this.passagePieces = Math.max(this.passagePieces, pieces);
      this.passageStems = Math.max(this.passageStems, stems);
      this.passageMeaning = Math.max(this.passageMeaning, meaning);
    }
  }
}

/** Cosine to the centre of an entry's wordings; one that is left out has no part in it. */
function toCentre(length: number, sum: number, own: number | null): number {
  if (own === null) return length === 0 ? 0 : sum / length;
  const rest = Math.sqrt(Math.max(0, length ** 2 - 2 * (sum + own) + 1));
  return rest < 1e-6 ? 0 : sum / rest;
}

/** One row of the table: the signals of an entry, in the order of `signalNames`. */
function toRow(
  sources: SignalSources,
  scored: StemScores,
  entry: number,
  tally: Tally,
  asked: AskedText,
): Float64Array {
  const { meaning } = sources;
  const { vector, own } = asked;
  const hasMeaning = meaning !== null && vector !== null;
  return Float64Array.of(
    scored.bm25[entry] as number,
    scored.coverage[entry] as number,
    scored.wordingCoverage[entry] as number,
    scored.likelihood[entry] as number,
    tally.pieces,
    tally.pieceSum / Math.max(1, tally.wordings),
    tally.passagePieces,
    tally.stems,
    tally.passageStems,
    tally.meaning,
    tally.meaningSum / Math.max(1, tally.wordings),
    hasMeaning ? toCentre(meaning.centreLengths[entry] as number, tally.meaningSum, own) : 0,
    tally.passageMeaning,
    hasMeaning ? cosineAt(meaning.summaries, entry, vector) : 0,
  );
}

/** The question's vector, and its cosine to the text that is left out of this entry: null where nothing is. */
interface AskedText {
  readonly vector: Float32Array | null;
  readonly own: number | null;
}

/** Compares the question with the texts from one place up to another, of which the first are wordings. */
function tallyTexts(
  { likeness, meaning }: SignalSources,
  vector: Float32Array | null,
  {
    from,
    end,
    wordings,
    skipped,
  }: { readonly [Key in 'from' | 'end' | 'wordings']: number } & { readonly skipped: number | null },
): Tally {
  const tally = new Tally();
  const like: Likeness = { pieces: 0, stems: 0 };
  for (let text = from; text < end; text += 1) {
    if (text === skipped) continue;
    likeness.compare(text, like);
    const near = meaning !== null && vector !== null ? cosineAt(meaning.texts, text, vector) : 0;
    tally.add(text, text - from < wordings, like, near);
  }
  return tally;
}

/**
 * Measures a question against the entries that may answer it. `leftOut`: while the notes are asked their own wordings, what must
 * not answer itself.
 */
export function measure(
  sources: SignalSources,
  question: MeasuredQuestion,
  leftOut: LeftOut | null = null,
): SignalTable {
  const { table, meaning } = sources;
  const { words, vector } = question;
  const scored = scoreStems(sources.stems, table, toStems(sources, words), leftOut);
  sources.likeness.ask(words);
  const candidates = chooseCandidates(sources, scored, question).filter(
    (entry) => leftOut === null || leftOut.text !== null || entry !== leftOut.entry,
  );
  const nearest = new Int32Array(candidates.length);
  const rows = Array.from(candidates, (entry, place) => {
    const [from, end] = [table.firstTexts[entry] as number, table.firstTexts[entry + 1] as number];
    const skipped = leftOut?.entry === entry ? leftOut.text : null;
    const tally = tallyTexts(sources, vector, { from, end, wordings: table.wordingCounts[entry] as number, skipped });
    nearest[place] = tally.nearest;
    const own =
      skipped !== null && meaning !== null && vector !== null ? cosineAt(meaning.texts, skipped, vector) : null;
    return toRow(sources, scored, entry, tally, { vector, own });
  });
  const [first, end] = [table.firstTexts[table.entryCount] as number, table.textCount];
  const skipped = leftOut !== null && leftOut.entry < 0 ? leftOut.text : null;
  const counter = tallyTexts(sources, vector, { from: first, end, wordings: end - first, skipped });
  return {
    candidates,
    rows,
    nearest,
    question: {
      unknown: scored.unknown,
      mass: scored.mass,
      wordCount: words.length,
      counterWords: counter.pieces + counter.stems,
      counterMeaning: counter.meaning,
    },
  };
}
