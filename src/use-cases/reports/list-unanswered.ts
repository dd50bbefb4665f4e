// What people asked and the notes do not answer, for the team.
import { groupQuestions, type QuestionGroup } from '../../answer/group-questions.ts';
import type { OpenQuestionStore, StoredOpenQuestion } from '../interfaces/open-question-store.ts';
import type { Searcher } from '../interfaces/searcher.ts';
import type { TeamRoster } from '../interfaces/team-roster.ts';

export interface UnansweredDependencies {
  readonly openQuestions: OpenQuestionStore;
  readonly searcher: Searcher;
  readonly roster: TeamRoster;
}

export type UnansweredGroup = QuestionGroup<StoredOpenQuestion>;

/** So many of the newest questions are looked through, and so many groups of them shown to the search. */
const maxQuestions = 500;
const maxGroups = 60;

/** Groups of questions, the largest first; those that a note or phrasing answers by now are left out. Null for who is not in the team. */
export async function listUnanswered(
  { openQuestions, searcher, roster }: UnansweredDependencies,
  who: { readonly team: string; readonly user: string },
): Promise<readonly UnansweredGroup[] | null> {
  if (!(await roster.isMember(who.user))) return null;
  const groups = groupQuestions(await openQuestions.list(who.team, maxQuestions)).slice(0, maxGroups);
  if (groups.length === 0) return [];
  const { results, thresholds } = await searcher.match(groups.map(({ text }) => text));
  return groups.filter((_, place) => (results[place]?.matches[0]?.confidence ?? 0) < thresholds.answerInChannel);
}
