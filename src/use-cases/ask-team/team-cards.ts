// The messages in the team channel: made from what is kept, so that each shows how its question stands.
import type { TeamCard } from '../../answer/reply/team-card.ts';
import { isCommand } from '../delivery/deliver-answer.ts';
import { ChatError } from '../interfaces/chat.ts';
import type { TeamDependencies } from './team-dependencies.ts';
import type { Closing, TeamQuestion } from './team-question-store.ts';

type Showing = Pick<TeamDependencies, 'chat' | 'teamChat' | 'teamQuestions' | 'notes' | 'learned' | 'logger'>;

/** The question as its message in the team channel shows it. */
export async function toTeamCard(
  dependencies: Showing,
  question: Omit<TeamQuestion, 'id' | 'teamTs'>,
): Promise<TeamCard> {
  const { teamChat } = dependencies;
  const where = isCommand(question.ts) ? 'command' : question.channel.startsWith('D') ? 'direct' : 'channel';
  return {
    kind: question.kind,
    questions: question.questions,
    askerName: question.asker === null ? null : await teamChat.findName(question.asker),
    where,
    permalink: where === 'channel' ? await findLink(dependencies, question) : null,
    proposed: question.proposed,
    isEdited: question.editedAt !== null,
    closed: question.closing === null ? null : await toClosed(dependencies, question.closing, question.learnedId),
  };
}

/** Brings the message in the team channel up to date. What Slack refuses is logged: what it tells of has happened all the same. */
export async function refreshCard(dependencies: Showing, id: string): Promise<void> {
  const { teamChat, teamQuestions, logger } = dependencies;
  const question = await teamQuestions.find(id);
  if (question === null) return;
  try {
    await teamChat.updateCard(question.teamChannel, question.teamTs, await toTeamCard(dependencies, question));
  } catch (error) {
    if (!(error instanceof ChatError)) throw error;
    logger.warn({ channel: question.teamChannel, ts: question.teamTs, err: error }, 'A team message is not up to date');
  }
}

async function toClosed(
  { notes, learned }: Showing,
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

/** Null where the message is gone or the bot cannot see it. */
async function findLink(
  { chat }: Showing,
  { channel, ts }: Pick<TeamQuestion, 'channel' | 'ts'>,
): Promise<string | null> {
  try {
    return await chat.findPermalink(channel, ts);
  } catch (error) {
    if (error instanceof ChatError) return null;
    throw error;
  }
}
