// Closes a question of the team channel, for the one who is first; opens it again where nothing could be posted.

import { closeAsDeleted } from './follow-in-team.ts';
import type { TeamDependencies } from './team-dependencies.ts';
import type { Closing } from './team-question-store.ts';

/** `closed`: by this caller. Else somebody was quicker, or the asker has deleted the question. */
export async function closeQuestion(
  { teamQuestions }: Pick<TeamDependencies, 'teamQuestions'>,
  id: string,
  closing: Closing,
): Promise<'closed' | 'closed-already' | 'question-gone'> {
  if (await teamQuestions.close(id, closing)) return 'closed';
  return toClosedOutcome((await teamQuestions.find(id))?.closing ?? null);
}

/** What to say of a question that is closed already. */
export function toClosedOutcome(closing: Closing | null): 'closed-already' | 'question-gone' {
  return closing?.state === 'deleted' ? 'question-gone' : 'closed-already';
}

/** Takes a closing back whose answer was not posted: the question is open again, or, where Slack says it is gone, deleted. */
export async function takeBackClosing(dependencies: TeamDependencies, id: string, outcome: string): Promise<void> {
  await dependencies.teamQuestions.reopen(id);
  if (outcome === 'question-gone') await closeAsDeleted(dependencies, id);
}
