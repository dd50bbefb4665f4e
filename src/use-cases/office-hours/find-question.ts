// The question of a session that somebody of the team presses a button for.
import type { Session, SessionQuestion } from '../../office-hours/session.ts';
import type { QuestionPress, SessionDependencies } from './session-dependencies.ts';

export interface FoundQuestion {
  readonly session: Session;
  readonly question: SessionQuestion;
}

/** Only the team gets further than `team-only`, and only to sessions of its own workspace. */
export async function findQuestion(
  { roster, sessions }: Pick<SessionDependencies, 'roster' | 'sessions'>,
  { team, user, questionId }: QuestionPress,
): Promise<FoundQuestion | 'team-only' | 'gone'> {
  if (!(await roster.isMember(user))) return 'team-only';
  const question = await sessions.findQuestion(questionId);
  const session = question === null ? null : await sessions.find(question.sessionId);
  return question === null || session === null || session.team !== team ? 'gone' : { session, question };
}
