// What was on its way to Slack when the program ended or Slack failed is taken up again.
import type { Message } from '../../answer/message.ts';
import { changePending, inTurn, leaseMs, type PendingChange } from './change-posted.ts';
import { type DeliverDependencies, giveUp, type PendingPost, postPending } from './deliver.ts';
import { markQuestion, type PendingMark, showMark } from './mark-question.ts';
import type { Pending } from './outbox-store.ts';
import { toMessageKey } from './to-message-key.ts';

export interface TakeUpDependencies extends DeliverDependencies {
  /** What a question of the team channel was closed for is never posted: the question's id, and how it went. */
  readonly onUnposted: (closed: string, why: string) => Promise<void>;
  /** What was posted late may answer a question that was edited or deleted meanwhile. */
  readonly settle: (place: { readonly team: string; readonly channel: string; readonly ts: string }) => Promise<void>;
  /** People have had their time to answer this. */
  readonly answer: (message: Message) => Promise<void>;
}

const pageSize = 50;
const hourMs = 3_600_000;
/** Later nobody waits for an answer any more, and someone may have given it. */
const postsLastMs = hourMs;
const changesLastMs = 7 * 24 * hourMs;

/** Goes through what is due, one after another. Rejects where the database fails. */
export async function takeUp(dependencies: TakeUpDependencies): Promise<void> {
  for (const pending of await dependencies.outbox.listDue(dependencies.clock.now(), pageSize)) {
    if (isPost(pending)) await takeUpPost(dependencies, pending);
    else if (isChange(pending)) await takeUpChange(dependencies, pending);
    else if (isMark(pending)) await takeUpMark(dependencies, pending);
    else await takeUpQuestion(dependencies, pending);
  }
}

function isPost(pending: Pending): pending is PendingPost {
  return pending.work.kind === 'post';
}

function isChange(pending: Pending): pending is PendingChange {
  return pending.work.kind === 'update' || pending.work.kind === 'delete';
}

function isMark(pending: Pending): pending is PendingMark {
  return pending.work.kind === 'mark';
}

async function takeUpMark(dependencies: TakeUpDependencies, pending: PendingMark): Promise<void> {
  const { clock, locks, outbox } = dependencies;
  await locks.run(pending.id, async () => {
    const held = await outbox.postpone(pending, clock.now() + leaseMs);
    if (held === null) return;
    if (clock.now() - held.since > changesLastMs) await outbox.remove(held);
    else await showMark(dependencies, held);
  });
}

async function takeUpQuestion({ answer, clock, outbox }: TakeUpDependencies, pending: Pending): Promise<void> {
  const held = await outbox.postpone(pending, clock.now() + leaseMs);
  if (held?.work.kind !== 'wait') return;
  if (clock.now() - pending.dueAt < postsLastMs) await answer(held.work.message);
  await outbox.remove(held);
}

async function takeUpPost(dependencies: TakeUpDependencies, pending: PendingPost): Promise<void> {
  const { clock, logger, outbox, settle, onUnposted, locks } = dependencies;
  const { claim, record, closes } = pending.work;
  await locks.run(toMessageKey(claim), async () => {
    const held = await outbox.postpone(pending, clock.now() + leaseMs);
    if (held === null) return;
    if (clock.now() - held.since > postsLastMs) {
      logger.error({ ...claim }, 'Something was not posted: Slack did not take it for too long');
      await giveUp(dependencies, held);
      if (closes !== undefined) await onUnposted(closes, 'too-late');
      if (record.kind === 'reply' && record.questionTs !== null)
        await markQuestion(dependencies, { ...claim, ts: record.questionTs });
      return;
    }
    const { kind } = await postPending(dependencies, held, { mayStand: true });
    if (closes !== undefined && (kind === 'refused' || kind === 'question-gone')) await onUnposted(closes, kind);
    logger.info({ ...claim, kind }, 'Took up again what was to be posted');
    if (record.kind === 'reply' && record.questionTs !== null) await settle({ ...claim, ts: record.questionTs });
  });
}

async function takeUpChange(dependencies: TakeUpDependencies, pending: PendingChange): Promise<void> {
  const { clock, outbox } = dependencies;
  await inTurn(dependencies, pending.work.place, async () => {
    const held = await outbox.postpone(pending, clock.now() + leaseMs);
    if (held === null) return;
    if (clock.now() - held.since > changesLastMs) await outbox.remove(held);
    else await changePending(dependencies, held);
  });
}
