// What App Home shows to one person: the questions, and to the team how things stand.

import type { Board } from '../../office-hours/posting.ts';
import type { DraftDependencies } from '../drafts/offer-draft.ts';
import { type DraftList, listDrafts } from '../drafts/review-draft.ts';
import type { SearchResults } from '../interfaces/searcher.ts';
import type { LearnedStore, StoredWording } from '../learn/learned-store.ts';
import { type ShownOffer, withEntries } from '../learn/offer-wording.ts';
import type { OfferedStore } from '../learn/offered-store.ts';
import type { ListedEntry, Notes, NotesSummary } from '../notes/notes.ts';
import { listBoards } from '../office-hours/read-board.ts';
import type { SessionStore } from '../office-hours/session-store.ts';
import {
  type LinkedGroup,
  listUnanswered,
  type UnansweredDependencies,
  withLinks,
} from '../reports/list-unanswered.ts';
import { readStats, type Stats, type StatsDependencies } from '../reports/read-stats.ts';
import type { SuggestionStore } from '../suggest/suggestion-store.ts';

export interface HomeDependencies extends UnansweredDependencies, StatsDependencies, DraftDependencies {
  readonly notes: Notes;
  readonly learned: LearnedStore;
  readonly offered: OfferedStore;
  readonly suggestions: SuggestionStore;
  readonly sessions: SessionStore;
}

export interface HomeRequest {
  readonly team: string;
  readonly user: string;
  /** What stands in the search field. */
  readonly typed: string;
  /** Page of the questions, from 1. */
  readonly page: number;
}

export interface TeamHome {
  /** User id of who looks at it. */
  readonly viewer: string;
  /** Of the office hours that run, the newest first. */
  readonly boards: readonly Board[];
  readonly unanswered: readonly LinkedGroup[];
  readonly stats: Stats;
  readonly summary: NotesSummary;
  readonly reading: SearchResults['reading'];
  /** Wordings that wait for the team, the oldest first. */
  readonly offers: readonly ShownOffer[];
  readonly drafts: DraftList;
  /** Newest first, each with the question that it finds now, or null where the notes no longer have that. */
  readonly learned: readonly (StoredWording & { readonly question: string | null })[];
}

export interface Home {
  readonly typed: string;
  readonly page: number;
  /** All questions; where something is typed, those that come close, best first. */
  readonly entries: readonly ListedEntry[];
  /** True where this person wants no quiet suggestions. */
  readonly hasStopped: boolean;
  /** Null for who is not in the team. */
  readonly team: TeamHome | null;
}

/** Groups of questions that are shown with links to their messages. */
const mostLinked = 5;
/** As many as one looks through. */
const maxFound = 15;

export async function readHome(dependencies: HomeDependencies, request: HomeRequest): Promise<Home> {
  const { notes, searcher, roster } = dependencies;
  const typed = request.typed.trim();
  const entries = typed === '' ? await notes.list() : await searcher.complete(typed, maxFound);
  const team = (await roster.isMember(request.user)) ? await readTeamHome(dependencies, request) : null;
  const hasStopped = await dependencies.suggestions.hasStopped(request.team, request.user);
  return { typed, page: request.page, entries, hasStopped, team };
}

async function readTeamHome(dependencies: HomeDependencies, who: HomeRequest): Promise<TeamHome | null> {
  const { notes, searcher, learned, offered } = dependencies;
  const [boards, unanswered, stats, { reading }, summary, wordings, open, drafts] = await Promise.all([
    listBoards(dependencies, who.team),
    listUnanswered(dependencies, who),
    readStats(dependencies, who),
    searcher.match([]),
    notes.summarise(),
    learned.list(),
    offered.listOpen(who.team),
    listDrafts(dependencies, who),
  ]);
  if (unanswered === null || stats === null || drafts === null) return null;
  const found = await notes.findAll(wordings.map(({ entryKey }) => entryKey));
  const learnedNow = wordings.map((each) => ({ ...each, question: found.get(each.entryKey)?.question ?? null }));
  const offers = await withEntries(dependencies, open);
  const linked = [
    ...(await withLinks(dependencies, unanswered.slice(0, mostLinked))),
    ...unanswered.slice(mostLinked).map((group) => ({ ...group, links: [] })),
  ];
  const shown = { boards, unanswered: linked, stats, summary, reading, offers, drafts };
  return { ...shown, viewer: who.user, learned: learnedNow.toReversed() };
}
