// A decision as it is kept: keys and figures. What the notes say and how the search found it can be looked up again. Pure.
import type { Decision, DecisionKind, QuestionDecision, Reason } from './decision.ts';
import { cutCharacters } from './reading/cut-characters.ts';

export interface KeptMatch {
  /** Key of the entry. */
  readonly key: string;
  readonly confidence: number;
}

export interface KeptQuestion extends Pick<QuestionDecision, 'question' | 'kind' | 'reason' | 'questionProbability'> {
  /** The best, in order. */
  readonly matches: readonly KeptMatch[];
}

export interface KeptDecision {
  readonly kind: DecisionKind;
  readonly reason: Reason;
  readonly questions: readonly KeptQuestion[];
}

/** More than anybody looks at afterwards: an answer, three others, and what was put in their place. */
const matchesKept = 5;
const maxQuestionCharacters = 300;

export function toKeptDecision({ kind, reason, questions }: Decision): KeptDecision {
  return {
    kind,
    reason,
    questions: questions.map((question) => ({
      question: cutCharacters(question.question, maxQuestionCharacters),
      kind: question.kind,
      reason: question.reason,
      questionProbability: toFigure(question.questionProbability),
      matches: question.matches.slice(0, matchesKept).map(({ entry, confidence }) => ({
        key: entry.key,
        confidence: toFigure(confidence),
      })),
    })),
  };
}

/** All matches of the message, the answered questions' first; each entry once. */
export function listKeptMatches({ questions }: KeptDecision): readonly KeptMatch[] {
  const answeredFirst = questions.toSorted((one, other) => rank(one) - rank(other));
  const byKey = new Map<string, KeptMatch>();
  for (const match of answeredFirst.flatMap(({ matches }) => matches))
    if (!byKey.has(match.key)) byKey.set(match.key, match);
  return [...byKey.values()];
}

function rank({ kind }: KeptQuestion): number {
  return kind === 'answer' ? 0 : 1;
}

function toFigure(share: number): number {
  return Number(share.toFixed(3));
}
