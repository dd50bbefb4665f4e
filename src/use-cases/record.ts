// Keeps what was decided, posted and left open, so that it can be looked up, followed and corrected later.
import type { Decision } from '../answer/decision.ts';
import { type Message, placeOf, threadOf } from '../answer/message.ts';
import type { OpenQuestion } from '../answer/plan-actions.ts';
import type { Reply } from '../answer/reply.ts';
import type { Clock } from './clock.ts';
import type { DecisionStore } from './decision-store.ts';
import type { OpenQuestionStore } from './open-question-store.ts';
import type { RepliedEntry, ReplyStore } from './reply-store.ts';

/** Saves the reply under its own timestamp `ts`, with the entries that it shows. */
export async function recordReply(
  { replies, clock }: { readonly replies: ReplyStore; readonly clock: Clock },
  message: Message,
  reply: Reply,
  ts: string,
): Promise<void> {
  await replies.save({
    ...placeOf(message),
    ts,
    threadTs: threadOf(message),
    questionTs: message.ts,
    asker: message.user,
    kind: reply.kind,
    entries: entriesOf(reply),
    postedAt: clock.now(),
  });
}

/** The entries that a reply shows, or offers. */
function entriesOf(reply: Reply): readonly RepliedEntry[] {
  const shown = reply.kind === 'answer' ? reply.parts : reply.kind === 'suggest' ? reply.suggestions : [];
  return shown.map(({ entryKey, question }) => ({ entryKey, question }));
}

/** Saves the decision under the message that it is about. */
export async function recordDecision(
  { decisions, clock }: { readonly decisions: DecisionStore; readonly clock: Clock },
  message: Message,
  decision: Decision,
): Promise<void> {
  await decisions.save({ ...placeOf(message), user: message.user, decision, decidedAt: clock.now() });
}

/** Keeps what the notes did not answer, in the order it was asked. */
export async function recordOpenQuestions(
  { openQuestions, clock }: { readonly openQuestions: OpenQuestionStore; readonly clock: Clock },
  message: Message,
  questions: readonly OpenQuestion[],
): Promise<void> {
  await openQuestions.record(
    questions.map((question, position) => ({
      ...placeOf(message),
      position,
      user: message.user,
      text: question.text,
      nearestEntryKey: question.nearestEntryKey,
      askedAt: clock.now(),
    })),
  );
}
