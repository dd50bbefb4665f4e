// Whether an edit changes what was decided. Pure.
import { maxSuggestions } from '../../answer/decide.ts';
import type { Reason } from '../../answer/decision.ts';
import type { KeptDecision, KeptQuestion } from '../../answer/kept-decision.ts';

/**
 * True where both decisions say the same to the asker. A reply that somebody has replaced by hand since is then left as they
 * want it: correcting a typing error does not undo their choice.
 */
export function hasSameOutcome(one: KeptDecision, other: KeptDecision): boolean {
  return JSON.stringify(toOutcome(one)) === JSON.stringify(toOutcome(other));
}

function toOutcome({ kind, questions }: KeptDecision): unknown {
  const isOnly = questions.length === 1;
  return [kind, questions.map((question) => [question.kind, ...toShown(question, isOnly)])];
}

function toShown({ kind, question, matches }: KeptQuestion, isOnly: boolean): readonly string[] {
  const keys = matches.map(({ key }) => key);
  switch (kind) {
    case 'answer':
      return isOnly ? keys.slice(0, 1) : [...keys.slice(0, 1), question];
    case 'suggest':
      return keys.slice(0, maxSuggestions);
    case 'uncovered':
      return [question];
    case 'silent':
      return [];
  }
}

/** Reasons to be silent that lie in the words of a message, not in who wrote it, where, or how often. */
const textReasons: ReadonlySet<Reason> = new Set<Reason>([
  'asks-nothing',
  'addresses-somebody-else',
  'not-certain-enough',
  'matched-statement',
  'suggested-beside',
  'suggested-lately',
  'suggestions-unwanted',
  'suggestions-stopped',
  'suggestions-off',
  'too-late-to-suggest',
  'not-in-notes',
  'no-notes',
  'already-answered-here',
]);

/** False where the same words would have been left alone just now for another reason: then an earlier reply stays. */
export function isAboutText(reason: Reason): boolean {
  return textReasons.has(reason);
}
