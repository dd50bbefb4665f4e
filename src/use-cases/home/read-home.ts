// What App Home shows to one person: the questions, and to the team how things stand.
import type { Entry } from '../../knowledge/entry.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { SearchResults } from '../interfaces/searcher.ts';
import type { LearnedStore, StoredWording } from '../learn/learned-store.ts';
import type { Notes } from '../notes/notes.ts';
import { listUnanswered, type UnansweredDependencies, type UnansweredGroup } from '../reports/list-unanswered.ts';
import { readStats, type Stats, type StatsDependencies } from '../reports/read-stats.ts';

export interface HomeDependencies extends UnansweredDependencies, StatsDependencies {
  readonly notes: Notes;
  readonly learned: LearnedStore;
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
  readonly unanswered: readonly UnansweredGroup[];
  readonly stats: Stats;
  readonly knowledge: Knowledge;
  readonly reading: SearchResults['reading'];
  /** Newest first. */
  readonly learned: readonly StoredWording[];
}

export interface Home {
  readonly typed: string;
  readonly page: number;
  /** All questions; where something is typed, those that come close, best first. */
  readonly entries: readonly Entry[];
  /** Null for who is not in the team. */
  readonly team: TeamHome | null;
}

/** As many as one looks through. */
const maxFound = 15;

export async function readHome(dependencies: HomeDependencies, request: HomeRequest): Promise<Home> {
  const { notes, searcher, roster } = dependencies;
  const typed = request.typed.trim();
  const entries = typed === '' ? notes.knowledge.entries : await searcher.complete(typed, maxFound);
  const team = (await roster.isMember(request.user)) ? await readTeamHome(dependencies, request) : null;
  return { typed, page: request.page, entries, team };
}

async function readTeamHome(dependencies: HomeDependencies, who: HomeRequest): Promise<TeamHome | null> {
  const { notes, searcher, learned } = dependencies;
  const [unanswered, stats, { reading }, wordings] = await Promise.all([
    listUnanswered(dependencies, who),
    readStats(dependencies, who),
    searcher.match([]),
    learned.list(),
  ]);
  if (unanswered === null || stats === null) return null;
  return { unanswered, stats, knowledge: notes.knowledge, reading, learned: wordings.toReversed() };
}
