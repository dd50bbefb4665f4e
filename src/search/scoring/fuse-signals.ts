// Brings the signals of a question together: a score and a confidence for each entry. Pure.
import type { SignalTable } from './signals.ts';

/** Weights of one reading, as they stand in `fusion.model.json`. */
export interface FusionWeights {
  /** What each signal adds to an entry's score. */
  readonly ranking: readonly number[];
  /** What each of `toConfidenceInputs` adds to the logit of the confidence; the first is the constant. */
  readonly confidence: readonly number[];
}

export interface Scored {
  readonly scores: Float64Array;
  readonly confidences: Float64Array;
  /** Entries from best to worst. */
  readonly order: readonly number[];
}

function dot(weights: readonly number[], values: ArrayLike<number>): number {
  return weights.reduce((sum, weight, index) => sum + weight * (values[index] ?? 0), 0);
}

/** The best score among the others, for every entry: the second best for the best one. */
function bestOther(scores: Float64Array, order: readonly number[]): (entry: number) => number {
  const [first = 0, second = first] = order;
  return (entry) => (scores.length < 2 ? 0 : (scores[entry === first ? second : first] ?? 0));
}

/** What the confidence in one entry is made of: its lead, how far it stands out, what it knows of the question. */
export function toConfidenceInputs(
  table: SignalTable,
  scores: Float64Array,
  order: readonly number[],
  entry: number,
): number[] {
  const { question } = table;
  const row = table.rows[entry] ?? new Float64Array();
  const mean = scores.reduce((sum, score) => sum + score, 0) / (scores.length || 1);
  const spread = Math.sqrt(scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / (scores.length || 1)) || 1;
  const score = scores[entry] ?? 0;
  return [
    1,
    score,
    score - bestOther(scores, order)(entry),
    (score - mean) / spread,
    row[1] ?? 0,
    question.unknown,
    Math.log1p(question.mass),
    Math.log1p(question.wordCount),
    row[3] ?? 0,
    (row[3] ?? 0) - question.counter,
  ];
}

export function fuseSignals(table: SignalTable, weights: FusionWeights): Scored {
  const scores = Float64Array.from(table.rows, (row) => dot(weights.ranking, row));
  const order = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  const confidences = Float64Array.from(table.rows, (_, entry) => {
    const logit = dot(weights.confidence, toConfidenceInputs(table, scores, order, entry));
    return 1 / (1 + Math.exp(-logit));
  });
  return { scores, confidences, order };
}
