// *Tell me when this is answered*: the bot promises to come back.
import type { TeamDependencies } from '../ask-team/team-dependencies.ts';

export interface SubscribeRequest {
  readonly team: string;
  readonly user: string;
  readonly questionId: string;
}

export type SubscribeOutcome = 'subscribed' | 'not-yours' | 'gone';

/** Only the asker may, and the team for them. Pressed again it changes nothing. */
export async function subscribe(
  { teamQuestions, subscriptions, replies, roster, clock }: TeamDependencies,
  request: SubscribeRequest,
): Promise<SubscribeOutcome> {
  const question = await teamQuestions.find(request.questionId);
  if (question === null || question.team !== request.team || question.asker === null) return 'gone';
  if (question.asker !== request.user && !(await roster.isMember(request.user))) return 'not-yours';
  const { team, channel, ts, threadTs, asker, questions } = question;
  const earlier = await replies.listInThread(team, channel, threadTs ?? ts);
  const seen = earlier
    .filter(({ kind }) => kind === 'answer')
    .flatMap(({ entries }) => entries.map(({ entryKey }) => entryKey));
  await subscriptions.add({ team, channel, ts, threadTs, asker, questions, seen, since: clock.now() });
  return 'subscribed';
}
