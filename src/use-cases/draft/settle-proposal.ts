// *Post* and *Leave it* under a proposed reply.
import { toAnswerPart } from '../../answer/plan-actions.ts';
import type { AnswerPart, AnswerReply } from '../../answer/reply/reply.ts';
import { closeQuestion, toClosedOutcome, whileClosed } from '../ask-team/close-question.ts';
import { findTeamQuestion, type TeamPress } from '../ask-team/find-team-question.ts';
import { refreshCard } from '../ask-team/team-cards.ts';
import type { TeamDependencies } from '../ask-team/team-dependencies.ts';
import type { TeamQuestion } from '../ask-team/team-question-store.ts';
import { deliverToAsker } from '../delivery/deliver-to-asker.ts';

export type SettleOutcome =
  | { readonly kind: 'posted' | 'left' | 'team-only' | 'gone' | 'closed-already' | 'question-gone' | 'entry-gone' }
  | { readonly kind: 'refused'; readonly code: string };

/** Only the team may. The proposed reply is posted as the notes say it now. */
export async function postProposal(dependencies: TeamDependencies, press: TeamPress): Promise<SettleOutcome> {
  const question = await findTeamQuestion(dependencies, press);
  if (typeof question === 'string') return { kind: question };
  if (question.closing !== null) return { kind: toClosedOutcome(question.closing) };
  const reply = await refreshReply(dependencies, question.proposed);
  if (reply === null) return { kind: 'entry-gone' };
  const by = (await dependencies.chat.findName(press.user)) ?? '';
  const entryKey = reply.parts[0]?.entryKey ?? null;
  const closed = await closeQuestion(dependencies, question.id, { state: 'posted', by, entryKey });
  if (closed !== 'closed') return { kind: closed };
  // Once closed it is not rewritten any more: an edit that came in until now counts.
  const latest = (await dependencies.teamQuestions.find(question.id)) ?? question;
  const refreshed = await refreshReply(dependencies, latest.proposed);
  return await whileClosed(dependencies, question.id, () => post(dependencies, latest, refreshed ?? reply));
}

/** Only the team may. Nothing is said in the channel. */
export async function leaveProposal(dependencies: TeamDependencies, press: TeamPress): Promise<SettleOutcome> {
  const question = await findTeamQuestion(dependencies, press);
  if (typeof question === 'string') return { kind: question };
  const by = (await dependencies.chat.findName(press.user)) ?? '';
  const { id } = question;
  const closed = await closeQuestion(dependencies, id, { state: 'left', by, entryKey: null });
  if (closed !== 'closed') return { kind: closed };
  await refreshCard(dependencies, id);
  return { kind: 'left' };
}

async function post(
  dependencies: TeamDependencies,
  question: TeamQuestion,
  reply: AnswerReply,
): Promise<SettleOutcome> {
  const { id, team, channel, ts } = question;
  const claim = { team, channel, ts, purpose: 'auto' } as const;
  const delivery = await deliverToAsker(dependencies, question, {
    claim,
    posting: reply,
    purpose: 'auto',
    closes: id,
  });
  if (delivery.kind === 'refused' || delivery.kind === 'question-gone') return delivery;
  return { kind: 'posted' };
}

/** The proposal with what the notes say now; null where none of its entries is left. */
async function refreshReply(
  { notes, clock, staleAfterDays }: TeamDependencies,
  reply: AnswerReply | null,
): Promise<AnswerReply | null> {
  if (reply === null) return null;
  const found = await notes.findAll(reply.parts.map(({ entryKey }) => entryKey));
  const parts = reply.parts.flatMap((part): readonly AnswerPart[] => {
    const entry = found.get(part.entryKey);
    if (entry === undefined) return [];
    const isSame = entry.answer.includes(part.answer) && entry.question === part.question;
    return [isSame ? part : toAnswerPart({ entry }, part.asked, { now: clock.now(), staleAfterDays })];
  });
  return parts.length === 0 ? null : { ...reply, parts };
}
