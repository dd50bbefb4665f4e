// *Write an answer*: the team's own words, in the thread of the question.

import { deliverToAsker } from '../delivery/deliver-to-asker.ts';
import { type DraftDependencies, type OfferedDraft, offerWritten } from '../drafts/offer-draft.ts';
import { closeQuestion, whileClosed } from './close-question.ts';
import type { TeamQuestion } from './team-question-store.ts';

export interface WriteRequest {
  readonly team: string;
  readonly user: string;
  readonly questionId: string;
  readonly text: string;
}

export type WriteOutcome =
  | {
      readonly kind: 'posted';
      /** What its author may keep, or null. */
      readonly offered: OfferedDraft | null;
    }
  | { readonly kind: 'team-only' | 'gone' | 'closed-already' | 'question-gone' }
  | { readonly kind: 'refused'; readonly code: string };

/** Only the team may, and only one of them: closing the question comes before posting. */
export async function writeAnswer(dependencies: DraftDependencies, request: WriteRequest): Promise<WriteOutcome> {
  const { chat, roster, teamQuestions } = dependencies;
  if (!(await roster.isMember(request.user))) return { kind: 'team-only' };
  const question = await teamQuestions.find(request.questionId);
  if (question === null || question.team !== request.team) return { kind: 'gone' };
  const by = (await chat.findName(request.user)) ?? '';
  const closed = await closeQuestion(dependencies, question.id, { state: 'written', by, entryKey: null });
  if (closed !== 'closed') return { kind: closed };
  return await whileClosed(dependencies, question.id, () =>
    postWritten(dependencies, question, { by, text: request.text, user: request.user }),
  );
}

async function postWritten(
  dependencies: DraftDependencies,
  question: TeamQuestion,
  { by, text, user }: { readonly by: string; readonly text: string; readonly user: string },
): Promise<WriteOutcome> {
  const { id, team, channel, ts, asker } = question;
  const delivery = await deliverToAsker(dependencies, question, {
    claim: { team, channel, ts: id, purpose: 'written' },
    posting: { kind: 'written', text, by, to: asker, questionId: id },
    purpose: 'linked',
    closes: id,
  });
  if (delivery.kind === 'refused' || delivery.kind === 'question-gone') return delivery;
  await dependencies.openQuestions.removeFor(team, channel, ts);
  return { kind: 'posted', offered: await offerWritten(dependencies, question, { id, author: user, by, text }) };
}
