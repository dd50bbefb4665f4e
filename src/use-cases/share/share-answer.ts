// Somebody shares in the channel what the slash command answered privately.
import { toAnswerPart } from '../../answer/plan-actions.ts';
import type { AnswerReply } from '../../answer/reply/reply.ts';
import type { Entry } from '../../knowledge/entry.ts';
import { toStoredContent } from '../delivery/record.ts';
import type { Chat } from '../interfaces/chat.ts';
import type { ClaimStore } from '../interfaces/claim-store.ts';
import type { Clock } from '../interfaces/clock.ts';
import type { ReplyStore } from '../interfaces/reply-store.ts';
import type { Notes } from '../notes/notes.ts';

export interface ShareDependencies {
  readonly chat: Chat;
  readonly claims: ClaimStore;
  readonly clock: Clock;
  readonly notes: Notes;
  readonly replies: ReplyStore;
  readonly staleAfterDays: number;
}

export interface Share {
  readonly team: string;
  readonly channel: string;
  /** Names the private reply: however often its button is pressed, the answer is shared once. */
  readonly id: string;
  readonly entryKeys: readonly string[];
  /** Who shares it: user id, and name as plain text. */
  readonly user: string;
  readonly sharedBy: string;
}

export type ShareOutcome = 'shared' | 'shared-already' | 'gone';

/** Posts the entries in the channel. `gone`: none of them is in the notes any more. Rejects with `ChatError` where Slack refuses. */
export async function shareAnswer(dependencies: ShareDependencies, share: Share): Promise<ShareOutcome> {
  const { chat, claims, clock, notes } = dependencies;
  const found = await notes.findAll(share.entryKeys);
  const entries = share.entryKeys.flatMap((key) => found.get(key) ?? []);
  if (entries.length === 0) return 'gone';
  const claim = { team: share.team, channel: share.channel, ts: share.id, purpose: 'shared' } as const;
  if (!(await claims.claim(claim, clock.now()))) return 'shared-already';
  const reply = toSharedReply(dependencies, entries, share.sharedBy);
  try {
    const { ts } = await chat.postInChannel(share.channel, reply);
    await recordShared(dependencies, share, reply, ts);
  } catch (error) {
    await claims.release(claim);
    throw error;
  }
  return 'shared';
}

function toSharedReply(
  { clock, staleAfterDays }: ShareDependencies,
  entries: readonly Entry[],
  sharedBy: string,
): AnswerReply {
  const context = { now: clock.now(), staleAfterDays };
  return {
    kind: 'answer',
    parts: entries.map((entry) => toAnswerPart({ entry }, null, context)),
    alreadyAnswered: [],
    notCovered: [],
    byline: { kind: 'shared', by: sharedBy, to: null, sentence: null },
  };
}

/** It stands by itself: it is its own thread and its own question, and who shared it may remove it. */
async function recordShared(
  { replies, clock }: ShareDependencies,
  { team, channel, user }: Share,
  reply: AnswerReply,
  ts: string,
): Promise<void> {
  await replies.save({
    team,
    channel,
    ts,
    threadTs: ts,
    questionTs: ts,
    asker: user,
    purpose: 'shared',
    postedAt: clock.now(),
    ...toStoredContent(reply),
  });
}
