// *Remove* under a reply. Edge.
import type { App } from '@slack/bolt';
import { notices, votes } from '../../answer/wording.ts';
import { type RemoveOutcome, removeReply } from '../../use-cases/vote/remove-reply.ts';
import { actionIds } from '../action-ids.ts';
import type { Bot } from '../bot.ts';
import { privatelyIn, toPress } from '../to-press.ts';

const texts: Readonly<Record<RemoveOutcome, string>> = {
  removed: votes.removed,
  'not-yours': notices['not-yours'],
  gone: votes.unknownReply,
};

export function registerRemove(app: App, bot: Bot): void {
  app.action({ type: 'block_actions', action_id: actionIds.remove }, async ({ ack, body, respond }) => {
    await ack();
    const press = toPress(body);
    await respond({ ...privatelyIn(press), text: texts[await removeReply(bot, press)] });
  });
}
