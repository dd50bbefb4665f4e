// A question asked without a name is answered from the notes as any other, below the bot's own message.
import { toKeptDecision } from '../../answer/kept-decision.ts';
import type { Message } from '../../answer/message.ts';
import { toAnswerReply } from '../../answer/plan-actions.ts';
import { readQuestions } from '../../answer/reading/read-questions.ts';
import type { Asking, Session } from '../../office-hours/session.ts';
import { considerMessage } from '../answer/consider-message.ts';
import { deliver, isSent } from '../delivery/deliver.ts';
import { findScope } from '../settings/settings-store.ts';
import type { SessionDependencies } from './session-dependencies.ts';

/** Where the notes answer it for certain; nobody is known to whom something could be suggested. */
export async function answerNameless(
  dependencies: SessionDependencies,
  session: Session,
  asking: Asking,
): Promise<void> {
  const { clock, decisions, openQuestions, searcher, sessions, settings, staleAfterDays } = dependencies;
  const { team, channel } = session;
  const decision = await considerMessage(searcher, {
    surface: 'channel',
    reading: readQuestions(asking.wording),
    scope: await findScope(settings, team, channel),
    answeredHere: new Set(),
    withheld: 'not-certain-enough',
  });
  const message: Message = {
    ...{ team, channel, ts: asking.ts, threadTs: null, user: '', text: asking.wording },
    ...{ surface: 'channel', isBroadcast: false },
  };
  dependencies.onDecision(message, decision);
  const isAnswered = decision.kind === 'answer';
  const kept = { decision: toKeptDecision(decision), isAnswered, isDone: true, decidedAt: clock.now() };
  await decisions.save({ team, channel, ts: asking.ts, user: '', ...kept });
  const entryKey = decision.questions.find(({ kind }) => kind === 'answer')?.matches[0]?.entry.key ?? null;
  if (entryKey === null) {
    const nearestEntryKey = decision.questions[0]?.matches[0]?.entry.key ?? null;
    const { position, askedAt } = asking;
    const place = { team, channel, ts: asking.ts, position };
    await openQuestions.record([{ ...place, user: null, text: asking.wording, nearestEntryKey, askedAt }]);
    return;
  }
  const delivery = await deliver(dependencies, {
    claim: { team, channel, ts: asking.ts, purpose: 'auto' },
    to: { channel, threadTs: asking.ts },
    posting: toAnswerReply(decision, { now: clock.now(), staleAfterDays }),
    record: { kind: 'reply', questionTs: asking.ts, asker: null, purpose: 'auto' },
  });
  if (isSent(delivery) || delivery.kind === 'claimed-already')
    await sessions.settle(asking.questionId, ['open'], { state: 'notes', entryKey, answer: null, answeredBy: null });
}
