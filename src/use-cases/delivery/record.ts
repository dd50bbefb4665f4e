// Keeps what was decided, posted and left open, so that it can be looked up, followed and corrected later.
import { toKeptDecision } from '../../answer/kept-decision.ts';
import { type Message, placeOf } from '../../answer/message.ts';
import type { OpenQuestion } from '../../answer/plan-actions.ts';
import { toFingerprint } from '../../answer/reply/fingerprint.ts';
import type { AnswerPart, AnswerReply, Reply, SuggestReply } from '../../answer/reply/reply.ts';
import type { AnswerDependencies, PlannedMessage } from '../answer/plan-message.ts';
import type { Posting } from '../interfaces/chat.ts';
import type { Clock } from '../interfaces/clock.ts';
import type { StoredDecision } from '../interfaces/decision-store.ts';
import type { OpenQuestionStore } from '../interfaces/open-question-store.ts';
import type { RepliedEntry, StoredReply } from '../interfaces/reply-store.ts';

/** False for what the bot posts beside replies. */
export function isReply(posting: Posting): posting is Reply {
  return ['answer', 'suggest', 'not-in-notes', 'help'].includes(posting.kind);
}

/** What a reply says, as it is kept. */
export function toStoredContent(
  reply: Reply,
): Pick<StoredReply, 'kind' | 'entries' | 'alreadyAnswered' | 'notCovered' | 'perhaps' | 'byline'> {
  const { kind } = reply;
  if (kind !== 'answer') {
    const offered = kind === 'suggest' ? reply.suggestions : [];
    const entries = offered.map((one) => ({ ...one, asked: null, passage: null, updatedAt: null, fingerprint: null }));
    const others: Pick<SuggestReply, 'notCovered' | 'perhaps'> = kind === 'suggest' ? reply : {};
    return {
      kind,
      entries,
      alreadyAnswered: [],
      notCovered: others.notCovered ?? [],
      byline: null,
      ...pickPerhaps(others),
    };
  }
  return {
    kind,
    entries: reply.parts.map(toRepliedEntry),
    alreadyAnswered: reply.alreadyAnswered,
    notCovered: reply.notCovered,
    byline: reply.byline ?? null,
    ...pickPerhaps(reply),
  };
}

function pickPerhaps({ perhaps = [] }: Pick<AnswerReply, 'perhaps'>): Pick<AnswerReply, 'perhaps'> {
  return perhaps.length === 0 ? {} : { perhaps };
}

/** One part of an answer, as it is kept. */
export function toRepliedEntry(part: AnswerPart): RepliedEntry {
  const { entryKey, question, asked, passage, updatedAt } = part;
  return { entryKey, question, asked, passage, updatedAt, fingerprint: toFingerprint(part) };
}

/** Saves the decision under the message that it is about, and whether its person gets a reply. */
export async function recordDecision(
  { decisions, clock, onDecision }: Pick<AnswerDependencies, 'decisions' | 'clock' | 'onDecision'>,
  message: Message,
  { decision, actions }: PlannedMessage,
  { isDone }: Pick<StoredDecision, 'isDone'> = { isDone: true },
): Promise<void> {
  onDecision(message, decision);
  await decisions.save({
    ...placeOf(message),
    user: message.user,
    decision: toKeptDecision(decision),
    isAnswered: actions.some(({ type }) => type === 'reply'),
    isDone,
    decidedAt: clock.now(),
  });
}

/** Keeps what the notes did not answer, in the order it was asked. */
export async function recordOpenQuestions(
  { openQuestions, clock }: { readonly openQuestions: OpenQuestionStore; readonly clock: Clock },
  message: Message,
  questions: readonly OpenQuestion[],
): Promise<void> {
  await openQuestions.record(
    questions.map((question) => ({
      ...placeOf(message),
      position: question.position,
      ...(message.threadTs === null ? {} : { threadTs: message.threadTs }),
      user: message.user,
      text: question.text,
      nearestEntryKey: question.nearestEntryKey,
      askedAt: clock.now(),
    })),
  );
}
