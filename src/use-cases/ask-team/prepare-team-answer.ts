// A team member takes up a question in the team channel: to link an answer, or to write one.
import { type Preparation, prepareLink } from '../link/prepare-link.ts';
import { toClosedOutcome } from './close-question.ts';
import { findTeamQuestion, type TeamPress } from './find-team-question.ts';
import type { TeamDependencies } from './team-dependencies.ts';
import type { TeamQuestion } from './team-question-store.ts';

/** The modal for linking an answer to the question. Only the team gets it, and only while the question is open. */
export async function prepareTeamLink(
  dependencies: TeamDependencies,
  press: TeamPress,
): Promise<Preparation | { readonly kind: 'gone' | 'closed-already' | 'question-gone' }> {
  const question = await findTeamQuestion(dependencies, press);
  if (typeof question === 'string') return { kind: question };
  if (question.closing !== null) return { kind: toClosedOutcome(question.closing) };
  const { team, channel, ts, threadTs, asker, questions } = question;
  return await prepareLink(dependencies, {
    ...{ team, channel, ts, threadTs, author: asker, writtenBy: 'person', text: questions.join('\n') },
    user: press.user,
    questionId: question.id,
  });
}

/** The question to be answered in the team's own words, for the team alone. */
export async function prepareWriting(
  dependencies: TeamDependencies,
  press: TeamPress,
): Promise<TeamQuestion | 'team-only' | 'gone' | 'closed-already' | 'question-gone'> {
  const question = await findTeamQuestion(dependencies, press);
  if (typeof question === 'string') return question;
  return question.closing === null ? question : toClosedOutcome(question.closing);
}
