// The bot joins a channel: whoever invited it hears what that means. A channel gets another id: its settings follow. Edge.
import type { App } from '@slack/bolt';
import { greetInviter } from '../../use-cases/settings/greet-inviter.ts';
import type { Bot } from '../bot.ts';

export function registerInvitations(app: App, bot: Bot): void {
  // A channel that becomes shared with another organisation gets another id.
  app.event('channel_id_changed', async ({ event, context }) => {
    await bot.settings.move(context.teamId ?? '', event.old_channel_id, event.new_channel_id);
  });
  app.event('member_joined_channel', async ({ event, context }) => {
    if (event.user !== context.botUserId || event.inviter === undefined) return;
    await greetInviter(bot, { team: context.teamId ?? '', channel: event.channel, inviter: event.inviter });
  });
}
