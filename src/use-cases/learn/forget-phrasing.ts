// *Forget*: a learned wording no longer counts.
import type { TeamDependencies } from '../ask-team/team-dependencies.ts';

export type ForgetOutcome = 'forgotten' | 'team-only' | 'gone';

/** Only the team may. Resolves once the index no longer knows the wording. What stands in a file already is taken out there. */
export async function forgetPhrasing(
  { roster, learned, knowLearned, logger }: Pick<TeamDependencies, 'roster' | 'learned' | 'knowLearned' | 'logger'>,
  { user, id }: { readonly user: string; readonly id: string },
): Promise<ForgetOutcome> {
  if (!(await roster.isMember(user))) return 'team-only';
  if ((await learned.find(id)) === null) return 'gone';
  await learned.remove([id]);
  await knowLearned();
  logger.info({ id }, 'Forgot a wording');
  return 'forgotten';
}
