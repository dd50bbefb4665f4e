// What to do with a message, and why. Pure data: it can be printed, stored as JSON and looked up afterwards.
import type { Match } from '../search/match.ts';

export type DecisionKind = 'answer' | 'suggest' | 'uncovered' | 'silent';

/** Why a decision was taken; the sentence for each stands in `wording.ts`. */
export type Reason =
  | 'matched'
  | 'matched-some'
  | 'proposed'
  | 'probably-among-these'
  | 'not-in-notes'
  | 'not-certain-enough'
  | 'matched-statement'
  | 'suggested-beside'
  | 'suggested-lately'
  | 'suggestions-unwanted'
  | 'suggestions-stopped'
  | 'suggestions-off'
  | 'too-late-to-suggest'
  | 'asks-nothing'
  | 'addresses-somebody-else'
  | 'team-member'
  | 'channel-is-off'
  | 'channel-answers-mentions-only'
  | 'not-a-follow-up'
  | 'sent-to-channel-too'
  | 'too-many-questions'
  | 'already-answered-here'
  | 'answered-by-person'
  | 'no-notes';

/** Why a question that deserves a quiet suggestion gets none. */
export type Withheld = Extract<
  Reason,
  | 'not-certain-enough'
  | 'suggested-beside'
  | 'suggested-lately'
  | 'suggestions-unwanted'
  | 'suggestions-stopped'
  | 'suggestions-off'
  | 'too-late-to-suggest'
>;

const withheld: ReadonlySet<Reason> = new Set<Withheld>([
  'not-certain-enough',
  'suggested-beside',
  'suggested-lately',
  'suggestions-unwanted',
  'suggestions-stopped',
  'suggestions-off',
  'too-late-to-suggest',
]);

/** The decision about one question that was read out of the message. */
export interface QuestionDecision {
  readonly question: string;
  readonly kind: DecisionKind;
  readonly reason: Reason;
  /** How much the text reads as a question or as a worry that asks for an answer, from 0 to 1. */
  readonly questionProbability: number;
  /** In a channel: the confidence from which on the best match is posted as the answer. */
  readonly needed?: number;
  /** Best first, at least three where the notes have three entries; empty where nothing was looked up. */
  readonly matches: readonly Match[];
}

/** The decision about a whole message. `questions` holds those read out of it, in the order they were asked. */
export interface Decision {
  readonly kind: DecisionKind;
  readonly reason: Reason;
  readonly questions: readonly QuestionDecision[];
  /** The message's entries in order, whatever the decision: with several questions the answered ones first. */
  readonly matches: readonly Match[];
}

/** True where a question was asked and got nothing: it is kept for the team. */
export function isUnanswered({ kind, reason }: Pick<QuestionDecision, 'kind' | 'reason'>): boolean {
  return kind === 'uncovered' || (kind === 'silent' && withheld.has(reason));
}

/** In draft mode an answer is brought to the team, and nothing is said in the channel. */
export function toProposed(decision: Decision): Decision {
  if (decision.kind !== 'answer') return decision;
  const questions = decision.questions.map((question) =>
    question.kind === 'answer' ? { ...question, reason: 'proposed' as const } : question,
  );
  return { ...decision, reason: 'proposed', questions };
}

/** A decision taken before anything was looked up. */
export function silent(reason: Reason): Decision {
  return { kind: 'silent', reason, questions: [], matches: [] };
}
