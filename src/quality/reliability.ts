// Whether a confidence means what it says: of the matches with 0.8, are eight in ten right? Pure.
import { type EvaluatedQuestion, isRight } from './evaluated-question.ts';

/** The questions whose best match has a confidence from `from` up to (not including) `to`. */
export interface ReliabilityRow {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly meanConfidence: number;
  /** Share of them whose best match is right; a question that no entry covers never is. */
  readonly right: number;
}

const steps = 10;

/** Ten rows from 0 to 1; rows without questions are left out. */
export function toReliability(evaluated: readonly EvaluatedQuestion[]): readonly ReliabilityRow[] {
  return Array.from({ length: steps }, (_, step) => {
    const own = evaluated.filter(({ matches: [best] }) => {
      const confidence = best?.confidence ?? 0;
      return Math.min(steps - 1, Math.floor(confidence * steps)) === step;
    });
    const sum = own.reduce((total, { matches: [best] }) => total + (best?.confidence ?? 0), 0);
    return {
      from: step / steps,
      to: (step + 1) / steps,
      count: own.length,
      meanConfidence: own.length === 0 ? 0 : sum / own.length,
      right: own.length === 0 ? 0 : own.filter(isRight).length / own.length,
    };
  }).filter(({ count }) => count > 0);
}
