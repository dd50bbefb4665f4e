// *Edit*: the host words the heading anew, says which question is the same, or which words ask for something else.
import { cutCharacters } from '../../answer/reading/cut-characters.ts';
import { isAnswered, type SessionQuestion } from '../../office-hours/session.ts';
import { toHeading } from '../../office-hours/to-heading.ts';
import { bringEarlier } from './bring-answer.ts';
import { type FoundQuestion, findQuestion } from './find-question.ts';
import type { QuestionPress, SessionDependencies } from './session-dependencies.ts';
import { refreshSession } from './show-session.ts';

export interface EditForm {
  readonly question: SessionQuestion;
  /** The session's other questions. */
  readonly others: readonly SessionQuestion[];
}

export async function prepareEdit(
  dependencies: SessionDependencies,
  press: QuestionPress,
): Promise<EditForm | 'team-only' | 'gone'> {
  const found = await findQuestion(dependencies, press);
  if (typeof found === 'string') return found;
  const questions = await dependencies.sessions.listQuestions(found.session.id);
  return { question: found.question, others: questions.filter(({ id }) => id !== found.question.id) };
}

export interface EditRequest extends QuestionPress {
  readonly heading: string;
  /** Id of the question that this one is the same as, or null. */
  readonly mergeInto: string | null;
  /** Ids of the askings that are a question of their own. */
  readonly splitOff: readonly string[];
}

export const longestHeading = 200;

/** Only the team may; ids that are not of this session change nothing. `other-gone`: what it should be the same as stands there no more, and nothing is changed. */
export async function editQuestion(
  dependencies: SessionDependencies,
  request: EditRequest,
): Promise<'done' | 'team-only' | 'gone' | 'other-gone'> {
  const { clock, sessions } = dependencies;
  const found = await findQuestion(dependencies, request);
  if (typeof found === 'string') return found;
  const other = await findOther(dependencies, found, request.mergeInto);
  if (other === 'gone') return 'other-gone';
  const heading = cutCharacters(request.heading.replace(/\s+/g, ' ').trim(), longestHeading);
  if (heading !== '') await sessions.setHeading(found.question.id, heading);
  await split(dependencies, found, request.splitOff);
  const isMerged = other === null || (await merge(dependencies, found, other));
  await sessions.touch(found.session.id, clock.now());
  await refreshSession(dependencies, found.session.id);
  return isMerged ? 'done' : 'other-gone';
}

/** Null where the question stays one of its own. */
async function findOther(
  { sessions }: SessionDependencies,
  { session, question }: FoundQuestion,
  id: string | null,
): Promise<SessionQuestion | 'gone' | null> {
  if (id === null || id === question.id) return null;
  const other = await sessions.findQuestion(id);
  return other === null || other.sessionId !== session.id ? 'gone' : other;
}

/** At least one asking stays. */
async function split(
  { newId, sessions }: SessionDependencies,
  { session, question }: FoundQuestion,
  splitOff: readonly string[],
): Promise<void> {
  const parted = question.askings.filter(({ id }) => splitOff.includes(id));
  if (parted.length === 0 || parted.length === question.askings.length) return;
  const wordings = parted.map(({ wording }) => wording);
  const heading = toHeading(wordings) || (wordings[0] ?? '');
  await sessions.split(
    parted.map(({ id }) => id),
    { id: newId(), sessionId: session.id, heading },
  );
}

/** The one that is answered stays, with its answer: who asked the other one is told where it stands. False where one of them has gone. */
async function merge(
  dependencies: SessionDependencies,
  { session, question }: FoundQuestion,
  other: SessionQuestion,
): Promise<boolean> {
  const { sessions } = dependencies;
  const current = (await sessions.findQuestion(question.id)) ?? question;
  const [from, to] = isAnswered(current) && !isAnswered(other) ? [other, current] : [current, other];
  if (!(await sessions.merge(from.id, to.id))) return false;
  if (!isAnswered(from)) await bringEarlier(dependencies, session, { question: to, askings: from.askings });
  return true;
}
