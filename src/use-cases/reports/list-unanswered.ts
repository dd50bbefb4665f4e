// What people asked and the notes do not answer, for the team.
import { groupQuestions, type QuestionGroup } from '../../answer/group-questions.ts';
import { allNotes } from '../../knowledge/note-scope.ts';
import type { OpenQuestionStore, StoredOpenQuestion } from '../interfaces/open-question-store.ts';
import type { Searcher } from '../interfaces/searcher.ts';
import type { TeamRoster } from '../interfaces/team-roster.ts';
import { findScope, type SettingsStore } from '../settings/settings-store.ts';

export interface UnansweredDependencies {
  readonly openQuestions: OpenQuestionStore;
  readonly searcher: Searcher;
  readonly roster: TeamRoster;
  readonly settings: SettingsStore;
}

export type UnansweredGroup = QuestionGroup<StoredOpenQuestion>;

/** So many of the newest questions are looked through, and so many groups of them shown to the search. */
const maxQuestions = 500;
const maxGroups = 60;

/** Groups of questions, the largest first; those that a note or phrasing answers by now are left out. Null for who is not in the team. */
export async function listUnanswered(
  dependencies: UnansweredDependencies,
  who: { readonly team: string; readonly user: string },
): Promise<readonly UnansweredGroup[] | null> {
  const { openQuestions, roster } = dependencies;
  if (!(await roster.isMember(who.user))) return null;
  const groups = groupQuestions(await openQuestions.list(who.team, maxQuestions)).slice(0, maxGroups);
  const areAnswered = await Promise.all(groups.map((group) => isAnswered(dependencies, group)));
  return groups.filter((_, place) => !areAnswered[place]);
}

/** By the notes of the channel in which it was asked last. */
async function isAnswered(
  { searcher, settings }: UnansweredDependencies,
  { text, questions: [latest] }: UnansweredGroup,
): Promise<boolean> {
  const scope = latest === undefined ? allNotes : await findScope(settings, latest.team, latest.channel);
  const { results, thresholds } = await searcher.match([text], scope);
  return (results[0]?.matches[0]?.confidence ?? 0) >= thresholds.answerInChannel;
}
