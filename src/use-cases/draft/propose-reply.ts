// Draft mode: the bot proposes its reply to the team instead of posting it.
import { type Message, placeOf } from '../../answer/message.ts';
import { readQuestions } from '../../answer/reading/read-questions.ts';
import type { AnswerReply } from '../../answer/reply/reply.ts';
import { type CardDependencies, postTeamCard } from '../ask-team/team-cards.ts';

/** Proposes once for each message. Without a team channel nothing is said but in the log. */
export async function proposeReply(
  dependencies: CardDependencies,
  message: Message,
  reply: AnswerReply,
): Promise<void> {
  const { logger, teamChannel } = dependencies;
  if (teamChannel === null) {
    logger.warn(placeOf(message), 'This channel is in draft mode, but TEAM_CHANNEL is not set: nothing is proposed');
    return;
  }
  const { kind } = await postTeamCard(dependencies, teamChannel, {
    ...placeOf(message),
    kind: 'proposed',
    threadTs: message.threadTs,
    asker: message.user,
    questions: [readQuestions(message.text).text],
    proposed: reply,
  });
  if (kind === 'posted') logger.info(placeOf(message), 'Proposed a reply to the team');
}
