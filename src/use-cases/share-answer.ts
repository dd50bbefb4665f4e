// Somebody shares in the channel what the slash command answered privately.
import { toAnswerPart } from '../answer/plan-actions.ts';
import type { AnswerReply } from '../answer/reply.ts';
import type { Chat } from './chat.ts';
import type { ClaimStore } from './claim-store.ts';
import type { Clock } from './clock.ts';
import type { Notes } from './notes.ts';

export interface ShareDependencies {
  readonly chat: Chat;
  readonly claims: ClaimStore;
  readonly clock: Clock;
  readonly notes: Notes;
  readonly staleAfterDays: number;
}

export interface Share {
  readonly team: string;
  readonly channel: string;
  /** Names the private reply: however often its button is pressed, the answer is shared once. */
  readonly id: string;
  readonly entryKeys: readonly string[];
  /** Who shares it, as plain text. */
  readonly sharedBy: string;
}

export type ShareOutcome = 'shared' | 'shared-already' | 'gone';

/** Posts the entries in the channel. `gone`: none of them is in the notes any more. Rejects with `ChatError` where Slack refuses. */
export async function shareAnswer(dependencies: ShareDependencies, share: Share): Promise<ShareOutcome> {
  const { chat, claims, clock, notes, staleAfterDays } = dependencies;
  const entries = share.entryKeys.map((key) => notes.find(key)).filter((entry) => entry !== null);
  if (entries.length === 0) return 'gone';
  const claim = { team: share.team, channel: share.channel, ts: share.id, purpose: 'shared' } as const;
  if (!(await claims.claim(claim, clock.now()))) return 'shared-already';
  const context = { now: clock.now(), staleAfterDays };
  const reply: AnswerReply = {
    kind: 'answer',
    parts: entries.map((entry) => toAnswerPart({ entry }, null, context)),
    alreadyAnswered: [],
    notCovered: [],
  };
  try {
    await chat.postInChannel(share.channel, reply, share.sharedBy);
  } catch (error) {
    await claims.release(claim);
    throw error;
  }
  return 'shared';
}
