// How sure the search is of each entry: probabilities out of the weights that were fitted on other notes. Pure.
import { rankEntries, type Scored, toConfidenceInputs, type Weights } from './scoring/fuse-signals.ts';
import { sumUp } from './scoring/network.ts';
import type { SignalTable } from './scoring/signals.ts';

/** What is asked word for word is certain, as far as anything is. */
export const certain = 0.999;
/** Most entries that anybody is shown to choose from. */
const mostShown = 3;

/** An entry, by its place in the index, and the probability that it answers the question. */
export interface RankedEntry {
  readonly place: number;
  /** Its place among the candidates of the signal table. */
  readonly candidate: number;
  readonly confidence: number;
}

function toChance(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

/** Splits what the best three are worth together: the first has its own probability, the others follow by their shares. */
function spread({ shares, order }: Scored, best: number, three: number): readonly number[] {
  const [, second = -1, third = -1] = order;
  const rest = (shares[second] ?? 0) + (shares[third] ?? 0) || 1;
  const split = (place: number): number => Math.min(best, ((three - best) * (shares[place] ?? 0)) / rest);
  const last = shares[third] ?? 0;
  return order.map((place, rank) => {
    if (rank === 0) return best;
    if (rank <= 2) return split(place);
    return last === 0 ? 0 : (split(third) * (shares[place] ?? 0)) / last;
  });
}

/** What is asked of the ranking beyond the table. */
export interface Known {
  /** Places of the entries that have the question word for word as heading or phrasing: they are certain. */
  readonly exact?: readonly number[];
  /** The heading of the entry at a place, alike for those that ask the same word for word. */
  readonly headingAt?: (place: number) => string;
}

/** Candidates under the heading of the best one, in posts of their own: the notes answer the question if one does, and nobody but the asker knows which is meant. */
function findNamesakes({ candidates }: SignalTable, { order }: Scored, { headingAt }: Known): readonly number[] {
  const [best] = order;
  if (headingAt === undefined || best === undefined) return [];
  const heading = headingAt(candidates[best] ?? -1);
  return order.slice(1).filter((candidate) => headingAt(candidates[candidate] ?? -1) === heading);
}

/** The table without some of its candidates. */
function without({ candidates, rows, nearest, ...asked }: SignalTable, left: ReadonlySet<number>): SignalTable {
  const kept = [...candidates.keys()].filter((candidate) => !left.has(candidate));
  return {
    candidates: Int32Array.from(kept, (candidate) => candidates[candidate] as number),
    rows: kept.map((candidate) => rows[candidate] as Float64Array),
    nearest: Int32Array.from(kept, (candidate) => nearest[candidate] as number),
    ...asked,
  };
}

/** Splits one confidence among the likeliest of several by their shares: of many only so many are ever shown. */
function splitAmong(confidence: number, shares: readonly number[]): readonly number[] {
  const first = shares.slice(0, mostShown);
  const sum = first.reduce((total, share) => total + share, 0);
  return shares.map((share, rank) => {
    if (rank >= mostShown) return 0;
    return sum === 0 ? confidence / first.length : (confidence * share) / sum;
  });
}

/** Candidates, best first, with their confidences; those of one heading share what one of them would have alone. */
function judge(table: SignalTable, weights: Weights, known: Known): readonly RankedEntry[] {
  const all = rankEntries(table, weights);
  const namesakes = findNamesakes(table, all, known);
  const alone = namesakes.length === 0 ? table : without(table, new Set(namesakes));
  const scored = alone === table ? all : rankEntries(alone, weights);
  const inputs = toConfidenceInputs(alone, scored, weights.notes);
  const best = toChance(sumUp(weights.best, inputs));
  const confidences = spread(scored, best, Math.max(best, toChance(sumUp(weights.three, inputs))));
  const byPlace = new Map(
    scored.order.map((candidate, rank) => [alone.candidates[candidate] as number, confidences[rank] ?? 0]),
  );
  const alike = [all.order[0] ?? 0, ...namesakes];
  const split = splitAmong(
    confidences[0] ?? 0,
    alike.map((candidate) => all.shares[candidate] ?? 0),
  );
  for (const [rank, candidate] of alike.entries()) byPlace.set(table.candidates[candidate] as number, split[rank] ?? 0);
  return all.order.map((candidate) => {
    const place = table.candidates[candidate] ?? -1;
    return { place, candidate, confidence: byPlace.get(place) ?? 0 };
  });
}

/**
 * The candidates of a table, best first. Confidences are probabilities of exclusive events: the first says how probably the best
 * entry answers the question, the first three together how probably one of them does.
 */
export function toRanking(table: SignalTable, weights: Weights, known: Known = {}): readonly RankedEntry[] {
  const judged = judge(table, weights, known);
  const exact = new Set(known.exact);
  const found = judged.filter(({ place }) => exact.has(place));
  const rest = judged.filter(({ place }) => !exact.has(place));
  const share = exact.size === 0 ? 1 : 1 - certain;
  const split = splitAmong(
    certain,
    found.map(() => 1),
  );
  return [
    ...found.map((entry, rank) => ({ ...entry, confidence: split[rank] ?? 0 })),
    ...rest.map((entry) => ({ ...entry, confidence: share * entry.confidence })),
  ].sort((one, other) => other.confidence - one.confidence);
}
