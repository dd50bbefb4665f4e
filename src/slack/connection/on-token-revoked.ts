// The app is uninstalled, or its token taken back: the bot can do nothing any more. Edge.
import type { App } from '@slack/bolt';
import type { Bot } from '../bot.ts';

export function registerTokenRevoked(app: App, bot: Bot): void {
  app.event('app_uninstalled', async () => bot.onTokenRevoked('app_uninstalled'));
  app.event('tokens_revoked', async ({ event }) => {
    if ((event.tokens.bot ?? []).length > 0) bot.onTokenRevoked('tokens_revoked');
  });
}
