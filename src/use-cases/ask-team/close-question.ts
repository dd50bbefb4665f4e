// Closes a question of the team channel, for the one who is first; opens it again where nothing could be posted.

import { closeAsDeleted } from './follow-in-team.ts';
import { type CardDependencies, refreshCard } from './team-cards.ts';
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

/** Outcomes of a posting after which no answer stands by it. */
const unposted = new Set(['refused', 'question-gone', 'linked-already']);

/**
 * Posts what a question was closed for. Where that fails, whatever the reason, the question is open again (or, where it is gone,
 * closed as deleted); its message in the team channel shows how it stands.
 */
export async function whileClosed<Outcome extends { readonly kind: string }>(
  dependencies: TeamDependencies,
  id: string,
  post: () => Promise<Outcome>,
): Promise<Outcome> {
  let outcome: Outcome | null = null;
  try {
    outcome = await post();
  } finally {
    if (outcome === null || unposted.has(outcome.kind)) await openAgain(dependencies, id, outcome?.kind ?? 'failed');
    else await refreshCard(dependencies, id);
  }
  return outcome;
}

/** What a question was closed for is not posted, now or later. `why`: `question-gone` where nobody can be answered any more. */
export async function openAgain(dependencies: CardDependencies, id: string, why: string): Promise<void> {
  await dependencies.teamQuestions.reopen(id);
  if (why === 'question-gone') await closeAsDeleted(dependencies, id);
  else await refreshCard(dependencies, id);
}
