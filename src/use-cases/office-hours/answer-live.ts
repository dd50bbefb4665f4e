// *Answer live*, *Skip* and *Open again*: what the host does with a question on the board.
import { slackToMarkdown, typedToMarkdown } from '../../answer/slack-text/slack-to-markdown.ts';
import { type Asking, isAnswered, type SessionQuestion } from '../../office-hours/session.ts';
import { markQuestion } from '../delivery/mark-question.ts';
import { ChatError, type ThreadReply } from '../interfaces/chat.ts';
import { bringToThreads } from './bring-answer.ts';
import { type FoundQuestion, findQuestion } from './find-question.ts';
import { readNames } from './read-names.ts';
import type { QuestionPress, SessionDependencies } from './session-dependencies.ts';
import { refreshSession } from './show-session.ts';

/** A reply of the team's in the thread of a question. */
export interface TeamReply {
  readonly ts: string;
  readonly user: string;
  readonly name: string;
  /** As Slack sends it. */
  readonly text: string;
  /** The asking in whose thread it stands. */
  readonly askingId: string;
}

export interface LiveForm {
  readonly question: SessionQuestion;
  /** The newest first. */
  readonly replies: readonly TeamReply[];
}

const mostThreads = 5;
const mostReplies = 8;

/** What the modal shows. Only the team may. */
export async function prepareLive(
  dependencies: SessionDependencies,
  press: QuestionPress,
): Promise<LiveForm | 'team-only' | 'gone' | 'answered-already'> {
  const found = await findQuestion(dependencies, press);
  if (typeof found === 'string') return found;
  if (isAnswered(found.question)) return 'answered-already';
  return { question: found.question, replies: await listTeamReplies(dependencies, found) };
}

async function listTeamReplies(
  dependencies: SessionDependencies,
  { session, question }: FoundQuestion,
): Promise<readonly TeamReply[]> {
  const replies: TeamReply[] = [];
  for (const asking of question.askings.slice(0, mostThreads)) {
    for (const reply of await readThread(dependencies, session.channel, asking)) {
      if (!(await dependencies.roster.isMember(reply.user))) continue;
      replies.push({ ...reply, askingId: asking.id, name: (await dependencies.chat.findName(reply.user)) ?? '' });
    }
  }
  return replies.toSorted((one, other) => Number(other.ts) - Number(one.ts)).slice(0, mostReplies);
}

/** Where Slack does not tell, there is none. */
async function readThread(
  { chat }: SessionDependencies,
  channel: string,
  { ts, threadTs }: Asking,
): Promise<readonly ThreadReply[]> {
  try {
    return await chat.listReplies({ channel, threadTs: threadTs ?? ts }, ts);
  } catch (error) {
    if (error instanceof ChatError) return [];
    throw error;
  }
}

export interface LiveRequest extends QuestionPress {
  /** As it was typed; empty where a reply is taken. */
  readonly text: string;
  /** Timestamp of the reply that is taken, or null. */
  readonly replyTs: string | null;
}

export type LiveOutcome =
  | { readonly kind: 'answered'; readonly refused: number }
  | { readonly kind: 'team-only' | 'gone' | 'answered-already' | 'nothing' };

/** Only the team may, and only one of them; what a modal sends back is looked up anew. Rejects where the database fails. */
export async function answerLive(dependencies: SessionDependencies, request: LiveRequest): Promise<LiveOutcome> {
  const found = await findQuestion(dependencies, request);
  if (typeof found === 'string') return { kind: found };
  const { session, question } = found;
  const given = await readGiven(dependencies, found, request);
  if (given === null) return { kind: 'nothing' };
  const { markdown, by, user, askingId } = given;
  const settled = { state: 'live', entryKey: null, answer: markdown, answeredBy: { name: by, user } } as const;
  if (!(await dependencies.sessions.settle(question.id, ['open', 'skipped'], settled)))
    return { kind: 'answered-already' };
  await dependencies.sessions.touch(session.id, dependencies.clock.now());
  const askings = question.askings.filter(({ id }) => id !== askingId);
  const refused = await bringToThreads(dependencies, session, {
    askings,
    toPosting: ({ asker }) => ({ kind: 'hours-live', markdown, by, to: asker }),
  });
  const answered = question.askings.filter(({ id }) => id === askingId);
  for (const { ts } of answered) {
    await dependencies.openQuestions.removeFor(session.team, session.channel, ts);
    await markQuestion(dependencies, { ...session, ts });
  }
  await refreshSession(dependencies, session.id);
  return { kind: 'answered', refused };
}

interface Given {
  readonly markdown: string;
  readonly by: string;
  readonly user: string;
  /** The asking in whose thread the answer stands already, or null. */
  readonly askingId: string | null;
}

async function readGiven(
  dependencies: SessionDependencies,
  found: FoundQuestion,
  { text, replyTs, user }: LiveRequest,
): Promise<Given | null> {
  const typed = text.trim();
  if (typed !== '') {
    const by = (await dependencies.chat.findName(user)) ?? '';
    return toGiven({
      markdown: typedToMarkdown(typed, await readNames(dependencies, typed)),
      by,
      user,
      askingId: null,
    });
  }
  const replies = await listTeamReplies(dependencies, found);
  const reply = replies.find(({ ts }) => ts === replyTs);
  if (reply === undefined) return null;
  const markdown = slackToMarkdown(reply.text, await readNames(dependencies, reply.text));
  return toGiven({ markdown, by: reply.name, user: reply.user, askingId: reply.askingId });
}

function toGiven(given: Given): Given | null {
  return given.markdown === '' ? null : given;
}

/** Sets an open question aside. Only the team may. */
export async function skipQuestion(
  dependencies: SessionDependencies,
  press: QuestionPress,
): Promise<'done' | 'team-only' | 'gone' | 'answered-already'> {
  const found = await findQuestion(dependencies, press);
  if (typeof found === 'string') return found;
  const { clock, sessions } = dependencies;
  const skipped = { state: 'skipped', entryKey: null, answer: null, answeredBy: null } as const;
  if (!(await sessions.settle(found.question.id, ['open'], skipped)))
    return isAnswered(found.question) ? 'answered-already' : 'done';
  await sessions.touch(found.session.id, clock.now());
  await refreshSession(dependencies, found.session.id);
  return 'done';
}
