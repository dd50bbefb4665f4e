// What the bot did not hear, or heard and lost, is read in Slack and dealt with: questions, edits, deletions.
import type { Message } from '../../answer/message.ts';
import type { Session } from '../../office-hours/session.ts';
import { answerMessage } from '../answer/answer-message.ts';
import type { AnswerDependencies } from '../answer/plan-message.ts';
import { isCommand } from '../delivery/is-command.ts';
import { followDeletion, followEdit, settleInTurn } from '../edits/follow-change.ts';
import { ChatError } from '../interfaces/chat.ts';
import type { DecisionStore } from '../interfaces/decision-store.ts';
import type { Conversation, History, PastMessage } from '../interfaces/history.ts';
import type { LeaseStore } from '../interfaces/lease-store.ts';
import type { StoredReply } from '../interfaces/reply-store.ts';

export interface CatchUpDependencies extends AnswerDependencies {
  readonly history: History;
  readonly leases: LeaseStore;
  /** What was said earlier is not answered any more. */
  readonly catchUpMinutes: number;
}

/** Names when the bot first came. */
export const firstStart = 'first start';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** Posts in a channel take turns all the same; reading and deciding need not wait for them. */
const atOnce = 6;
/** What is younger may be under way: it is looked at the next time. */
export const underWayMs = 10_000;

export interface CatchUpOptions {
  readonly goOn: () => Promise<void>;
  readonly pause: () => Promise<void>;
  readonly withDirects: boolean;
}

type Dealt = Awaited<ReturnType<DecisionStore['listSince']>>;

interface Scene extends Pick<CatchUpOptions, 'goOn'> {
  readonly conversation: Conversation;
  readonly botUser: string;
  readonly team: string;
  /** Milliseconds since 1970: what was said before is not answered, and no longer looked at after a day. */
  readonly answerSince: number;
  readonly now: number;
}

/**
 * Looks through the channels of the bot and, where asked to, its direct messages, of which there may be hundreds. `goOn` is called
 * between its steps, `pause` between two conversations; both reject where it is to stop. Gives how many messages were taken up. Rejects
 * where the database fails, or Slack for all of it.
 */
export async function catchUp(
  dependencies: CatchUpDependencies,
  { goOn, pause, withDirects }: CatchUpOptions,
): Promise<number> {
  const { catchUpMinutes, clock, history, leases, logger } = dependencies;
  const { botUser } = await history.readSelf();
  const now = clock.now();
  // What was said before the bot first came is none of its business.
  const born = await leases.firstTime(firstStart, now);
  await settleLost(dependencies, now - underWayMs, botUser);
  const answerSince = Math.max(now - catchUpMinutes * minuteMs, born);
  let count = 0;
  for (const conversation of await history.listConversations()) {
    if (conversation.isDirect && !withDirects) continue;
    await pause();
    try {
      count += await catchUpIn(dependencies, {
        conversation,
        botUser,
        team: conversation.team,
        answerSince,
        now,
        goOn,
      });
    } catch (error) {
      if (!(error instanceof ChatError)) throw error;
      logger.warn({ channel: conversation.id, err: error }, 'What was said in a channel cannot be read now');
    }
  }
  if (count > 0) logger.info({ count }, 'Caught up on what was said meanwhile');
  return count;
}

/** Edits and deletions that were taken in before a process ended: of messages that were not dealt with to the end, too. */
async function settleLost(dependencies: CatchUpDependencies, before: number, botUser: string): Promise<void> {
  const { changes, decisions } = dependencies;
  for (const place of await changes.listUnsettled(before)) await settleInTurn(dependencies, place, botUser);
  for (const place of await decisions.listUndone(before)) {
    if ((await changes.find(place)) === null) continue;
    await settleInTurn(dependencies, place, botUser);
    await decisions.finish(place);
  }
}

async function catchUpIn(dependencies: CatchUpDependencies, given: Scene): Promise<number> {
  const { decisions, history, replies } = dependencies;
  const { conversation, team, now } = given;
  const past = await history.readConversation(conversation, now - dayMs);
  const joined = past.findLast(({ isOwnJoin }) => isOwnJoin);
  const session = await dependencies.sessions.findRunning(team, conversation.id);
  // Of office hours nothing is lost, however long ago it was asked.
  const since = Math.min(given.answerSince, session?.startedAt ?? Number.POSITIVE_INFINITY);
  const scene = { ...given, answerSince: Math.max(since, joined === undefined ? 0 : toMs(joined.ts)) };
  const own = await replies.listSince(team, conversation.id, now - dayMs);
  const dealt = await decisions.listSince(team, conversation.id, ((now - dayMs) / 1000).toFixed(6));
  await scene.goOn();
  let count = 0;
  for (let place = 0; place < past.length; place += atOnce) {
    const some = past.slice(place, place + atOnce).map((message) => takeUp(dependencies, scene, message, dealt));
    count += sum(await Promise.all(some));
  }
  count += await findUnasked(dependencies, scene, { past, session });
  for (const threadTs of findThreads({ past, own, dealt }, scene)) {
    await scene.goOn();
    const thread = await history.readThread(conversation, threadTs);
    for (const message of thread.slice(1)) count += await takeUp(dependencies, scene, message, dealt);
    count += await findGone(dependencies, scene, { own: own.filter((reply) => reply.threadTs === threadTs), thread });
  }
  return count;
}

