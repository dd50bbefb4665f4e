// How the bot has done lately, for the team.
import type { DecisionKind } from '../../answer/decision.ts';
import type { Clock } from '../interfaces/clock.ts';
import type { DayCounts, DecisionStore } from '../interfaces/decision-store.ts';
import type { ReplyStore } from '../interfaces/reply-store.ts';
import type { TeamRoster } from '../interfaces/team-roster.ts';
import type { Notes } from '../notes/notes.ts';
import type { ReasonCounts, VoteCounts, VoteStore } from '../vote/vote-store.ts';
import { countByPost, type PostCount } from './count-by-post.ts';

export interface StatsDependencies {
  readonly decisions: DecisionStore;
  readonly votes: VoteStore;
  readonly replies: ReplyStore;
  readonly notes: Notes;
  readonly roster: TeamRoster;
  readonly clock: Clock;
}

export interface DayOfWeek extends DayCounts {
  readonly helpful: number;
}

export interface Stats {
  readonly days: number;
  /** Messages by what was decided about them. */
  readonly decided: Readonly<Record<DecisionKind, number>>;
  readonly votes: VoteCounts;
  readonly reasons: ReasonCounts;
  /** The last seven days, those without a message left out. */
  readonly week: readonly DayOfWeek[];
  /** The posts that answered in these days. */
  readonly weekByPost: readonly PostCount[];
}

const [statsDays, weekDays] = [30, 7];
const dayMs = 86_400_000;
const [mostReplies, mostPosts] = [5000, 5];

/** Of the last 30 days. Null for who is not in the team. */
export async function readStats(
  dependencies: StatsDependencies,
  who: { readonly team: string; readonly user: string },
): Promise<Stats | null> {
  const { decisions, votes, roster, clock } = dependencies;
  if (!(await roster.isMember(who.user))) return null;
  const since = clock.now() - statsDays * dayMs;
  const weekSince = clock.now() - weekDays * dayMs;
  const [decided, counts, reasons, days, helpful, weekByPost] = await Promise.all([
    decisions.countByKindSince(who.team, since),
    votes.countSince(who.team, since),
    votes.countReasonsSince(who.team, since),
    decisions.countByDaySince(who.team, weekSince),
    votes.countHelpfulByDaySince(who.team, weekSince),
    readByPost(dependencies, who.team, weekSince),
  ]);
  const week = days.map((day) => ({ ...day, helpful: helpful.get(day.day) ?? 0 }));
  return { days: statsDays, decided, votes: counts, reasons, week, weekByPost };
}

/** What is no longer in the notes counts as one post without a title. */
async function readByPost(
  { notes, replies }: StatsDependencies,
  team: string,
  since: number,
): Promise<readonly PostCount[]> {
  const keys = await replies.listAnsweredKeys(team, since, mostReplies);
  const found = await notes.findAll([...new Set(keys)]);
  const titles = new Map([...found].map(([key, { post }]) => [key, post.title]));
  return countByPost(keys, titles, { most: mostPosts, gone: '' });
}

/** Share of the votes that say *Helpful*, from 0 to 1; null where nobody has voted. Pure. */
export function toHelpfulRate(votes: VoteCounts): number | null {
  const all = votes.helpful + votes['not-what-i-asked'];
  return all === 0 ? null : votes.helpful / all;
}
