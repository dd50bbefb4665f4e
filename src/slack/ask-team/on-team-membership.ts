// Somebody joins or leaves the team channel: who may do what is asked anew at once. Edge.
import type { App } from '@slack/bolt';
import type { Bot } from '../bot.ts';

export function registerTeamMembership(app: App, bot: Bot): void {
  app.event('member_joined_channel', async ({ event }) => forget(bot, event.channel));
  app.event('member_left_channel', async ({ event }) => forget(bot, event.channel));
}

function forget(bot: Bot, channel: string): void {
  if (channel === bot.teamChannel) bot.roster.forget();
}
