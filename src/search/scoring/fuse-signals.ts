// Brings the signals of a question together: a score and a confidence for each entry. Pure.
import { type SignalTable, signalNames } from './signals.ts';

/** Weights of one reading for notes without phrasings (`bare`) and with plenty of them (`phrased`), where these say much of what they do not answer. */
export interface FusionWeights {
  readonly bare: Weights;
  readonly phrased: Weights;
}

interface Weights {
  /** What each signal adds to an entry's score, in the order of `signalNames`. */
  readonly ranking: readonly number[];
  /** What each of `toCoverageInputs` adds to the logit that the notes cover the question. */
  readonly coverage: readonly number[];
}

export interface Scored {
  readonly scores: Float64Array;
  /** Probability that the notes cover the question at all, as a logit. */
  readonly covered: number;
  /** Given that they do: probability that it is this entry. They add up to 1. */
  readonly shares: Float64Array;
  /** Entries from best to worst. */
  readonly order: readonly number[];
}

const at = Object.fromEntries(signalNames.map((name, place) => [name, place])) as Record<
  (typeof signalNames)[number],
  number
>;

function dot(weights: readonly number[], values: ArrayLike<number>): number {
  return weights.reduce((sum, weight, place) => sum + weight * (values[place] ?? 0), 0);
}

/** So many of `toCoverageInputs`, the last ones, count only on notes that say what they do not answer. */
const toldInputs = 3;

/** The value, but no further from zero than `most`. */
function within(most: number, value: number): number {
  return Math.max(-most, Math.min(most, value));
}

/** How much the notes at hand count as phrased: 0 without phrasings, a half with 4 an entry, towards 1 with dozens. */
export function toPhrasedShare(phrasings: number, entries: number): number {
  const mean = phrasings / Math.max(1, entries);
  return mean / (mean + 4);
}

/** How much the notes say of what they do not answer: 0 without `not-covered` wordings, a half with 60, towards 1 with hundreds. */
export function toToldShare(notCovered: number): number {
  return notCovered / (notCovered + 60);
}

/** How the notes at hand compare with those of the fit; each from 0 to below 1. */
export interface NotesShares {
  /** See `toPhrasedShare`. */
  readonly phrased: number;
  /** See `toToldShare`. */
  readonly told: number;
}

/** Each of `toCoverageInputs` times how much it counts on such notes: the last three only as far as these are told. */
export function withToldShare(coverage: readonly number[], told: number): readonly number[] {
  const first = coverage.length - toldInputs;
  return coverage.map((value, place) => (place < first ? value : told * value));
}

/** The weights for the notes at hand, in between the fitted ones. */
export function blendWeights({ bare, phrased }: FusionWeights, shares: NotesShares): Weights {
  const blend = (one: readonly number[], other: readonly number[]) =>
    one.map((value, place) => (1 - shares.phrased) * value + shares.phrased * (other[place] ?? 0));
  return {
    ranking: blend(bare.ranking, phrased.ranking),
    coverage: withToldShare(blend(bare.coverage, phrased.coverage), shares.told),
  };
}

/**
 * What tells whether the notes cover a question: how good the best entry is, what nobody knows of it, how near counter-evidence is.
 * The last stands there twice: once for all notes, once for those that say much of what they do not answer, where it tells more.
 */
export function toCoverageInputs(table: SignalTable, scores: Float64Array, best: number): readonly number[] {
  const { question } = table;
  const row = table.rows[best] ?? new Float64Array();
  const signal = (name: keyof typeof at): number => row[at[name]] ?? 0;
  const counterWords = Math.max(-1, question.counterWords - signal('piecesNearest') - signal('stemsNearest'));
  const counterMeaning = question.counterMeaning - signal('meaningNearest');
  const counterTrained = question.counterTrained - signal('trained');
  return [
    1,
    scores[best] ?? 0,
    question.unknown,
    Math.log1p(question.wordCount),
    signal('meaningNearest'),
    signal('piecesNearest'),
    counterWords,
    counterMeaning,
    within(4, counterTrained),
    counterWords,
    counterMeaning,
    within(8, counterTrained),
  ];
}

function toShares(scores: Float64Array): Float64Array {
  const most = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const raised = scores.map((score) => Math.exp(score - most));
  const sum = raised.reduce((total, value) => total + value, 0) || 1;
  return raised.map((value) => value / sum);
}

export function fuseSignals(table: SignalTable, weights: Weights): Scored {
  const scores = Float64Array.from(table.rows, (row) => dot(weights.ranking, row));
  const order = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  const covered = dot(weights.coverage, toCoverageInputs(table, scores, order[0] ?? 0));
  return { scores, covered, shares: toShares(scores), order };
}
