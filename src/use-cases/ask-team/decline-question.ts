// *Not for us*: the team says that it cannot answer, and the asker hears it. It is no open question any more.

import { deliverToAsker } from '../delivery/deliver-to-asker.ts';
import { closeQuestion } from './close-question.ts';
import { findTeamQuestion, type TeamPress } from './find-team-question.ts';
import { refreshCard } from './team-cards.ts';
import type { TeamDependencies } from './team-dependencies.ts';

export type DeclineOutcome = 'declined' | 'closed-already' | 'question-gone' | 'team-only' | 'gone';

/** Only the team may. Where the asker cannot be told any more, the question is closed all the same. */
export async function declineQuestion(dependencies: TeamDependencies, press: TeamPress): Promise<DeclineOutcome> {
  const question = await findTeamQuestion(dependencies, press);
  if (typeof question === 'string') return question;
  const by = (await dependencies.chat.findName(press.user)) ?? '';
  const { id } = question;
  const closed = await closeQuestion(dependencies, id, { state: 'declined', by, entryKey: null });
  if (closed !== 'closed') return closed;
  const { team, channel, ts } = question;
  await dependencies.openQuestions.removeFor(team, channel, ts);
  await deliverToAsker(dependencies, question, {
    claim: { team, channel, ts: id, purpose: 'declined' },
    posting: { kind: 'declined', questionId: id },
    purpose: 'linked',
  });
  await refreshCard(dependencies, id);
  return 'declined';
}
