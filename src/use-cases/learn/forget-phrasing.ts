// *Forget*: a learned wording no longer counts.
import { refreshCard } from '../ask-team/team-cards.ts';
import type { TeamDependencies } from '../ask-team/team-dependencies.ts';

export type ForgetOutcome = 'forgotten' | 'team-only' | 'gone';

/** Only the team may. Resolves once the index no longer knows the wording, and no message of the team's says that it does. What stands in a file already is taken out there. */
export async function forgetPhrasing(
  dependencies: TeamDependencies,
  { user, id }: { readonly user: string; readonly id: string },
): Promise<ForgetOutcome> {
  const { roster, learned, knowLearned, logger, teamQuestions } = dependencies;
  if (!(await roster.isMember(user))) return 'team-only';
  if ((await learned.find(id)) === null) return 'gone';
  await learned.remove([id]);
  await knowLearned();
  for (const question of await teamQuestions.listByLearned(id)) await refreshCard(dependencies, question.id);
  logger.info({ id }, 'Forgot a wording');
  return 'forgotten';
}
