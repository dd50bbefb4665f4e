// The draft of a post from what is kept of a session.
import { type DraftPost, type DraftSession, toDraftPost } from '../../office-hours/draft-post.ts';
import { listInState, type Session, type SessionQuestion } from '../../office-hours/session.ts';
import { findName, toNames } from '../phrasings/holds-name.ts';
import type { BoardDependencies } from './read-board.ts';

/** Null where nothing was answered live. */
export async function readDraft(dependencies: BoardDependencies, session: Session): Promise<DraftPost | null> {
  return toDraftPost(await readDraftSession(dependencies, session));
}

/** What the post is made of. */
export async function readDraftSession(
  { sessions, notes }: BoardDependencies,
  session: Session,
): Promise<DraftSession> {
  const questions = await sessions.listQuestions(session.id);
  const entries = await notes.findAll(questions.flatMap(({ entryKey }) => entryKey ?? []));
  const people = questions.flatMap(({ askings, answeredBy }) => [
    ...askings.flatMap(({ askerName }) => askerName ?? []),
    ...(answeredBy === null ? [] : [answeredBy.name]),
  ]);
  const names = toNames([...people, session.hostName]);
  const kept = [...listInState(questions, 'live'), ...listInState(questions, 'open')];
  return {
    title: session.title,
    heldAt: session.startedAt,
    questions: kept.map((question) => ({
      heading: question.heading,
      wordings: listWordings(question, names),
      answer: question.answer,
      by: question.answeredBy?.name ?? null,
    })),
    covered: listInState(questions, 'notes').flatMap(({ entryKey }) => entries.get(entryKey ?? '') ?? []),
  };
}

/** Those that name nobody. */
function listWordings({ askings, heading, answer }: SessionQuestion, names: ReadonlySet<string>): readonly string[] {
  const own = `${heading} ${answer ?? ''}`;
  return askings.map(({ wording }) => wording).filter((wording) => findName(wording, names, own) === null);
}
