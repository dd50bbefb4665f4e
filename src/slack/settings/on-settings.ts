// *Save* in the settings modal: acknowledged at once, since who may save has to be asked of Slack. Edge.
import type { App, SlackViewAction } from '@slack/bolt';
import { linking, notices, settings } from '../../answer/wording.ts';
import { saveChannelSettings } from '../../use-cases/settings/change-settings.ts';
import { callbackIds } from '../action-ids.ts';
import type { Bot } from '../bot.ts';
import { fillModal } from '../modal/show-modal.ts';
import { teamOf } from '../team-of.ts';
import { parseSettings, toSavedText, toSettingsNote } from './settings-modal.ts';

export function registerSettings(app: App, bot: Bot): void {
  app.view({ type: 'view_submission', callback_id: callbackIds.saveSettings }, async ({ ack, body, view }) => {
    await ack({ response_action: 'update', view: toSettingsNote(linking.loading) });
    await fillModal(bot, view.id, settings.title, async () => toSettingsNote(await save(bot, body)));
  });
}

/** Gives the sentence that takes the modal's place. */
async function save(bot: Bot, body: SlackViewAction): Promise<string> {
  const chosen = parseSettings(body.view);
  if (chosen === null) return notices['something-went-wrong'];
  const who = { team: teamOf(body), user: body.user.id, channel: chosen.channel };
  const outcome = await saveChannelSettings(bot, who, chosen);
  return outcome === 'team-only' ? notices['team-only'] : toSavedText(chosen.channel, chosen);
}
