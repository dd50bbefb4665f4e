// A decision as the log has it: ids and the reason; what was asked only where LOG_QUESTIONS allows it. Pure.
import type { Decision } from './answer/decision.ts';
import { type Message, placeOf } from './answer/message.ts';

/** The fields of the log line. `withText`: the value of `LOG_QUESTIONS`. */
export function toDecisionLine(message: Message, decision: Decision, withText: boolean): object {
  const { kind, reason, matches } = decision;
  const best = matches[0];
  return {
    ...placeOf(message),
    surface: message.surface,
    kind,
    reason,
    ...(best === undefined ? {} : { entry: best.entry.key, confidence: Number(best.confidence.toFixed(3)) }),
    ...(withText ? { text: message.text, questions: decision.questions.map(({ question }) => question) } : {}),
  };
}
