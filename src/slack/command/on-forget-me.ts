// *Forget me*: asked once more before what is kept about a person is removed. Edge.
import type { App } from '@slack/bolt';
import { commands } from '../../answer/wording.ts';
import { forgetPerson } from '../../use-cases/maintenance/forget-person.ts';
import { actionIds } from '../action-ids.ts';
import { toSection } from '../answer/answer-blocks.ts';
import type { ReplyMessage } from '../answer/reply-message.ts';
import { toButton, toConfirm } from '../blocks/elements.ts';
import type { Bot } from '../bot.ts';
import { teamOf } from '../team-of.ts';

export function toForgetMessage(): ReplyMessage {
  const { button, title, text, confirm, deny } = commands.forgetMe;
  const forget = { ...toButton(actionIds.forgetMe, button), confirm: toConfirm({ title, text, confirm, deny }) };
  return { text: title, blocks: [toSection(text), { type: 'actions', elements: [forget] }] };
}

/** Whoever presses is forgotten, and nobody else: the button carries nothing. */
export function registerForgetMe(app: App, bot: Bot): void {
  app.action({ type: 'block_actions', action_id: actionIds.forgetMe }, async ({ ack, body, respond }) => {
    await ack();
    await forgetPerson(bot, { team: teamOf(body), user: body.user.id });
    await respond({ response_type: 'ephemeral', replace_original: true, text: commands.forgotten });
  });
}
