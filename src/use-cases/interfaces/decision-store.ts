// What was decided about each message, so that it can be looked up afterwards. Interface only.
import type { DecisionKind } from '../../answer/decision.ts';
import type { KeptDecision } from '../../answer/kept-decision.ts';

export interface StoredDecision {
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
  /** Empty once the person was forgotten; then `decision` has no questions. */
  readonly user: string;
  readonly decision: KeptDecision;
  /** True where the person got a reply. */
  readonly isAnswered: boolean;
  /** False until what was decided is carried out: a process may end in between. */
  readonly isDone: boolean;
  /** Milliseconds since 1970, UTC. */
  readonly decidedAt: number;
}

/** What was decided on one day. */
export interface DayCounts {
  readonly day: string;
  readonly decided: Readonly<Record<DecisionKind, number>>;
}

export interface DecisionStore {
  /** Keeps the decision; one about the same message takes the earlier one's place. */
  save(decision: StoredDecision): Promise<void>;
  find(team: string, channel: string, ts: string): Promise<StoredDecision | null>;
  /** Messages of a channel since the timestamp `sinceTs` about which something was decided, by their timestamps. */
  listSince(
    team: string,
    channel: string,
    sinceTs: string,
  ): Promise<ReadonlyMap<string, Pick<StoredDecision, 'user' | 'isDone'>>>;
  /** Messages decided about before `before` (milliseconds) of which nothing is known to have followed. */
  listUndone(before: number): Promise<readonly Pick<StoredDecision, 'team' | 'channel' | 'ts'>[]>;
  /** What was decided about this message is carried out, and what became of the message meanwhile is followed. */
  finish(place: Pick<StoredDecision, 'team' | 'channel' | 'ts'>): Promise<void>;
  remove(team: string, channel: string, ts: string): Promise<void>;
  /** Messages decided about in a team since `since` (milliseconds), by what was decided. */
  countByKindSince(team: string, since: number): Promise<Readonly<Record<DecisionKind, number>>>;
  /** The same by day (ISO 8601, UTC), the oldest first; days without a message are left out. `team`: null for all. */
  countByDaySince(team: string | null, since: number): Promise<readonly DayCounts[]>;
  /** This person's messages that got a reply, of those said within so many seconds before this one: whenever it is looked at. */
  countAnsweredBefore(message: Pick<StoredDecision, 'team' | 'user' | 'ts'>, seconds: number): Promise<number>;
  /**
   * This person's messages that got a reply since `since` (milliseconds), the message `exceptTs` left out, and those said more than a
   * minute before it: they were answered late.
   */
  countAnsweredSince(
    user: { readonly team: string; readonly user: string },
    since: number,
    exceptTs: string,
  ): Promise<number>;
}
