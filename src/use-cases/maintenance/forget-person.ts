// Somebody wants what is kept about them removed: at once, everywhere.

import type { Logger } from '../interfaces/logger.ts';
import type { PersonalData } from '../interfaces/personal-data.ts';
import type { KnowledgeKeeper } from '../notes/keep-knowledge.ts';

export interface ForgetDependencies {
  readonly personalData: readonly PersonalData[];
  readonly keeper: KnowledgeKeeper;
  readonly logger: Logger;
}

/**
 * Removes this person's questions, decisions, votes, promises, and the wordings learned from them that were not exported yet;
 * the search forgets those too before this resolves. Everybody may ask it for themselves, and for nobody else.
 */
export async function forgetPerson(
  { personalData, keeper, logger }: ForgetDependencies,
  who: { readonly team: string; readonly user: string },
): Promise<void> {
  for (const store of personalData) await store.forgetUser(who.team, who.user);
  await keeper.catchUp();
  logger.info({}, 'A person was forgotten at their wish');
}
