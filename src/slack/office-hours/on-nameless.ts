// Somebody asks without a name: by the button in the channel, or from a direct message. Edge.
import type { App } from '@slack/bolt';
import { hours } from '../../answer/wording.ts';
import { askNameless } from '../../use-cases/office-hours/ask-nameless.ts';
import { acceptOffer } from '../../use-cases/office-hours/offer-nameless.ts';
import { actionIds, callbackIds } from '../action-ids.ts';
import type { Bot } from '../bot.ts';
import { toNoticeView } from '../modal/notice-view.ts';
import { fillModal } from '../modal/show-modal.ts';
import { teamOf } from '../team-of.ts';
import { toPress } from '../to-press.ts';
import { readNameless, toNamelessText, toNamelessView } from './nameless-view.ts';

export function registerNameless(app: App, bot: Bot): void {
  app.action({ type: 'block_actions', action_id: actionIds.askNameless }, async ({ ack, body }) => {
    await ack();
    const { team, channel } = toPress(body);
    const isRunning = (await bot.sessions.findRunning(team, channel)) !== null;
    const view = isRunning ? toNamelessView(channel) : toNoticeView(hours.askNameless, hours.problems['not-running']);
    await bot.client.views.open({ trigger_id: body.trigger_id, view });
  });
  app.view(callbackIds.askNameless, async ({ ack, body, view }) => {
    await ack({ response_action: 'update', view: toNoticeView(hours.askNameless, hours.namelessPrivacy) });
    const text = readNameless(view.state.values);
    const request = { team: teamOf(body), user: body.user.id, channel: view.private_metadata, text, once: view.id };
    await fillModal(bot, view.id, hours.askNameless, async () =>
      toNoticeView(hours.askNameless, toNamelessText(await askNameless(bot, request))),
    );
  });
  app.action({ type: 'block_actions', action_id: actionIds.offerNameless }, async ({ ack, action, body, respond }) => {
    await ack();
    const press = toPress(body);
    const [channel = '', ts = ''] = action.type === 'button' ? (action.value ?? '').split(' ') : [];
    if (!press.channel.startsWith('D')) return;
    const outcome = await acceptOffer(bot, { ...press, direct: press.channel, channel, ts });
    const isSettled = outcome.kind === 'asked' || outcome.kind === 'asked-already';
    await respond({ replace_original: isSettled, text: toNamelessText(outcome) });
  });
}
