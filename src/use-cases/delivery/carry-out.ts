// What was planned about a message is done: at most one reply, whatever Slack delivers twice.
import { type Message, placeOf, threadOf } from '../../answer/message.ts';
import type { Action } from '../../answer/plan-actions.ts';
import type { Reply } from '../../answer/reply/reply.ts';
import type { AnswerDependencies } from '../answer/plan-message.ts';
import { proposeReply } from '../draft/propose-reply.ts';
import { ChatError, type PostedReply } from '../interfaces/chat.ts';
import type { Claim, ClaimPurpose } from '../interfaces/claim-store.ts';
import { recordOpenQuestions, recordReply } from './record.ts';

const minuteMs = 60_000;

/** Posts, notifies and records; what was claimed before is not done again. */
export async function carryOut(
  dependencies: AnswerDependencies,
  message: Message,
  actions: readonly Action[],
): Promise<void> {
  for (const action of actions) {
    switch (action.type) {
      case 'reply':
        await postOnce(dependencies, message, action.reply);
        break;
      case 'propose':
        await proposeReply(dependencies, message, action.reply);
        break;
      case 'notify':
        await notifyOnce(dependencies, message, action.notice);
        break;
      case 'record-open':
        await recordOpenQuestions(dependencies, message, action.questions);
        break;
    }
  }
}

async function postOnce(dependencies: AnswerDependencies, message: Message, reply: Reply): Promise<void> {
  const { chat, claims, clock, logger, onReply } = dependencies;
  const claim: Claim = { ...placeOf(message), purpose: 'auto' };
  if (!(await claims.claim(claim, clock.now()))) return;
  const posted = await postClaimed(dependencies, claim, { message, reply });
  if (!posted.isInThread) {
    await chat.deleteMessage(message.channel, posted.ts);
    return;
  }
  await recordReply(dependencies, message, reply, { ts: posted.ts, purpose: 'auto' });
  onReply(message, reply);
  logger.info({ ...placeOf(message), kind: reply.kind }, 'Replied');
}

/** Where nobody knows whether the reply was posted, the claim stays: a missing reply costs less than a second one. */
async function postClaimed(
  { chat, claims }: AnswerDependencies,
  claim: Claim,
  { message, reply }: { readonly message: Message; readonly reply: Reply },
): Promise<PostedReply> {
  try {
    return await chat.postReply({ channel: message.channel, threadTs: threadOf(message) }, reply);
  } catch (error) {
    if (error instanceof ChatError && error.code !== 'unreachable') await claims.release(claim);
    throw error;
  }
}

type NotifyAction = Extract<Action, { type: 'notify' }>;

const noticePurpose = {
  'too-many-questions': 'notice-rate',
  'team-member': 'notice-team-member',
} as const satisfies Partial<Record<NotifyAction['notice'], ClaimPurpose>>;

/** A team member hears once and for all why their question was left alone; somebody in a hurry once a minute. */
async function notifyOnce(
  { chat, claims, clock, logger }: AnswerDependencies,
  message: Message,
  notice: NotifyAction['notice'],
): Promise<void> {
  const period = notice === 'too-many-questions' ? `:${Math.floor(clock.now() / minuteMs)}` : '';
  const purpose = noticePurpose[notice];
  const claim: Claim = { team: message.team, channel: 'private', ts: `${message.user}${period}`, purpose };
  if (!(await claims.claim(claim, clock.now()))) return;
  const to = { channel: message.channel, user: message.user, threadTs: message.threadTs };
  await chat.notify(to, notice).catch((error: unknown) => {
    logger.warn({ ...placeOf(message), notice, err: error }, 'A private notice could not be shown');
  });
}
