// *Helpful* and *Not what I asked*: one person's vote on a reply, and what else the notes have.
import type { Entry } from '../../knowledge/entry.ts';
import type { Clock } from '../interfaces/clock.ts';
import type { DecisionStore } from '../interfaces/decision-store.ts';
import type { ReplyStore } from '../interfaces/reply-store.ts';
import type { TeamRoster } from '../interfaces/team-roster.ts';
import { type WithdrawDependencies, withdrawOffer } from '../learn/offer-wording.ts';
import type { Notes } from '../notes/notes.ts';
import { findNextMatches } from './find-next-matches.ts';
import { mayChangeReply } from './may-change-reply.ts';
import type { Press } from './press.ts';
import type { Vote, VoteReason, VoteStore } from './vote-store.ts';

export interface VoteDependencies extends WithdrawDependencies {
  readonly replies: ReplyStore;
  readonly votes: VoteStore;
  readonly decisions: DecisionStore;
  readonly notes: Notes;
  readonly roster: TeamRoster;
  readonly clock: Clock;
  readonly canAskTeam: boolean;
}

export type VoteOutcome =
  | { readonly kind: 'gone' }
  | {
      readonly kind: 'counted';
      /** After *Not what I asked*: the next matches, best first. */
      readonly next: readonly Entry[];
      /** True where this person may put one of them in the reply's place. */
      readonly canReplace: boolean;
      /** True where this person may pass the question on to the team. */
      readonly canAskTeam: boolean;
    };

/**
 * Anybody may vote, once for each reply; a later vote takes the earlier one's place. What its asker or the team finds unfit, to be replaced or not,
 * is not offered as a wording any more. `gone`: the bot knows no such answer.
 */
export async function voteOnReply(
  dependencies: VoteDependencies,
  press: Press,
  { vote, reason = null }: { readonly vote: Vote; readonly reason?: VoteReason | null },
): Promise<VoteOutcome> {
  const { replies, votes, clock } = dependencies;
  const { team, channel, ts, user } = press;
  const reply = await replies.find(team, channel, ts);
  if (reply === null || reply.kind !== 'answer') return { kind: 'gone' };
  const entryKeys = reply.entries.map(({ entryKey }) => entryKey);
  await votes.save({ team, channel, ts, user, vote, reason, entryKeys, votedAt: clock.now() });
  if (vote === 'helpful') return { kind: 'counted', next: [], canReplace: false, canAskTeam: false };
  const { entries } = await findNextMatches(dependencies, reply);
  const isTheirs = await mayChangeReply(dependencies, reply, user);
  if (isTheirs) await withdrawOffer(dependencies, { ...reply, ts: reply.questionTs });
  return { kind: 'counted', next: entries, canReplace: isTheirs, canAskTeam: isTheirs && dependencies.canAskTeam };
}
