// Somebody shares in the channel what the slash command answered privately.
import { toAnswerPart } from '../../answer/plan-actions.ts';
import type { AnswerReply } from '../../answer/reply/reply.ts';
import type { Entry } from '../../knowledge/entry.ts';
import { type DeliverDependencies, type Delivery, deliver } from '../delivery/deliver.ts';
import type { Notes } from '../notes/notes.ts';

export interface ShareDependencies extends DeliverDependencies {
  readonly notes: Notes;
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

export type ShareOutcome = Delivery | { readonly kind: 'gone' };

/**
 * Posts the entries in the channel. `gone`: none of them is in the notes any more. It stands by itself, as its own thread and its own
 * question, and who shared it may remove it.
 */
export async function shareAnswer(dependencies: ShareDependencies, share: Share): Promise<ShareOutcome> {
  const { team, channel, id, user, sharedBy } = share;
  const found = await dependencies.notes.findAll(share.entryKeys);
  const entries = share.entryKeys.flatMap((key) => found.get(key) ?? []);
  if (entries.length === 0) return { kind: 'gone' };
  return await deliver(dependencies, {
    claim: { team, channel, ts: id, purpose: 'shared' },
    to: { channel, threadTs: null },
    posting: toSharedReply(dependencies, entries, sharedBy),
    record: { kind: 'reply', questionTs: null, asker: user, purpose: 'shared' },
  });
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
