// How sure the search is of each entry: probabilities out of the weights that were fitted on other notes. Pure.
import { rankEntries, type Scored, toConfidenceInputs, type Weights } from './scoring/fuse-signals.ts';
import { sumUp } from './scoring/network.ts';
import type { SignalTable } from './scoring/signals.ts';

/** What is asked word for word is certain, as far as anything is. */
export const certain = 0.999;

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

/**
 * The candidates of a table, best first. Confidences are probabilities of exclusive events: the first says how probably the best
 * entry answers the question, the first three together how probably one of them does.
 * `exact`: places of the entries that have the question word for word as heading or phrasing; they are certain.
 */
export function toRanking(table: SignalTable, weights: Weights, exact: readonly number[] = []): readonly RankedEntry[] {
  const scored = rankEntries(table, weights.ranking);
  const inputs = toConfidenceInputs(table, scored, weights.notes);
  const best = toChance(sumUp(weights.best, inputs));
  const three = Math.max(best, toChance(sumUp(weights.three, inputs)));
  const confidences = spread(scored, best, three);
  const ranking = scored.order.map((candidate, rank) => {
    const place = table.candidates[candidate] ?? -1;
    const isExact = exact.includes(place);
    const confidence = isExact
      ? certain / exact.length
      : (confidences[rank] ?? 0) * (exact.length > 0 ? 1 - certain : 1);
    return { place, candidate, confidence };
  });
  return exact.length === 0 ? ranking : ranking.sort((one, other) => other.confidence - one.confidence);
}
