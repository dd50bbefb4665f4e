// What could be answered if a given share of the unanswerable questions were let through. Pure.
import { type EvaluatedQuestion, isRight } from './evaluated-question.ts';

/** One rate of false replies. All shares between 0 and 1. */
export interface RateRow {
  readonly rate: number;
  /** Confidence above which at most `rate` of the unanswerable questions lie. */
  readonly threshold: number;
  /** Shares of the covered questions. */
  readonly answeredRight: number;
  readonly answeredWrong: number;
}

const rates = [0.01, 0.02, 0.05, 0.1];

function confidenceOf({ matches: [best] }: EvaluatedQuestion): number {
  return best?.confidence ?? 0;
}

/** Rows for 1, 2, 5 and 10%; none where the set has no covered or no unanswerable question. */
export function atRates(evaluated: readonly EvaluatedQuestion[]): readonly RateRow[] {
  const covered = evaluated.filter(({ question }) => question.relevant.length > 0);
  const others = evaluated.filter(({ question }) => question.relevant.length === 0);
  const falsely = others.map(confidenceOf).sort((one, other) => other - one);
  if (covered.length === 0 || falsely.length === 0) return [];
  return rates.map((rate) => {
    const threshold = falsely[Math.floor(rate * falsely.length)] ?? 0;
    const answered = covered.filter((one) => confidenceOf(one) > threshold);
    const right = answered.filter(isRight).length;
    return {
      rate,
      threshold,
      answeredRight: right / covered.length,
      answeredWrong: (answered.length - right) / covered.length,
    };
  });
}
