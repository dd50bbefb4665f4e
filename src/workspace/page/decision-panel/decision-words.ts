// The decisions in words that a note's author understands. Pure.
import type { TraceDecision } from '../../decision-trace.ts';
import type { IconName } from '../icons/icon.tsx';

export interface DecisionWords {
  readonly label: string;
  readonly meaning: string;
  readonly icon: IconName;
}

export const decisionWords: Readonly<Record<TraceDecision, DecisionWords>> = {
  answer: { label: 'answer', meaning: 'The notes answer this: the bot replied with it.', icon: 'check' },
  proposed: {
    label: 'draft',
    meaning: 'The notes answer this: the reply waits in the team channel, where one click posts it.',
    icon: 'check',
  },
  suggest: {
    label: 'suggest',
    meaning: 'The right answer is probably among these: the bot offered them.',
    icon: 'question',
  },
  uncovered: { label: 'uncovered', meaning: 'A question that the notes do not answer.', icon: 'close' },
  silent: { label: 'silent', meaning: 'Nothing to answer here: the bot left it alone.', icon: 'minus' },
};

/** A share from 0 to 1 in whole percent. */
export function toPercent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
