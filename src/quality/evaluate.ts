// How well a labelled set is answered: ranking, silence, reliability of the confidence, worst confusions. Pure.
import type { Thresholds } from '../search/match.ts';
import { atRates, type RateRow } from './at-rates.ts';
import { type EvaluatedQuestion, isAmongThree, isCovered, isRight, rankOf } from './evaluated-question.ts';
import { type ReliabilityRow, toBest, toReliability, toThree } from './reliability.ts';

/** One kind of question at the working threshold. Shares are of the kind's own count. */
export interface KindRow {
  readonly kind: string;
  readonly count: number;
  readonly first: number | null;
  readonly answeredRight: number | null;
  readonly answeredWrong: number | null;
  /** Answers to questions that no entry covers. */
  readonly falseReplies: number | null;
  readonly reached: number | null;
  readonly bothered: number | null;
}

export interface Confusion {
  readonly text: string;
  readonly kind: string;
  readonly expected: readonly string[];
  readonly found: string;
  readonly confidence: number;
}

/** All shares between 0 and 1; null where there was nothing to count. */
export interface Evaluation {
  readonly count: number;
  readonly covered: number;
  readonly ranking: {
    readonly first: number | null;
    readonly firstThree: number | null;
    readonly meanReciprocalRank: number | null;
  };
  readonly thresholds: Thresholds;
  /** At the working threshold, in a channel: shares of the covered, and of those that nothing covers. */
  readonly working: {
    readonly answeredRight: number | null;
    readonly answeredWrong: number | null;
    readonly falseReplies: number | null;
    /** Answered right, or suggested quietly with the right entry among the three. */
    readonly reached: number | null;
    /** Quiet suggestions to questions that no entry covers. */
    readonly bothered: number | null;
  };
  readonly kinds: readonly KindRow[];
  readonly rates: readonly RateRow[];
  readonly reliability: readonly ReliabilityRow[];
  /** The same of the best three together: the probability that governs quiet suggestions. */
  readonly reliabilityOfThree: readonly ReliabilityRow[];
  readonly confusions: readonly Confusion[];
}

const worst = 20;

function shareOf<Item>(items: readonly Item[], isCounted: (item: Item) => boolean): number | null {
  return items.length === 0 ? null : items.filter(isCounted).length / items.length;
}

function toWorking(evaluated: readonly EvaluatedQuestion[]): Evaluation['working'] {
  const covered = evaluated.filter(isCovered);
  const uncovered = evaluated.filter((one) => !isCovered(one));
  return {
    answeredRight: shareOf(covered, (one) => one.isAnsweredInChannel && isRight(one)),
    answeredWrong: shareOf(covered, (one) => one.isAnsweredInChannel && !isRight(one)),
    falseReplies: shareOf(uncovered, (one) => one.isAnsweredInChannel),
    reached: shareOf(covered, (one) =>
      one.isAnsweredInChannel ? isRight(one) : one.isSuggestedInChannel && isAmongThree(one),
    ),
    bothered: shareOf(uncovered, (one) => one.isSuggestedInChannel),
  };
}

function toKinds(evaluated: readonly EvaluatedQuestion[]): readonly KindRow[] {
  const kinds = [...new Set(evaluated.map(({ question }) => question.kind))].sort();
  return kinds.map((kind) => {
    const own = evaluated.filter(({ question }) => question.kind === kind);
    return { kind, count: own.length, first: shareOf(own.filter(isCovered), isRight), ...toWorking(own) };
  });
}

/** Confident and wrong first. */
function toConfusions(evaluated: readonly EvaluatedQuestion[]): readonly Confusion[] {
  return evaluated
    .filter((one) => !isRight(one))
    .flatMap(({ question, matches: [best] }) => {
      if (best === undefined) return [];
      const { text, kind, relevant } = question;
      const found = best.entry.anchor ?? best.entry.id;
      return [{ text, kind, expected: relevant, found, confidence: best.confidence }];
    })
    .sort((one, other) => other.confidence - one.confidence)
    .slice(0, worst);
}

/** Evaluates questions that were asked of one index; `thresholds` are that index's own. */
export function evaluate(evaluated: readonly EvaluatedQuestion[], thresholds: Thresholds): Evaluation {
  const covered = evaluated.filter(isCovered);
  const ranks = covered.map(rankOf);
  const reciprocal = ranks.reduce<number>((sum, rank) => sum + (rank === null ? 0 : 1 / rank), 0);
  return {
    count: evaluated.length,
    covered: covered.length,
    ranking: {
      first: shareOf(ranks, (rank) => rank === 1),
      firstThree: shareOf(ranks, (rank) => rank !== null && rank <= 3),
      meanReciprocalRank: ranks.length === 0 ? null : reciprocal / ranks.length,
    },
    thresholds,
    working: toWorking(evaluated),
    kinds: toKinds(evaluated),
    rates: atRates(evaluated),
    reliability: toReliability(evaluated, toBest),
    reliabilityOfThree: toReliability(evaluated, toThree),
    confusions: toConfusions(evaluated),
  };
}
