// *Save* in the settings modal. Edge.
import type { App } from '@slack/bolt';
import { notices } from '../../answer/wording.ts';
import { saveChannelMode } from '../../use-cases/settings/change-settings.ts';
import { callbackIds } from '../action-ids.ts';
import type { Bot } from '../bot.ts';
import { parseSettings, toSavedText, toSettingsNote } from './settings-modal.ts';

export function registerSettings(app: App, bot: Bot): void {
  app.view({ type: 'view_submission', callback_id: callbackIds.saveSettings }, async ({ ack, body, view }) => {
    const chosen = parseSettings(view);
    const who = { team: body.team?.id ?? '', user: body.user.id };
    const outcome =
      chosen === null ? null : await saveChannelMode(bot, { ...who, channel: chosen.channel }, chosen.mode);
    const text =
      chosen === null || outcome === 'team-only'
        ? notices[chosen === null ? 'something-went-wrong' : 'team-only']
        : toSavedText(chosen.channel, chosen.mode);
    await ack({ response_action: 'update', view: toSettingsNote(text) });
  });
}
