// *Not for us*: the team says that it cannot answer, and the asker hears it.

import { findDestination, stays } from '../delivery/deliver-answer.ts';
import { ChatError } from '../interfaces/chat.ts';
import { closeQuestion } from './close-question.ts';
import { findTeamQuestion, type TeamPress } from './find-team-question.ts';
import { refreshCard } from './team-cards.ts';
import type { TeamDependencies } from './team-dependencies.ts';
import type { TeamQuestion } from './team-question-store.ts';

export type DeclineOutcome = 'declined' | 'closed-already' | 'question-gone' | 'team-only' | 'gone';

/** Only the team may. Where the asker cannot be told any more, the question is closed all the same. */
export async function declineQuestion(dependencies: TeamDependencies, press: TeamPress): Promise<DeclineOutcome> {
  const question = await findTeamQuestion(dependencies, press);
  if (typeof question === 'string') return question;
  const by = (await dependencies.teamChat.findName(press.user)) ?? '';
  const { id } = question;
  const closed = await closeQuestion(dependencies, id, { state: 'declined', by, entryKey: null });
  if (closed !== 'closed') return closed;
  await tellAsker(dependencies, question);
  await refreshCard(dependencies, id);
  return 'declined';
}

async function tellAsker(dependencies: TeamDependencies, question: TeamQuestion): Promise<void> {
  const { teamChat, logger } = dependencies;
  try {
    const to = await findDestination(dependencies, question);
    if (to !== null) await stays(dependencies, to, await teamChat.postDeclined(to, question.id));
  } catch (error) {
    if (!(error instanceof ChatError)) throw error;
    logger.warn({ channel: question.channel, ts: question.ts, err: error }, 'The asker was not told of the decline');
  }
}