/** Where somebody said something since that is not dealt with, and where the bot answered a question within a thread. */
function findThreads(
  { past, own, dealt }: { past: readonly PastMessage[]; own: readonly StoredReply[]; dealt: Dealt },
  { answerSince }: Scene,
): Set<string> {
  const stirred = past.filter(
    ({ latestReplyTs: latest }) => latest !== null && toMs(latest) > answerSince && dealt.get(latest)?.isDone !== true,
  );
  const known = new Set(past.map(({ ts }) => ts));
  const older = own.filter(
    ({ threadTs, questionTs, ts }) => threadTs !== ts && (questionTs !== threadTs || !known.has(threadTs)),
  );
  return new Set([...stirred.map(({ ts }) => ts), ...older.map(({ threadTs }) => threadTs)]);
}

/** Questions within a thread that are no longer there. */
async function findGone(
  dependencies: CatchUpDependencies,
  { team, conversation }: Scene,
  { own, thread }: { readonly own: readonly StoredReply[]; readonly thread: readonly PastMessage[] },
): Promise<number> {
  const there = new Set(thread.map(({ ts }) => ts));
  const gone = own.filter(({ purpose, questionTs }) => purpose !== 'shared' && !there.has(questionTs));
  for (const { questionTs: ts } of gone) await followDeletion(dependencies, { team, channel: conversation.id, ts });
  return gone.length;
}

/** So many of the newest unanswered questions are compared with what stands in a channel. */
const mostUnanswered = 500;

/** Questions that wait for an answer and were taken back: without a thread Slack leaves no trace of them. */
async function findUnasked(
  dependencies: CatchUpDependencies,
  { team, conversation, now }: Scene,
  { past, session }: { readonly past: readonly PastMessage[]; readonly session: Session | null },
): Promise<number> {
  const { openQuestions, sessions } = dependencies;
  const unanswered = await openQuestions.list(team, mostUnanswered);
  const collected = session === null ? [] : await sessions.listQuestions(session.id);
  const waiting = [
    ...unanswered.filter(({ channel }) => channel === conversation.id),
    ...collected.flatMap(({ askings }) => askings),
  ];
  const there = new Set(past.map(({ ts }) => ts));
  // What was said while this was read is not in it.
  const isGone = (ts: string) => !there.has(ts) && toMs(ts) > now - dayMs && toMs(ts) < now - underWayMs;
  const gone = waiting.filter(({ ts, threadTs }) => (threadTs ?? null) === null && !isCommand(ts) && isGone(ts));
  for (const ts of new Set(gone.map((question) => question.ts)))
    await followDeletion(dependencies, { team, channel: conversation.id, ts });
  return gone.length;
}

/** 1 where there was something to do. */
async function takeUp(
  dependencies: CatchUpDependencies,
  scene: Scene,
  past: PastMessage,
  dealt: Dealt,
): Promise<number> {
  const { changes } = dependencies;
  const { conversation, team, botUser } = scene;
  const place = { team, channel: conversation.id, ts: past.ts };
  const decided = dealt.get(past.ts);
  if (past.isDeleted) {
    if (decided === undefined) return 0;
    await followDeletion(dependencies, place);
    return 1;
  }
  const { message, editedTs } = past;
  if (message === null) return 0;
  const isKnown = decided !== undefined && decided.user !== '';
  if (isKnown && editedTs !== null && editedTs > ((await changes.find(place))?.changedTs ?? '')) {
    await followEdit(dependencies, { message, editedTs }, botUser);
    return 1;
  }
  return await answerMissed(dependencies, scene, message, decided?.isDone ?? false);
}

async function answerMissed(
  dependencies: CatchUpDependencies,
  { answerSince, botUser, now, goOn }: Scene,
  message: Message,
  isDone: boolean,
): Promise<number> {
  const saidAt = toMs(message.ts);
  if (isDone || saidAt <= answerSince || saidAt > now - underWayMs) return 0;
  await goOn();
  const decision = await answerMessage(dependencies, message, botUser, { isCatchUp: true });
  return decision === null ? 0 : 1;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function toMs(ts: string): number {
  return Number(ts) * 1000;
}
