// *Share in channel* under a private answer. Edge.

import type { App } from '@slack/bolt';
import { notices, replies } from '../../answer/wording.ts';
import { type Share, shareAnswer } from '../../use-cases/share/share-answer.ts';
import { actionIds } from '../action-ids.ts';
import type { Bot } from '../bot.ts';
import { teamOf } from '../team-of.ts';
import { parseShareValue } from './share-actions.ts';

export function registerShare(app: App, bot: Bot): void {
  app.action({ type: 'block_actions', action_id: actionIds.share }, async ({ ack, action, body, respond }) => {
    await ack();
    const value = action.type === 'button' ? parseShareValue(action.value) : null;
    const channel = body.channel?.id;
    if (value === null || channel === undefined) return;
    const share = {
      team: teamOf(body),
      channel,
      id: value.id,
      entryKeys: value.keys,
      user: body.user.id,
      sharedBy: (await bot.chat.findName(body.user.id)) ?? body.user.name ?? '',
    };
    await respond({ response_type: 'ephemeral', replace_original: true, text: await onShare(bot, share) });
  });
}

/** Returns the sentence that takes the place of the private answer. */
async function onShare(bot: Bot, share: Share): Promise<string> {
  const outcome = await shareAnswer(bot, share);
  if (outcome.kind === 'gone') return replies.gone;
  if (outcome.kind !== 'refused') return replies.shared;
  const isOutside = ['not_in_channel', 'channel_not_found'].includes(outcome.code);
  return notices[isOutside ? 'not-in-channel' : 'something-went-wrong'];
}
