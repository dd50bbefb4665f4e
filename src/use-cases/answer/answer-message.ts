// A message in a channel, a thread or a direct message: what the bot decides about it, and does.
import type { Decision } from '../../answer/decision.ts';
import { type Message, placeOf } from '../../answer/message.ts';
import { carryOut } from '../delivery/carry-out.ts';
import { markLooking } from '../delivery/mark-question.ts';
import { recordDecision } from '../delivery/record.ts';
import { toMessageKey } from '../delivery/to-message-key.ts';
import { settleChanges } from '../edits/follow-change.ts';
import { collectQuestions } from '../office-hours/collect-questions.ts';
import { offerNameless } from '../office-hours/offer-nameless.ts';
import { type AnswerDependencies, planMessage } from './plan-message.ts';
import { waitForPeople } from './yield-to-people.ts';

/** An answer that comes sooner needs no excuse. */
const lateFromMs = 2 * 60_000;

/**
 * Decides about the message and does what is planned: at most one reply, whatever Slack delivers twice. Null where the message
 * has been edited or deleted already (then that is followed instead), and where people may answer first. Whatever comes in while the
 * reply is on its way is seen after it. `isCatchUp`: the message was read in Slack's history, after the bot had missed it; null
 * where it was dealt with after all, while the history was read.
 */
export async function answerMessage(
  dependencies: AnswerDependencies,
  message: Message,
  botUser: string | null,
  { isCatchUp = false }: { readonly isCatchUp?: boolean } = {},
): Promise<Decision | null> {
  const place = placeOf(message);
  return await dependencies.locks.run(toMessageKey(place), async () => {
    if ((await dependencies.changes.find(place)) !== null) return null;
    if (isCatchUp && (await wasDealtWith(dependencies, place))) return null;
    const planned = await planMessage(dependencies, message, botUser, { isCatchUp });
    if (await waitForPeople(dependencies, message, planned.actions)) {
      await markLooking(dependencies, place, 0);
      return null;
    }
    await recordDecision(dependencies, message, planned, { isDone: false });
    await collectQuestions(dependencies, message, planned);
    const isLate = isCatchUp && dependencies.clock.now() - Number(message.ts) * 1000 > lateFromMs;
    await carryOut(dependencies, message, planned.actions, { isLate });
    await offerNameless(dependencies, message, planned.decision);
    await settleChanges(dependencies, place, botUser);
    await dependencies.decisions.finish(place);
    return planned.decision;
  });
}

async function wasDealtWith(
  { decisions }: AnswerDependencies,
  { team, channel, ts }: ReturnType<typeof placeOf>,
): Promise<boolean> {
  return (await decisions.find(team, channel, ts))?.isDone === true;
}
