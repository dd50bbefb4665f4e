// The slash command: a private reply to a question.
import type { Message } from '../../answer/message.ts';
import type { Reply } from '../../answer/reply/reply.ts';
import { recordDecision, recordOpenQuestions } from '../delivery/record.ts';
import { type AnswerDependencies, planMessage } from './plan-message.ts';

/** What to show to the person who typed the command; null where the bot has been asked too much too fast. */
export async function answerCommand(dependencies: AnswerDependencies, message: Message): Promise<Reply | null> {
  const planned = await planMessage(dependencies, message, null);
  await recordDecision(dependencies, message, planned);
  for (const action of planned.actions) {
    if (action.type === 'record-open') await recordOpenQuestions(dependencies, message, action.questions);
  }
  return planned.actions.find((action) => action.type === 'reply')?.reply ?? null;
}
