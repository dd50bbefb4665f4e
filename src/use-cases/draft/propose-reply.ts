// Draft mode: the bot proposes its reply to the team instead of posting it.
import { type Message, placeOf } from '../../answer/message.ts';
import { readQuestions } from '../../answer/reading/read-questions.ts';
import type { AnswerReply } from '../../answer/reply/reply.ts';
import { toTeamCard } from '../ask-team/team-cards.ts';
import type { TeamDependencies } from '../ask-team/team-dependencies.ts';
import type { TeamQuestion } from '../ask-team/team-question-store.ts';

export type ProposeDependencies = Pick<
  TeamDependencies,
  'chat' | 'teamChat' | 'teamQuestions' | 'claims' | 'notes' | 'learned' | 'clock' | 'logger' | 'newId' | 'teamChannel'
>;

/** Proposes once for each message. Without a team channel nothing is said but in the log. */
export async function proposeReply(
  dependencies: ProposeDependencies,
  message: Message,
  reply: AnswerReply,
): Promise<void> {
  const { claims, clock, logger, newId, teamChannel, teamChat, teamQuestions } = dependencies;
  if (teamChannel === null) {
    logger.warn(placeOf(message), 'This channel is in draft mode, but TEAM_CHANNEL is not set: nothing is proposed');
    return;
  }
  const claim = { ...placeOf(message), purpose: 'proposed' } as const;
  if (!(await claims.claim(claim, clock.now()))) return;
  const question: Omit<TeamQuestion, 'teamTs'> = {
    ...placeOf(message),
    id: newId(),
    kind: 'proposed',
    threadTs: message.threadTs,
    asker: message.user,
    questions: [readQuestions(message.text).text],
    proposed: reply,
    teamChannel,
    closing: null,
    learnedId: null,
    editedAt: null,
    askedAt: clock.now(),
  };
  try {
    const teamTs = await teamChat.postCard(teamChannel, await toTeamCard(dependencies, question));
    await teamQuestions.add({ ...question, teamTs });
  } catch (error) {
    await claims.release(claim);
    throw error;
  }
  logger.info(placeOf(message), 'Proposed a reply to the team');
}
