// A question asked in office hours is edited or deleted: what is kept of it follows, as long as nobody has answered it.
import { type Message, placeOf } from '../../answer/message.ts';
import { type CollectDependencies, readAsked, toWording } from './collect-questions.ts';

type Place = ReturnType<typeof placeOf>;

/** What was asked is taken back: the question goes, unless others ask it, or somebody has answered it. */
export async function followDeletionInSession(
  { sessions }: Pick<CollectDependencies, 'sessions'>,
  { team, channel, ts }: Place,
): Promise<void> {
  for (const asking of await sessions.listAskings(team, channel, ts)) {
    const question = await sessions.findQuestion(asking.questionId);
    if (question?.state === 'live' && question.askings.length === 1) continue;
    await sessions.removeAsking(asking);
    await sessions.touch(asking.sessionId, null);
  }
}

/** Each question reads as it does now; what is no longer asked goes. */
export async function followEditInSession(
  { sessions }: Pick<CollectDependencies, 'sessions'>,
  message: Message,
): Promise<void> {
  const { team, channel, ts } = placeOf(message);
  const askings = await sessions.listAskings(team, channel, ts);
  if (askings.length === 0) return;
  const now = readAsked(message.text);
  for (const asking of askings) {
    const question = await sessions.findQuestion(asking.questionId);
    if (question === null || question.state === 'live') continue;
    const asked = now.find(({ position }) => position === asking.position);
    if (asked === undefined) await sessions.removeAsking(asking);
    else {
      const { wording, heading } = toWording(asked.text);
      if (wording === asking.wording) continue;
      await sessions.saveAsking(asking.id, { wording, vector: null });
      if (question.askings.length === 1) await sessions.setHeading(question.id, heading);
    }
    await sessions.touch(asking.sessionId, null);
  }
}
