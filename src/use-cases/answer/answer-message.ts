// A message in a channel, a thread or a direct message: what the bot decides about it, and does.
import type { Decision } from '../../answer/decision.ts';
import { type Message, placeOf } from '../../answer/message.ts';
import { carryOut } from '../delivery/carry-out.ts';
import { recordDecision } from '../delivery/record.ts';
import { toMessageKey } from '../delivery/to-message-key.ts';
import { settleChanges } from '../edits/follow-change.ts';
import { type AnswerDependencies, planMessage } from './plan-message.ts';

/**
 * Decides about the message and does what is planned: at most one reply, whatever Slack delivers twice. Null where the message
 * has been edited or deleted already: then that is followed instead. Whatever comes in while the reply is on its way is seen after it.
 */
export async function answerMessage(
  dependencies: AnswerDependencies,
  message: Message,
  botUser: string | null,
): Promise<Decision | null> {
  const place = placeOf(message);
  return await dependencies.locks.run(toMessageKey(place), async () => {
    if ((await dependencies.changes.find(place)) !== null) return null;
    const planned = await planMessage(dependencies, message, botUser);
    await recordDecision(dependencies, message, planned);
    await carryOut(dependencies, message, planned.actions);
    await settleChanges(dependencies, place, botUser);
    return planned.decision;
  });
}
