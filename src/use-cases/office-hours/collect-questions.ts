// While office hours run in a channel every question there is kept for the host, whatever the bot does about it.

import { leastQuestionProbability } from '../../answer/decide.ts';
import type { Decision, QuestionDecision } from '../../answer/decision.ts';
import type { Message } from '../../answer/message.ts';
import type { Action } from '../../answer/plan-actions.ts';
import { cleanWording } from '../../answer/reading/clean-wording.ts';
import { readQuestions } from '../../answer/reading/read-questions.ts';
import { toTypedText } from '../../answer/reading/typed-text.ts';
import type { Asking, Session } from '../../office-hours/session.ts';
import { toHeading } from '../../office-hours/to-heading.ts';
import type { Chat } from '../interfaces/chat.ts';
import type { TeamRoster } from '../interfaces/team-roster.ts';
import type { SessionStore } from './session-store.ts';

export interface CollectDependencies {
  readonly sessions: SessionStore;
  readonly roster: TeamRoster;
  readonly chat: Pick<Chat, 'findName'>;
  readonly newId: () => string;
}

/** A question with the entry that the bot's reply answers it with, or null. */
interface Asked {
  readonly text: string;
  readonly position: number;
  readonly entryKey: string | null;
}

/** Keeps what the message asks where a session runs; what is kept already stays as it is. The team's own questions are not asked of it. */
export async function collectQuestions(
  dependencies: CollectDependencies,
  message: Message,
  { decision, actions }: { readonly decision: Decision; readonly actions: readonly Action[] },
): Promise<void> {
  const { sessions, roster } = dependencies;
  const session = await findSession(dependencies, message);
  if (session === null || (await roster.isMember(message.user))) return;
  const asked = await findAsked(dependencies, message, { decision, isAnswered: isAnswering(actions) });
  const askings = await toAskings(dependencies, { session, message, asked });
  if ((await sessions.ask(askings)) === 0) return;
  for (const [place, { questionId }] of askings.entries()) {
    const entryKey = asked[place]?.entryKey ?? null;
    if (entryKey !== null)
      await sessions.settle(questionId, ['open'], { state: 'notes', entryKey, answer: null, answeredBy: null });
  }
  await sessions.touch(session.id, toMs(message.ts));
}

/** The session that the message is said in; what was said before it began is none of it. */
async function findSession({ sessions }: CollectDependencies, message: Message): Promise<Session | null> {
  if (message.surface !== 'channel' && message.surface !== 'mention') return null;
  const session = await sessions.findRunning(message.team, message.channel);
  return session === null || toMs(message.ts) < session.startedAt - skewMs ? null : session;
}

/** Slack's clock and ours differ by less. */
const skewMs = 2000;

function isAnswering(actions: readonly Action[]): boolean {
  return actions.some((action) => action.type === 'reply' && action.reply.kind === 'answer');
}

async function findAsked(
  dependencies: CollectDependencies,
  message: Message,
  { decision, isAnswered }: { readonly decision: Decision; readonly isAnswered: boolean },
): Promise<readonly Asked[]> {
  if (decision.questions.length > 0)
    return decision.questions.flatMap((question, position) => {
      if (!deservesAnswer(question)) return [];
      const isFound = isAnswered && question.kind === 'answer';
      return [
        { text: question.question, position, entryKey: isFound ? (question.matches[0]?.entry.key ?? null) : null },
      ];
    });
  if (!(await isForHost(dependencies, message, decision))) return [];
  return readAsked(message.text);
}

/** What reads as a question, as far as its words alone tell. */
export function readAsked(text: string): readonly Asked[] {
  return readQuestions(text).questions.flatMap(({ text: asked, questionProbability }, position) =>
    questionProbability >= leastQuestionProbability ? [{ text: asked, position, entryKey: null }] : [],
  );
}

function deservesAnswer({ reason }: QuestionDecision): boolean {
  return reason !== 'asks-nothing' && reason !== 'matched-statement';
}

const leftToHost: ReadonlySet<Decision['reason']> = new Set([
  'too-many-questions',
  'answered-by-person',
  'no-notes',
  'not-a-follow-up',
  'sent-to-channel-too',
]);

/** The bot leaves these alone, and the host does not: questions in a hurry, in a thread, to a host by name, or in a channel without notes. */
async function isForHost({ roster }: CollectDependencies, message: Message, { reason }: Decision): Promise<boolean> {
  if (leftToHost.has(reason)) return true;
  if (reason !== 'addresses-somebody-else') return false;
  for (const user of toTypedText(message.text).mentioned) if (await roster.isMember(user)) return true;
  return false;
}

async function toAskings(
  { chat, newId }: CollectDependencies,
  {
    session,
    message,
    asked,
  }: { readonly session: Session; readonly message: Message; readonly asked: readonly Asked[] },
): Promise<readonly (Asking & { readonly heading: string })[]> {
  if (asked.length === 0) return [];
  const askerName = (await chat.findName(message.user)) ?? '';
  return asked.map(({ text, position }) => ({
    ...{ id: newId(), questionId: newId(), sessionId: session.id, ts: message.ts, threadTs: message.threadTs },
    ...{ position, asker: message.user, askerName, ...toWording(text), askedAt: toMs(message.ts) },
    ...{ vector: null, link: null, reply: null, isSettled: false },
  }));
}

/** A question as it is kept, and the heading that it would have. */
export function toWording(text: string): { readonly wording: string; readonly heading: string } {
  const clean = cleanWording(text);
  const wording = clean === '' ? text.slice(0, 300) : clean;
  const heading = toHeading([wording]);
  return { wording, heading: heading === '' ? wording : heading };
}

function toMs(ts: string): number {
  return Math.round(Number(ts) * 1000);
}
