// *Show this instead*, in what only the presser sees after *Not what I asked*. Edge.
import type { App, BlockAction } from '@slack/bolt';
import { notices, replies, votes } from '../../answer/wording.ts';
import { replaceReply } from '../../use-cases/vote/replace-reply.ts';
import { actionIds } from '../action-ids.ts';
import type { Bot } from '../bot.ts';
import { toPress } from '../to-press.ts';
import { parseReplaceValue, type ReplaceValue } from './next-matches.ts';

export function registerReplace(app: App, bot: Bot): void {
  app.action({ type: 'block_actions', action_id: actionIds.replaceReply }, async ({ ack, action, body, respond }) => {
    await ack();
    const value = action.type === 'button' ? parseReplaceValue(action.value) : null;
    const text = value === null ? replies.gone : await onReplace(bot, body, value);
    await respond({ response_type: 'ephemeral', replace_original: true, text });
  });
}

/** Returns the sentence that takes the place of the choice. */
async function onReplace(bot: Bot, body: BlockAction, { ts, key }: ReplaceValue): Promise<string> {
  const outcome = await replaceReply(bot, { ...toPress(body), ts }, key);
  switch (outcome.kind) {
    case 'replaced':
      return votes.replaced(outcome.entry.question);
    case 'not-yours':
      return notices['not-yours'];
    case 'gone':
      return votes.unknownReply;
  }
}
