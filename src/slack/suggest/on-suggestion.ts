// A suggested question is chosen: in a thread for everybody, under a private reply for its reader alone. Edge.

import type { App } from '@slack/bolt';
import { notices, replies } from '../../answer/wording.ts';
import { chooseSuggestion, toChosenReply } from '../../use-cases/suggest/choose-suggestion.ts';
import { actionIds, anyOf } from '../action-ids.ts';
import { toReplyMessage } from '../answer/reply-message.ts';
import type { Bot } from '../bot.ts';
import { teamOf } from '../team-of.ts';

export function registerSuggestions(app: App, bot: Bot): void {
  app.action(
    { type: 'block_actions', action_id: anyOf(actionIds.suggestion) },
    async ({ ack, action, body, respond }) => {
      await ack();
      const entryKey = action.type === 'button' ? (action.value ?? '') : '';
      if (body.container['is_ephemeral'] === true) {
        await respond({ response_type: 'ephemeral', replace_original: true, ...(await toPrivateReply(bot, entryKey)) });
        return;
      }
      const channel = body.channel?.id ?? '';
      const ts = body.message?.ts ?? '';
      const outcome = await chooseSuggestion(bot, {
        team: teamOf(body),
        channel,
        ts,
        user: body.user.id,
        entryKey,
      });
      if (outcome === 'answered') return;
      const text = outcome === 'gone' ? replies.gone : notices['not-yours'];
      await respond({ response_type: 'ephemeral', replace_original: false, text });
    },
  );
}

async function toPrivateReply(bot: Bot, entryKey: string) {
  const entry = await bot.notes.find(entryKey);
  return entry === null ? { text: replies.gone } : toReplyMessage(toChosenReply(bot, entry));
}
