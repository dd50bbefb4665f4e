// *Save* in the settings modal: acknowledged at once, since who may save has to be asked of Slack. Edge.
import type { App, SlackViewAction } from '@slack/bolt';
import { linking, notices, settings } from '../../answer/wording.ts';
import { completeNotes, saveChannelSettings } from '../../use-cases/settings/change-settings.ts';
import { actionIds, callbackIds } from '../action-ids.ts';
import type { Bot } from '../bot.ts';
import { fillModal } from '../modal/show-modal.ts';
import { teamOf } from '../team-of.ts';
import { parseSettings, toNoteOptions, toSavedText, toSettingsNote } from './settings-modal.ts';

/** Most options in an answer to a type-ahead. https://docs.slack.dev/reference/block-kit/block-elements/multi-select-menu-element */
const mostOptions = 100;

export function registerSettings(app: App, bot: Bot): void {
  app.options(actionIds.notes, async ({ ack, payload, body }) => {
    const choices = await completeNotes(bot, { user: body.user.id, typed: payload.value, limit: mostOptions });
    await ack({ options: toNoteOptions(choices) });
  });
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
  if (outcome === 'team-only') return notices['team-only'];
  const saved = toSavedText(chosen.channel, chosen);
  return outcome === 'may-not-react' ? `${saved} ${settings.mayNotReact}` : saved;
}
