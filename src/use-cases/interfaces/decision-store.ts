// What was decided about each message, so that it can be looked up afterwards. Interface only.
import type { Decision, DecisionKind } from '../../answer/decision.ts';

export interface StoredDecision {
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  readonly decision: Decision;
  /** Milliseconds since 1970, UTC. */
  readonly decidedAt: number;
}

export interface DecisionStore {
  /** Keeps the decision, its best matches without their entries' phrasings; one about the same message takes the earlier one's place. */
  save(decision: StoredDecision): Promise<void>;
  find(team: string, channel: string, ts: string): Promise<StoredDecision | null>;
  remove(team: string, channel: string, ts: string): Promise<void>;
  /** Messages decided about in a team since `since` (milliseconds), by what was decided. */
  countByKindSince(team: string, since: number): Promise<Readonly<Record<DecisionKind, number>>>;
  /** Questions read out of this person's messages since `since` (milliseconds), the message `exceptTs` left out. */
  countQuestionsSince(
    user: { readonly team: string; readonly user: string },
    since: number,
    exceptTs: string,
  ): Promise<number>;
}
