// The bot joins a channel: whoever invited it hears what that means. Edge.
import type { App } from '@slack/bolt';
import { greetInviter } from '../../use-cases/settings/greet-inviter.ts';
import type { Bot } from '../bot.ts';

export function registerInvitations(app: App, bot: Bot): void {
  app.event('member_joined_channel', async ({ event, context }) => {
    if (event.user !== context.botUserId || event.inviter === undefined) return;
    await greetInviter(bot, { team: context.teamId ?? '', channel: event.channel, inviter: event.inviter });
  });
}
