// A message in a channel, a thread or a direct message: what the bot decides about it, and does.
import type { Decision } from '../answer/decision.ts';
import { type Message, placeOf, threadOf } from '../answer/message.ts';
import type { Action } from '../answer/plan-actions.ts';
import type { Reply } from '../answer/reply.ts';
import type { Claim, ClaimPurpose } from './claim-store.ts';
import { type AnswerDependencies, planMessage } from './plan-message.ts';
import { recordDecision, recordOpenQuestions, recordReply } from './record.ts';

const minuteMs = 60_000;

/** Decides about the message and does what is planned: at most one reply, whatever Slack delivers twice. */
export async function answerMessage(
  dependencies: AnswerDependencies,
  message: Message,
  botUser: string | null,
): Promise<Decision> {
  const { decision, actions } = await planMessage(dependencies, message, botUser);
  await carryOut(dependencies, message, actions);
  await recordDecision(dependencies, message, decision);
  return decision;
}

async function carryOut(dependencies: AnswerDependencies, message: Message, actions: readonly Action[]): Promise<void> {
  for (const action of actions) {
    switch (action.type) {
      case 'reply':
        await postOnce(dependencies, message, action.reply);
        break;
      case 'propose':
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
  const { chat, claims, clock, logger } = dependencies;
  const claim: Claim = { ...placeOf(message), purpose: 'auto' };
  if (!(await claims.claim(claim, clock.now()))) return;
  try {
    const posted = await chat.postReply({ channel: message.channel, threadTs: threadOf(message) }, reply);
    if (posted.isInThread) await recordReply(dependencies, message, reply, { ts: posted.ts, purpose: 'auto' });
    else await chat.deleteMessage(message.channel, posted.ts);
  } catch (error) {
    await claims.release(claim);
    throw error;
  }
  logger.info({ ...placeOf(message), kind: reply.kind }, 'Replied');
}

type NotifyAction = Extract<Action, { type: 'notify' }>;

const noticePurpose = {
  'too-many-questions': 'notice-rate',
  'team-member': 'notice-team-member',
} as const satisfies Partial<Record<NotifyAction['notice'], ClaimPurpose>>;

/** A team member hears once and for all why their question was left alone; somebody in a hurry once a minute. */
async function notifyOnce(
  { chat, claims, clock }: AnswerDependencies,
  message: Message,
  notice: NotifyAction['notice'],
): Promise<void> {
  const period = notice === 'too-many-questions' ? `:${Math.floor(clock.now() / minuteMs)}` : '';
  const purpose = noticePurpose[notice];
  const claim: Claim = { team: message.team, channel: 'private', ts: `${message.user}${period}`, purpose };
  if (!(await claims.claim(claim, clock.now()))) return;
  await chat.notify({ channel: message.channel, user: message.user, threadTs: message.threadTs }, notice);
}
