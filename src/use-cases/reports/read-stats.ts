// How the bot has done lately, for the team.
import type { DecisionKind } from '../../answer/decision.ts';
import type { Clock } from '../interfaces/clock.ts';
import type { DayCounts, DecisionStore } from '../interfaces/decision-store.ts';
import type { TeamRoster } from '../interfaces/team-roster.ts';
import type { ReasonCounts, VoteCounts, VoteStore } from '../vote/vote-store.ts';

export interface StatsDependencies {
  readonly decisions: DecisionStore;
  readonly votes: VoteStore;
  readonly roster: TeamRoster;
  readonly clock: Clock;
}

export interface Stats {
  readonly days: number;
  /** Messages by what was decided about them. */
  readonly decided: Readonly<Record<DecisionKind, number>>;
  readonly votes: VoteCounts;
  readonly reasons: ReasonCounts;
  /** The last seven days, those without a message left out. */
  readonly week: readonly DayCounts[];
}

const [statsDays, weekDays] = [30, 7];
const dayMs = 86_400_000;

/** Of the last 30 days. Null for who is not in the team. */
export async function readStats(
  { decisions, votes, roster, clock }: StatsDependencies,
  who: { readonly team: string; readonly user: string },
): Promise<Stats | null> {
  if (!(await roster.isMember(who.user))) return null;
  const since = clock.now() - statsDays * dayMs;
  const [decided, counts, reasons, week] = await Promise.all([
    decisions.countByKindSince(who.team, since),
    votes.countSince(who.team, since),
    votes.countReasonsSince(who.team, since),
    decisions.countByDaySince(who.team, clock.now() - weekDays * dayMs),
  ]);
  return { days: statsDays, decided, votes: counts, reasons, week };
}

/** Share of the votes that say *Helpful*, from 0 to 1; null where nobody has voted. Pure. */
export function toHelpfulRate(votes: VoteCounts): number | null {
  const all = votes.helpful + votes['not-what-i-asked'];
  return all === 0 ? null : votes.helpful / all;
}
