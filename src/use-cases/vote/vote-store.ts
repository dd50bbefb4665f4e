// What people thought of the replies. Interface only.
import type { ReplyPlace } from '../interfaces/reply-store.ts';

export type Vote = 'helpful' | 'not-what-i-asked';

/** Why it is not what somebody asked. */
export const voteReasons = ['another-question', 'out-of-date', 'not-enough'] as const;
export type VoteReason = (typeof voteReasons)[number];

/** One person's vote on one reply. */
export interface StoredVote extends ReplyPlace {
  readonly user: string;
  readonly vote: Vote;
  /** Null where none was given, and for *Helpful*. */
  readonly reason: VoteReason | null;
  /** The entries that the reply showed when the vote was cast: a reply may be replaced afterwards. */
  readonly entryKeys: readonly string[];
  /** Milliseconds since 1970, UTC. */
  readonly votedAt: number;
}

export type VoteCounts = Readonly<Record<Vote, number>>;
export type ReasonCounts = Readonly<Record<VoteReason, number>>;

export interface VoteStore {
  /** Keeps the vote; an earlier one of the same person on the same reply makes room for it. */
  save(vote: StoredVote): Promise<void>;
  find(place: ReplyPlace, user: string): Promise<Vote | null>;
  countFor(place: ReplyPlace): Promise<VoteCounts>;
  /** Votes cast in a team (null: in all) since `since` (milliseconds). */
  countSince(team: string | null, since: number): Promise<VoteCounts>;
  /** *Helpful* since then, by day (ISO 8601, UTC); days without are left out. */
  countHelpfulByDaySince(team: string, since: number): Promise<ReadonlyMap<string, number>>;
  /** The reasons given for *Not what I asked* since then. */
  countReasonsSince(team: string | null, since: number): Promise<ReasonCounts>;
}
