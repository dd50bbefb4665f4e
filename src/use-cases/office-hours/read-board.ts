// A session as its board shows it.
import { type Board, toShownQuestions } from '../../office-hours/posting.ts';
import { countSession, type Session } from '../../office-hours/session.ts';
import type { Notes } from '../notes/notes.ts';
import type { SessionStore } from './session-store.ts';

export interface BoardDependencies {
  readonly sessions: SessionStore;
  readonly notes: Pick<Notes, 'findAll'>;
}

export async function readBoard({ sessions, notes }: BoardDependencies, session: Session): Promise<Board> {
  const questions = await sessions.listQuestions(session.id);
  const entries = await notes.findAll(questions.flatMap(({ entryKey }) => entryKey ?? []));
  const { id: sessionId, title, hostName, channel, endedAt } = session;
  return {
    ...{ sessionId, title, hostName, channel, endedAt },
    counts: countSession(questions),
    questions: toShownQuestions(questions, entries),
  };
}

/** The boards of the sessions that run, for the team. */
export async function listBoards(dependencies: BoardDependencies, team: string): Promise<readonly Board[]> {
  const running = await dependencies.sessions.listRunning(team);
  return await Promise.all(running.map((session) => readBoard(dependencies, session)));
}
