// What the team is told once a week: how the bot did, and what waits for somebody.
import type { DecisionKind } from '../../answer/decision.ts';
import { findStaleDays } from '../../answer/reply/find-stale-days.ts';
import type { Post } from '../../knowledge/entry.ts';
import { type DeliverDependencies, deliver, isSent } from '../delivery/deliver.ts';
import type { DraftStore } from '../drafts/draft-store.ts';
import type { DecisionStore } from '../interfaces/decision-store.ts';
import type { History } from '../interfaces/history.ts';
import type { LearnedStore } from '../learn/learned-store.ts';
import { doOnce, type LeaseDependencies } from '../maintenance/do-once.ts';
import type { Notes } from '../notes/notes.ts';
import type { ReasonCounts, VoteCounts, VoteStore } from '../vote/vote-store.ts';
import {
  countAskers,
  type LinkedGroup,
  readUnanswered,
  type UnansweredDependencies,
  withLinks,
} from './list-unanswered.ts';

export interface DigestDependencies extends DeliverDependencies, LeaseDependencies, UnansweredDependencies {
  readonly decisions: DecisionStore;
  readonly votes: VoteStore;
  readonly drafts: DraftStore;
  readonly learned: LearnedStore;
  readonly notes: Notes;
  readonly history: Pick<History, 'listConversations'>;
  readonly teamChannel: string | null;
  readonly staleAfterDays: number;
}

/** The week that ended at `until` (milliseconds since 1970, UTC). */
export interface Digest {
  readonly until: number;
  /** Messages by what was decided about them. */
  readonly decided: Readonly<Record<DecisionKind, number>>;
  readonly votes: VoteCounts;
  /** Why a reply was not what was asked. */
  readonly reasons: ReasonCounts;
  /** Those that most people asked first. */
  readonly unanswered: readonly (LinkedGroup & { readonly askers: number })[];
  readonly unansweredMore: number;
  /** Drafts that wait for the team, drafts it took that the notes do not have yet, wordings offered, and wordings learned but not exported. */
  readonly waiting: {
    readonly drafts: number;
    readonly taken: number;
    readonly offers: number;
    readonly learned: number;
  };
  /** The oldest first. */
  readonly old: readonly Pick<Post, 'title' | 'url' | 'note' | 'date'>[];
  readonly oldMore: number;
}

const dayMs = 86_400_000;
const weekMs = 7 * dayMs;
/** 1 January 1970 was a Thursday: weeks begin on Monday at eight, UTC. */
const weekOffsetMs = 4 * dayMs + 8 * 3_600_000;
/** A team that was away for longer reads the next one. */
const latestMs = 2 * dayMs;
const [maxGroups, maxOld] = [6, 5];

/** When the week began that `now` is in. */
export function toWeekStart(now: number): number {
  return Math.floor((now - weekOffsetMs) / weekMs) * weekMs + weekOffsetMs;
}

/** Posts the digest of the last week once, whichever process looks first; nothing where nothing happened and nothing waits. */
export async function postDigest(dependencies: DigestDependencies): Promise<void> {
  const { clock, logger, teamChannel } = dependencies;
  if (teamChannel === null) return;
  const until = toWeekStart(clock.now());
  if (clock.now() - until > latestMs) return;
  await doOnce(dependencies, 'digest', until, async () => {
    const conversations = await dependencies.history.listConversations();
    const team = conversations.find(({ id }) => id === teamChannel)?.team;
    const digest = team === undefined ? null : await readDigest(dependencies, team, until);
    if (team === undefined || digest === null || isEmpty(digest)) return;
    const delivery = await deliver(dependencies, {
      claim: { team, channel: teamChannel, ts: `digest:${new Date(until).toISOString()}`, purpose: 'digest' },
      to: { channel: teamChannel, threadTs: null },
      posting: { kind: 'digest', digest },
      record: { kind: 'nothing' },
    });
    if (isSent(delivery)) logger.info({}, 'Posted the weekly digest');
  });
}

export async function readDigest(dependencies: DigestDependencies, team: string, until: number): Promise<Digest> {
  const { decisions, drafts, learned, notes, offered, votes } = dependencies;
  const since = until - weekMs;
  const [decided, counts, reasons, groups, waiting, offers, wordings, entries] = await Promise.all([
    decisions.countByKindSince(team, since),
    votes.countSince(team, since),
    votes.countReasonsSince(team, since),
    readUnanswered(dependencies, team),
    drafts.list(team, ['kept', 'taken']),
    offered.listOpen(team),
    learned.list(),
    notes.list(),
  ]);
  const linked = await withLinks(dependencies, groups.slice(0, maxGroups));
  const posts = [...new Map(entries.map(({ post }) => [post.note, post])).values()];
  const context = { now: until, staleAfterDays: dependencies.staleAfterDays };
  const old = posts
    .filter((post) => findStaleDays(post, context) !== null)
    .toSorted((one, other) => (one.date ?? '').localeCompare(other.date ?? ''));
  return {
    until,
    decided,
    votes: counts,
    reasons,
    unanswered: linked.map((group) => ({ ...group, askers: countAskers(group) })),
    unansweredMore: groups.length - linked.length,
    waiting: {
      drafts: waiting.filter(({ state }) => state === 'kept').length,
      taken: waiting.filter(({ state, exportedAt }) => state === 'taken' && exportedAt === null).length,
      offers: offers.length,
      learned: wordings.filter(({ exportedAt }) => exportedAt === null).length,
    },
    old: old.slice(0, maxOld).map(({ title, url, note, date }) => ({ title, url, note, date })),
    oldMore: Math.max(0, old.length - maxOld),
  };
}

function isEmpty({ decided, unanswered, waiting }: Digest): boolean {
  const happened = decided.answer + decided.suggest + decided.uncovered;
  return happened + unanswered.length + Object.values(waiting).reduce((sum, each) => sum + each, 0) === 0;
}
