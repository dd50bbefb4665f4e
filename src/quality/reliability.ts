// Whether a confidence means what it says: of the matches with 0.8, are eight in ten right? Pure.
import { type EvaluatedQuestion, isAmongThree, isRight } from './evaluated-question.ts';

/** The questions with a confidence from `from` up to (not including) `to`. */
export interface ReliabilityRow {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly meanConfidence: number;
  /** Share of them that are right; a question that no entry covers never is. */
  readonly right: number;
}

/** What is promised of a question, and whether it is kept. */
export interface Promised {
  readonly confidence: number;
  readonly isKept: boolean;
}

const steps = 10;

/** That the best match is right. */
export function toBest(evaluated: EvaluatedQuestion): Promised {
  return { confidence: evaluated.matches[0]?.confidence ?? 0, isKept: isRight(evaluated) };
}

/** That one of the best three is. */
export function toThree(evaluated: EvaluatedQuestion): Promised {
  const together = evaluated.matches.slice(0, 3).reduce((sum, { confidence }) => sum + confidence, 0);
  return { confidence: together, isKept: isAmongThree(evaluated) };
}

/** Ten rows from 0 to 1; rows without questions are left out. */
export function toReliability(
  evaluated: readonly EvaluatedQuestion[],
  promise: (evaluated: EvaluatedQuestion) => Promised,
): readonly ReliabilityRow[] {
  const promised = evaluated.map(promise);
  return Array.from({ length: steps }, (_, step) => {
    const own = promised.filter(({ confidence }) => Math.min(steps - 1, Math.floor(confidence * steps)) === step);
    const sum = own.reduce((total, { confidence }) => total + confidence, 0);
    return {
      from: step / steps,
      to: (step + 1) / steps,
      count: own.length,
      meanConfidence: own.length === 0 ? 0 : sum / own.length,
      right: own.length === 0 ? 0 : own.filter(({ isKept }) => isKept).length / own.length,
    };
  }).filter(({ count }) => count > 0);
}
