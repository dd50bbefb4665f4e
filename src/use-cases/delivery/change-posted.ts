// Changes and deletes what the bot posted: tried until it is done or Slack refuses for good, also after a restart.
import { type Chat, ChatError, type Posting } from '../interfaces/chat.ts';
import type { Clock } from '../interfaces/clock.ts';
import type { Logger } from '../interfaces/logger.ts';
import type { KeyedMutex } from './keyed-mutex.ts';
import type { OutboxStore, Pending, PostedPlace, Work } from './outbox-store.ts';
import { toMessageKey } from './to-message-key.ts';

export interface ChangeDependencies {
  readonly chat: Pick<Chat, 'update' | 'delete'>;
  readonly outbox: OutboxStore;
  readonly locks: KeyedMutex;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** `later`: Slack did not do it yet; it is tried again. `gone`: the message is no longer there. */
export type ChangeOutcome = 'done' | 'later' | 'gone' | 'refused';

export type PendingChange = Pending<Extract<Work, { kind: 'update' | 'delete' }>>;

/** So long work belongs to who is at it: longer than a call of Slack's takes with all its repetitions. */
export const leaseMs = 90_000;
const firstPauseMs = 5000;
const longestPauseMs = 10 * 60_000;
/** A deletion is refused for good when it was refused so often: who may delete what is a setting that people change. */
const mostRefusedDeletions = 3;

/** Puts `posting` in the place of what stands there. */
export async function updatePosted(
  dependencies: ChangeDependencies,
  place: PostedPlace,
  posting: Posting,
): Promise<ChangeOutcome> {
  return await change(dependencies, { kind: 'update', place, posting });
}

/** Deletes a message of the bot; one that is gone already is as good. */
export async function deletePosted(dependencies: ChangeDependencies, place: PostedPlace): Promise<void> {
  await change(dependencies, { kind: 'delete', place });
}

async function change(dependencies: ChangeDependencies, work: PendingChange['work']): Promise<ChangeOutcome> {
  const { clock, outbox } = dependencies;
  return await inTurn(dependencies, work.place, async () => {
    const now = clock.now();
    const pending = { id: toMessageKey(work.place), work, attempts: 0, since: now, dueAt: now + leaseMs };
    await outbox.keep(pending);
    return await changePending(dependencies, pending);
  });
}

/** Two changes of the same message never overlap: the later one would be overtaken. */
export async function inTurn<Result>(
  { locks }: Pick<ChangeDependencies, 'locks'>,
  place: PostedPlace,
  work: () => Promise<Result>,
): Promise<Result> {
  return await locks.run(`posted ${toMessageKey(place)}`, work);
}

/** In its turn. */
export async function changePending(dependencies: ChangeDependencies, pending: PendingChange): Promise<ChangeOutcome> {
  const { chat, logger, outbox } = dependencies;
  const { work } = pending;
  const { channel, ts } = work.place;
  try {
    if (work.kind === 'delete') await chat.delete(channel, ts);
    else await chat.update(channel, ts, work.posting);
  } catch (error) {
    const isFinal = !(error instanceof ChatError) || isRefusedForGood(error, pending);
    if (!isFinal) {
      await postponeFailed(dependencies, pending, error);
      return 'later';
    }
    await outbox.remove(pending);
    if (!(error instanceof ChatError)) throw error;
    if (error.code === 'message_not_found') return 'gone';
    logger.warn({ channel, ts, err: error }, 'A message of the bot cannot be changed');
    return 'refused';
  }
  await outbox.remove(pending);
  return 'done';
}

function isRefusedForGood({ failure, code }: ChatError, { work, attempts }: PendingChange): boolean {
  if (failure !== 'refused') return false;
  return work.kind === 'update' || code === 'message_not_found' || attempts + 1 >= mostRefusedDeletions;
}

/** Leaves it for later, and says so. */
export async function postponeFailed(
  { clock, logger, outbox }: Pick<ChangeDependencies, 'clock' | 'logger' | 'outbox'>,
  pending: Pending,
  error: ChatError,
): Promise<void> {
  const pauseMs = Math.max(error.retryAfterMs, Math.min(firstPauseMs * 2 ** pending.attempts, longestPauseMs));
  await outbox.postpone(pending, clock.now() + pauseMs);
  const { method, code } = error;
  logger.warn({ method, code, pauseMs, attempts: pending.attempts + 1 }, 'Slack did not do it; it is tried again');
}
