// *Remove*: what was asked without a name stands in the bot's own message, so that nobody but the host can take it away.
import { isAnswered } from '../../office-hours/session.ts';
import { deletePosted } from '../delivery/change-posted.ts';
import { findQuestion } from './find-question.ts';
import type { QuestionPress, SessionDependencies } from './session-dependencies.ts';
import { refreshSession } from './show-session.ts';

/** The message goes, and the question with it unless others ask it. Only the team may, and only what nobody has answered. */
export async function removeNameless(
  dependencies: SessionDependencies,
  press: QuestionPress,
): Promise<'done' | 'team-only' | 'gone' | 'answered-already'> {
  const found = await findQuestion(dependencies, press);
  if (typeof found === 'string') return found;
  const { session, question } = found;
  if (isAnswered(question)) return 'answered-already';
  const { clock, openQuestions, sessions } = dependencies;
  const { team, channel } = session;
  for (const asking of question.askings.filter(({ asker }) => asker === null)) {
    await deletePosted(dependencies, { team, channel, ts: asking.ts, asker: null });
    await openQuestions.removeFor(team, channel, asking.ts);
    await sessions.removeAsking(asking);
  }
  await sessions.touch(session.id, clock.now());
  await refreshSession(dependencies, session.id);
  return 'done';
}
