// The one way in which anything is posted: claimed, posted, recorded. Where nobody knows whether it was posted, it is looked up.
import { setTimeout as wait } from 'node:timers/promises';
import type { TeamQuestionStore } from '../ask-team/team-question-store.ts';
import { type Chat, ChatError, type Posted } from '../interfaces/chat.ts';
import type { ClaimStore } from '../interfaces/claim-store.ts';
import type { ReplyStore } from '../interfaces/reply-store.ts';
import type { OfferedStore } from '../learn/offered-store.ts';
import type { SessionStore } from '../office-hours/session-store.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import { type ChangeDependencies, deletePosted, leaseMs, postponeFailed } from './change-posted.ts';
import { type MarkDependencies, markQuestion } from './mark-question.ts';
import type { Outgoing, Pending, Work } from './outbox-store.ts';
import { isReply, toStoredContent } from './record.ts';

export interface DeliverDependencies extends ChangeDependencies, MarkDependencies {
  readonly chat: Chat;
  readonly claims: ClaimStore;
  readonly replies: ReplyStore;
  readonly teamQuestions: TeamQuestionStore;
  readonly offered: OfferedStore;
  readonly sessions: SessionStore;
  readonly settings: SettingsStore;
  /** A fresh id that nobody can guess. */
  readonly newId: () => string;
}

/** `unsure`: nobody knows yet whether it stands; it is seen to later, and counts as posted. `question-gone`: nothing stands. */
export type Delivery =
  | { readonly kind: 'posted'; readonly channel: string; readonly ts: string }
  | { readonly kind: 'unsure' }
  | { readonly kind: 'claimed-already' }
  | { readonly kind: 'question-gone' }
  | { readonly kind: 'refused'; readonly code: string };

export type PendingPost = Pending<Extract<Work, { kind: 'post' }>>;

/** Posting is tried so often before it is left to later. */
const mostAttempts = 3;
const firstPauseMs = 500;

/** Posts what nobody has claimed before. What Slack refuses is an outcome, and the claim is free again; rejects where the database fails. */
export async function deliver(
  dependencies: DeliverDependencies,
  outgoing: Outgoing,
  onClaimed: () => Promise<void> = async () => {},
): Promise<Delivery> {
  const now = dependencies.clock.now();
  const work = { kind: 'post', ...outgoing } as const;
  const pending = { id: dependencies.newId(), work, attempts: 0, since: now, dueAt: now + leaseMs };
  if (!(await dependencies.outbox.claim(pending))) return { kind: 'claimed-already' };
  await onClaimed();
  return await postPending(dependencies, pending, { mayStand: false });
}

/** True where the words stand in Slack, or will. */
export function isSent({ kind }: Delivery): boolean {
  return kind === 'posted' || kind === 'unsure';
}

/** `mayStand`: an earlier try may have posted it, so that it is looked up first. */
export async function postPending(
  dependencies: DeliverDependencies,
  pending: PendingPost,
  { mayStand }: { readonly mayStand: boolean },
): Promise<Delivery> {
  const { clock, outbox } = dependencies;
  let held: PendingPost | null = pending;
  let isUnknown = mayStand;
  for (let attempt = 1; held !== null; attempt += 1) {
    const posted = await findOrPost(dependencies, held, isUnknown);
    if (!(posted instanceof ChatError)) return await onPosted(dependencies, held, posted);
    if (posted.failure === 'refused') return await onRefused(dependencies, held, posted);
    isUnknown ||= posted.failure === 'unanswered' && posted.method === 'chat.postMessage';
    if (posted.failure === 'not-now' || attempt === mostAttempts) {
      await postponeFailed(dependencies, held, posted);
      break;
    }
    await wait(firstPauseMs * 2 ** (attempt - 1));
    held = await outbox.postpone(held, clock.now() + leaseMs);
  }
  return { kind: 'unsure' };
}

/** What stands, or what Slack said instead. A mistake of the program's own is thrown, and nothing was posted then. */
async function findOrPost(
  dependencies: DeliverDependencies,
  pending: PendingPost,
  isUnknown: boolean,
): Promise<Posted | ChatError> {
  const { chat } = dependencies;
  const { id, work } = pending;
  try {
    const found = isUnknown ? await chat.findPosted(work.to, id) : null;
    return found ?? (await chat.post(work.to, work.posting, id));
  } catch (error) {
    if (error instanceof ChatError) return error;
    await giveUp(dependencies, pending);
    throw error;
  }
}

/** Where only looking up is refused, nobody will ever know: then it counts as posted, since a missing reply costs less than a second one. */
async function onRefused(dependencies: DeliverDependencies, pending: PendingPost, error: ChatError): Promise<Delivery> {
  const { logger, outbox } = dependencies;
  const { claim, posting } = pending.work;
  logger.error({ ...claim, kind: posting.kind, err: error }, 'Something was not posted');
  if (error.method === 'chat.postMessage') {
    await giveUp(dependencies, pending);
    return { kind: 'refused', code: error.code };
  }
  await outbox.remove(pending);
  return { kind: 'unsure' };
}

/** Nothing was posted, and somebody may try again. */
export async function giveUp({ claims, outbox }: DeliverDependencies, pending: PendingPost): Promise<void> {
  await outbox.remove(pending);
  await claims.release(pending.work.claim);
}

/** A reply that lost its thread is taken back, so that it does not stand in the channel for everybody. */
async function onPosted(dependencies: DeliverDependencies, pending: PendingPost, posted: Posted): Promise<Delivery> {
  const { clock, offered, outbox, replies, sessions, teamQuestions } = dependencies;
  const { claim, to, posting, record } = pending.work;
  const place = { team: claim.team, channel: to.channel, ts: posted.ts };
  if (to.threadTs !== null && !posted.isInThread) {
    await deletePosted(dependencies, { ...place, asker: null });
    // The same event may come again: what the bot does by itself stays claimed.
    await (claim.purpose === 'auto' ? outbox.remove(pending) : giveUp(dependencies, pending));
    return { kind: 'question-gone' };
  }
  if (record.kind === 'offers') await offered.setShown(claim.team, posted.ts);
  if (record.kind === 'card') {
    await teamQuestions.add({ ...record.question, teamTs: posted.ts });
    await markQuestion(dependencies, record.question);
  }
  if (record.kind === 'session') {
    await sessions.savePost(record.sessionId, { ...record.post, channel: to.channel, ts: posted.ts });
    await sessions.touch(record.sessionId, null);
  }
  if (record.kind === 'nameless') {
    await sessions.ask([{ ...record.asking, ts: posted.ts }]);
    await sessions.touch(record.asking.sessionId, clock.now());
  }
  if (record.kind === 'reply' && isReply(posting))
    await replies.save({
      ...place,
      ...toStoredContent(posting),
      threadTs: to.threadTs ?? posted.ts,
      questionTs: record.questionTs ?? posted.ts,
      asker: record.asker,
      purpose: record.purpose,
      postedAt: clock.now(),
    });
  if (record.kind === 'reply' && record.questionTs !== null)
    await markQuestion(dependencies, { ...place, ts: record.questionTs });
  await outbox.remove(pending);
  return { kind: 'posted', channel: to.channel, ts: posted.ts };
}
