// The asker or the team takes a reply away.
import { deletePosted } from '../delivery/change-posted.ts';
import { type MarkDependencies, markQuestion } from '../delivery/mark-question.ts';
import type { ClaimStore } from '../interfaces/claim-store.ts';
import type { ReplyStore } from '../interfaces/reply-store.ts';
import type { TeamRoster } from '../interfaces/team-roster.ts';
import { type WithdrawDependencies, withdrawOffer } from '../learn/offer-wording.ts';
import { toLinkClaim } from '../link/link-claim.ts';
import { mayChangeReply } from './may-change-reply.ts';
import type { Press } from './press.ts';

export interface RemoveDependencies extends WithdrawDependencies, MarkDependencies {
  readonly claims: ClaimStore;
  readonly replies: ReplyStore;
  readonly roster: TeamRoster;
}

export type RemoveOutcome = 'removed' | 'not-yours' | 'gone';

/**
 * Deletes the reply for everybody, as soon as Slack lets it; what the team linked may then be linked again, and whether its wording is to find the
 * entry is no question any more. `gone`: the bot knows no such reply.
 */
export async function removeReply(dependencies: RemoveDependencies, press: Press): Promise<RemoveOutcome> {
  const { claims, replies } = dependencies;
  const reply = await replies.find(press.team, press.channel, press.ts);
  if (reply === null) return 'gone';
  if (!(await mayChangeReply(dependencies, reply, press.user))) return 'not-yours';
  await deletePosted(dependencies, reply);
  await replies.remove(press.team, press.channel, press.ts);
  if (reply.purpose === 'linked') {
    const question = { team: reply.team, channel: reply.channel, ts: reply.questionTs };
    for (const { entryKey } of reply.entries) await claims.release(toLinkClaim(question, entryKey));
  }
  await withdrawOffer(dependencies, { ...reply, ts: reply.questionTs });
  await markQuestion(dependencies, { ...reply, ts: reply.questionTs });
  return 'removed';
}
