// Messages and mentions: both events of a mention lead to the same claim, so it gets one reply. Edge.
import type { App } from '@slack/bolt';
import { answerMessage } from '../../use-cases/answer-message.ts';
import type { Bot } from '../bot.ts';
import { toMessage } from '../to-message.ts';

export function registerMessages(app: App, bot: Bot): void {
  app.event('message', async ({ event, context }) => await onMessage(bot, event, context));
  app.event('app_mention', async ({ event, context }) => await onMessage(bot, event, context));
}

async function onMessage(
  bot: Bot,
  event: unknown,
  context: { readonly teamId?: string; readonly botUserId?: string },
): Promise<void> {
  const botUser = context.botUserId ?? '';
  const message = toMessage(event, { team: context.teamId ?? '', botUser });
  if (message !== null) await answerMessage(bot, message, botUser);
}
