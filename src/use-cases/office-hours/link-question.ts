// *Link an answer* on the board: the modal of every link, and what follows for the session.

import { isAnswered } from '../../office-hours/session.ts';
import type { TeamDependencies } from '../ask-team/team-dependencies.ts';
import type { LinkDraft } from '../link/link-draft-store.ts';
import { type Preparation, prepareLink } from '../link/prepare-link.ts';
import { bringEarlier } from './bring-answer.ts';
import { findQuestion } from './find-question.ts';
import type { QuestionPress, SessionDependencies } from './session-dependencies.ts';

/** The answer goes to who asked first; the others are told where it stands. Only the team may, and only while the question is open. */
export async function prepareSessionLink(
  dependencies: SessionDependencies,
  press: QuestionPress,
): Promise<Preparation | { readonly kind: 'gone' | 'closed-already' }> {
  const found = await findQuestion(dependencies, press);
  if (typeof found === 'string') return { kind: found };
  const { session, question } = found;
  const [asking] = question.askings;
  if (asking === undefined || isAnswered(question)) return { kind: 'closed-already' };
  const { team, channel } = session;
  const { ts, threadTs, asker: author, wording: text } = asking;
  return await prepareLink(dependencies, {
    ...{ team, channel, ts, threadTs, author, text, writtenBy: 'person', user: press.user, questionId: null },
    sessionQuestion: question.id,
  });
}

/** An answer was linked: the question that it was linked for counts as answered. */
export async function settleLinked(
  dependencies: TeamDependencies,
  { sessionQuestion, ts }: LinkDraft,
  { entryKey, by, user }: { readonly entryKey: string; readonly by: string; readonly user: string },
): Promise<void> {
  if (sessionQuestion === undefined) return;
  const { clock, sessions } = dependencies;
  const question = await sessions.findQuestion(sessionQuestion);
  const session = question === null ? null : await sessions.find(question.sessionId);
  if (question === null || session === null) return;
  const to = { state: 'notes', entryKey, answer: null, answeredBy: { name: by, user } } as const;
  if (!(await sessions.settle(question.id, ['open', 'skipped'], to))) return;
  await sessions.touch(session.id, clock.now());
  const askings = question.askings.filter((asking) => asking.ts !== ts);
  await bringEarlier(dependencies, session, { question: { ...question, ...to }, askings });
}
