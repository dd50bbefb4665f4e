// A question that stands in the team channel is edited or deleted: its message there follows.
import { type Message, placeOf } from '../../answer/message.ts';
import { readQuestions } from '../../answer/reading/read-questions.ts';
import type { AnswerReply } from '../../answer/reply/reply.ts';
import type { PlannedMessage } from '../answer/plan-message.ts';
import { isAboutText } from '../edits/outcome.ts';
import { type CardDependencies, refreshCard } from './team-cards.ts';
import type { TeamQuestion } from './team-question-store.ts';

type Place = Pick<TeamQuestion, 'team' | 'channel' | 'ts'>;

/** What of this message the team has not dealt with yet. */
export async function listOpenInTeam(
  { teamQuestions }: Pick<CardDependencies, 'teamQuestions'>,
  { team, channel, ts }: Place,
): Promise<readonly TeamQuestion[]> {
  const questions = await teamQuestions.listByQuestion(team, channel, ts);
  return questions.filter(({ closing }) => closing === null);
}

/** The question is gone: the team sees that, and nothing of what it said. */
export async function followDeletionInTeam(dependencies: CardDependencies, place: Place): Promise<void> {
  for (const { id } of await listOpenInTeam(dependencies, place)) await closeAsDeleted(dependencies, id);
}

/** Nothing can be answered any more. Of a question that is closed already nothing changes. */
export async function closeAsDeleted(dependencies: CardDependencies, id: string): Promise<void> {
  if (!(await dependencies.teamQuestions.close(id, { state: 'deleted', by: '', entryKey: null }))) return;
  await refreshCard(dependencies, id);
}

/** What the team was asked reads as it does now; a proposed reply is the one that fits now, or is withdrawn. */
export async function followEditInTeam(
  dependencies: CardDependencies,
  message: Message,
  { decision, actions }: PlannedMessage,
): Promise<void> {
  const read = decision.questions.map(({ question }) => question);
  const questions = read.length > 0 ? read : [readQuestions(message.text).text];
  const proposed = actions.find((action) => action.type === 'propose')?.reply ?? null;
  const staysProposed = decision.kind === 'silent' && !isAboutText(decision.reason);
  for (const question of await listOpenInTeam(dependencies, message)) {
    if (question.kind === 'asked') await rewrite(dependencies, question, { questions, proposed: null });
    else if (proposed !== null) await rewrite(dependencies, question, { questions, proposed });
    else if (!staysProposed) await withdrawProposal(dependencies, message, question.id);
  }
}

async function rewrite(
  dependencies: CardDependencies,
  { id }: TeamQuestion,
  to: { readonly questions: readonly string[]; readonly proposed: AnswerReply | null },
): Promise<void> {
  const { clock, teamQuestions } = dependencies;
  if (await teamQuestions.rewrite(id, { ...to, editedAt: clock.now() })) await refreshCard(dependencies, id);
}

/** The claim is given back: should the message become a question again, a reply may be proposed again. */
async function withdrawProposal(dependencies: CardDependencies, message: Message, id: string): Promise<void> {
  const { claims, logger, teamQuestions } = dependencies;
  if (!(await teamQuestions.close(id, { state: 'edited', by: '', entryKey: null }))) return;
  await claims.release({ ...placeOf(message), purpose: 'proposed' });
  await refreshCard(dependencies, id);
  logger.info(placeOf(message), 'Withdrew a proposed reply');
}
