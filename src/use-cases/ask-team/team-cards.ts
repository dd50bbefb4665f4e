// The messages in the team channel: made from what is kept, so that each shows how its question stands.
import type { TeamCard } from '../../answer/reply/team-card.ts';
import { updatePosted } from '../delivery/change-posted.ts';
import { type DeliverDependencies, type Delivery, deliver } from '../delivery/deliver.ts';
import { findLink } from '../delivery/find-link.ts';
import { isCommand } from '../delivery/is-command.ts';
import { markQuestion } from '../delivery/mark-question.ts';
import type { TeamDependencies } from './team-dependencies.ts';
import type { Closing, TeamQuestion } from './team-question-store.ts';

export type CardDependencies = DeliverDependencies & Pick<TeamDependencies, 'notes' | 'learned' | 'teamChannel'>;

type AskedOfTeam = Omit<
  TeamQuestion,
  'id' | 'teamChannel' | 'teamTs' | 'closing' | 'learnedId' | 'editedAt' | 'askedAt'
>;

/** The question as its message in the team channel shows it. */
export async function toTeamCard(
  dependencies: CardDependencies,
  question: Omit<TeamQuestion, 'id' | 'teamTs'>,
): Promise<TeamCard> {
  const { chat } = dependencies;
  const where = isCommand(question.ts) ? 'command' : question.channel.startsWith('D') ? 'direct' : 'channel';
  return {
    kind: question.kind,
    questions: question.questions,
    askerName: question.asker === null ? null : await chat.findName(question.asker),
    where,
    permalink: where === 'channel' ? await findLink(dependencies, question) : null,
    proposed: question.proposed,
    isEdited: question.editedAt !== null,
    closed: question.closing === null ? null : await toClosed(dependencies, question.closing, question.learnedId),
  };
}

/**
 * Brings a question to the team channel, once for each message and kind, and gives its id with how it went. Rejects where the database
 * fails.
 */
export async function postTeamCard(
  dependencies: CardDependencies,
  teamChannel: string,
  asked: AskedOfTeam,
): Promise<Delivery & { readonly id: string }> {
  const { clock, newId } = dependencies;
  const { team, channel, ts, kind } = asked;
  const id = newId();
  const fresh = { closing: null, learnedId: null, editedAt: null };
  const question = { ...asked, ...fresh, id, teamChannel, askedAt: clock.now() };
  const delivery = await deliver(dependencies, {
    claim: { team, channel, ts, purpose: kind },
    to: { channel: teamChannel, threadTs: null },
    posting: { kind: 'card', card: await toTeamCard(dependencies, question) },
    record: { kind: 'card', question },
  });
  return { ...delivery, id };
}

/** Brings the message in the team channel up to date, as soon as Slack lets it. */
export async function refreshCard(dependencies: CardDependencies, id: string): Promise<void> {
  const question = await dependencies.teamQuestions.find(id);
  if (question === null) return;
  const { team, teamChannel, teamTs, asker } = question;
  const card = await toTeamCard(dependencies, question);
  await updatePosted(dependencies, { team, channel: teamChannel, ts: teamTs, asker }, { kind: 'card', card });
  await markQuestion(dependencies, question);
}

async function toClosed(
  { notes, learned }: CardDependencies,
  { state, by, entryKey }: Closing,
  learnedId: string | null,
): Promise<NonNullable<TeamCard['closed']>> {
  const entry = entryKey === null ? null : await notes.find(entryKey);
  const wording = learnedId === null ? null : await learned.find(learnedId);
  return {
    state,
    by,
    entry: entry === null ? null : { question: entry.question, url: entry.url },
    learned: wording === null ? null : { id: wording.id, wording: wording.wording },
  };
}
