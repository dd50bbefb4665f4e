// *Open again*: what was set aside, or answered by mistake, waits for an answer once more.
import { isAnswered, type Session, type SessionQuestion } from '../../office-hours/session.ts';
import { markQuestion } from '../delivery/mark-question.ts';
import { findQuestion } from './find-question.ts';
import type { QuestionPress, SessionDependencies } from './session-dependencies.ts';
import { refreshSession } from './show-session.ts';

/** What was posted stays in the threads, and counts no more. Only the team may. */
export async function reopenQuestion(
  dependencies: SessionDependencies,
  press: QuestionPress,
): Promise<'done' | 'team-only' | 'gone'> {
  const found = await findQuestion(dependencies, press);
  if (typeof found === 'string') return found;
  const { session, question } = found;
  const { clock, sessions } = dependencies;
  const open = { state: 'open', entryKey: null, answer: null, answeredBy: null } as const;
  const reopened = isAnswered(question) ? { ...open, reopenedAt: clock.now() } : open;
  if (!(await sessions.settle(question.id, [question.state], reopened))) return 'done';
  if (isAnswered(question)) await waitAgain(dependencies, session, question);
  await sessions.touch(session.id, clock.now());
  await refreshSession(dependencies, session.id);
  return 'done';
}

/** The next answer may come into its threads, and until then it is unanswered. */
async function waitAgain(
  dependencies: SessionDependencies,
  { team, channel }: Session,
  { askings }: SessionQuestion,
): Promise<void> {
  const { claims, openQuestions } = dependencies;
  for (const { id, ts, threadTs, position, asker, wording, askedAt } of askings) {
    await claims.release({ team, channel, ts: id, purpose: 'session' });
    const place = { team, channel, ts, threadTs, position };
    await openQuestions.record([{ ...place, user: asker, text: wording, nearestEntryKey: null, askedAt }]);
    await markQuestion(dependencies, { team, channel, ts });
  }
}
