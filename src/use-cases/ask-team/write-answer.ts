// *Write an answer*: the team's own words, in the thread of the question.

import { findDestination, stays } from '../delivery/deliver-answer.ts';
import { ChatError } from '../interfaces/chat.ts';
import { closeQuestion, takeBackClosing } from './close-question.ts';
import { refreshCard } from './team-cards.ts';
import type { TeamDependencies } from './team-dependencies.ts';
import type { TeamQuestion } from './team-question-store.ts';

export interface WriteRequest {
  readonly team: string;
  readonly user: string;
  readonly questionId: string;
  readonly text: string;
}

export type WriteOutcome =
  | { readonly kind: 'posted' }
  | { readonly kind: 'team-only' | 'gone' | 'closed-already' | 'question-gone' }
  | { readonly kind: 'refused'; readonly code: string };

/** Only the team may, and only one of them: closing the question comes before posting. */
export async function writeAnswer(dependencies: TeamDependencies, request: WriteRequest): Promise<WriteOutcome> {
  const { roster, teamQuestions, teamChat, openQuestions } = dependencies;
  if (!(await roster.isMember(request.user))) return { kind: 'team-only' };
  const question = await teamQuestions.find(request.questionId);
  if (question === null || question.team !== request.team) return { kind: 'gone' };
  const by = (await teamChat.findName(request.user)) ?? '';
  const closed = await closeQuestion(dependencies, question.id, { state: 'written', by, entryKey: null });
  if (closed !== 'closed') return { kind: closed };
  const outcome = await postWritten(dependencies, question, { by, text: request.text });
  if (outcome.kind === 'posted') await openQuestions.removeFor(question.team, question.channel, question.ts);
  else await takeBackClosing(dependencies, question.id, outcome.kind);
  await refreshCard(dependencies, question.id);
  return outcome;
}

async function postWritten(
  dependencies: TeamDependencies,
  question: TeamQuestion,
  { by, text }: { readonly by: string; readonly text: string },
): Promise<WriteOutcome> {
  const { teamChat, logger } = dependencies;
  try {
    const to = await findDestination(dependencies, question);
    if (to === null) return { kind: 'question-gone' };
    const posted = await teamChat.postWritten(to, { text, by, to: question.asker, questionId: question.id });
    return { kind: (await stays(dependencies, to, posted)) ? 'posted' : 'question-gone' };
  } catch (error) {
    if (!(error instanceof ChatError)) throw error;
    logger.warn({ channel: question.channel, ts: question.ts, err: error }, 'The written answer was not posted');
    return { kind: 'refused', code: error.code };
  }
}
