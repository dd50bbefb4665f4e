// What was planned about a message is done: at most one reply, whatever Slack delivers twice.
import { type Message, placeOf, replyThreadOf } from '../../answer/message.ts';
import type { Action } from '../../answer/plan-actions.ts';
import type { Reply } from '../../answer/reply/reply.ts';
import { notices } from '../../answer/wording.ts';
import type { AnswerDependencies } from '../answer/plan-message.ts';
import { proposeReply } from '../draft/propose-reply.ts';
import type { ClaimPurpose } from '../interfaces/claim-store.ts';
import { suggestQuietly } from '../suggest/suggest-quietly.ts';
import { deliver } from './deliver.ts';
import { lookingAfterMs, markLooking, markQuestion } from './mark-question.ts';
import type { Outgoing } from './outbox-store.ts';
import { recordOpenQuestions } from './record.ts';
import { whisperOnce } from './whisper-once.ts';

const minuteMs = 60_000;

/** Posts, notifies and records; what was claimed before is not done again. False where another has claimed the reply: what it says is theirs. */
export async function carryOut(
  dependencies: AnswerDependencies,
  message: Message,
  actions: readonly Action[],
  { isLate }: { readonly isLate: boolean } = { isLate: false },
): Promise<boolean> {
  let outcome: ReplyOutcome = 'done';
  if (actions.some(({ type }) => type === 'propose')) await markLooking(dependencies, message, lookingAfterMs);
  for (const action of actions) {
    switch (action.type) {
      case 'reply':
        outcome = await reply(dependencies, message, isLate ? { ...action.reply, isLate } : action.reply);
        break;
      case 'suggest':
        await suggestQuietly(dependencies, message, action);
        break;
      case 'propose':
        await proposeReply(dependencies, message, action.reply);
        break;
      case 'notify':
        await notify(dependencies, message, action.notice);
        break;
      case 'record-open':
        await recordOpenQuestions(dependencies, message, action.questions);
        break;
    }
  }
  // What Slack takes later is still being looked at.
  if (outcome === 'done' && (actions.length > 0 || dependencies.answerDelaySeconds > 0))
    await markQuestion(dependencies, message);
  return outcome !== 'theirs';
}

type ReplyOutcome = 'done' | 'later' | 'theirs';

async function reply(dependencies: AnswerDependencies, message: Message, posting: Reply): Promise<ReplyOutcome> {
  // Whoever finds it claimed would put this on what is answered.
  const onClaimed = () => markLooking(dependencies, message, lookingAfterMs);
  const outgoing: Outgoing = {
    claim: { ...placeOf(message), purpose: 'auto' },
    to: { channel: message.channel, threadTs: replyThreadOf(message, dependencies.isAgentView) },
    posting,
    record: { kind: 'reply', questionTs: message.ts, asker: message.user, purpose: 'auto' },
  };
  const delivery = await deliver(dependencies, outgoing, onClaimed);
  if (delivery.kind === 'unsure') return 'later';
  if (delivery.kind !== 'posted') return delivery.kind === 'claimed-already' ? 'theirs' : 'done';
  dependencies.onReply(message, posting);
  dependencies.logger.info({ ...placeOf(message), kind: posting.kind }, 'Replied');
  return 'done';
}

type Told = Extract<Action, { type: 'notify' }>['notice'];

const noticePurpose = {
  'too-many-questions': 'notice-rate',
  'team-member': 'notice-team-member',
} as const satisfies Record<Told, ClaimPurpose>;

/** A team member hears once and for all why their question was left alone; somebody in a hurry once a minute. */
async function notify(dependencies: AnswerDependencies, message: Message, notice: Told): Promise<void> {
  const { team, channel, user, threadTs } = message;
  const claim = { team, channel: 'private', ts: user, purpose: noticePurpose[notice] };
  const lastsMs = notice === 'too-many-questions' ? minuteMs : undefined;
  await whisperOnce(dependencies, claim, { channel, user, threadTs }, notices[notice], lastsMs);
}
