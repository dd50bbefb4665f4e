// *Tell me when this is answered*. Edge.

import type { App } from '@slack/bolt';
import { notices, teamWords } from '../../answer/wording.ts';
import { type SubscribeOutcome, subscribe } from '../../use-cases/subscribe/subscribe.ts';
import { actionIds } from '../action-ids.ts';
import type { Bot } from '../bot.ts';
import { teamOf } from '../team-of.ts';
import { toPlace } from '../to-press.ts';

const texts: Readonly<Record<SubscribeOutcome, string>> = {
  subscribed: teamWords.subscribed,
  'not-yours': notices['not-yours'],
  gone: teamWords.gone,
};

export function registerSubscribe(app: App, bot: Bot): void {
  app.action({ type: 'block_actions', action_id: actionIds.tellMe }, async ({ ack, action, body, respond }) => {
    await ack();
    const questionId = action.type === 'button' ? (action.value ?? '') : '';
    const outcome = await subscribe(bot, { team: teamOf(body), user: body.user.id, questionId });
    await respond({ ...toPlace(body), text: texts[outcome] });
  });
}
