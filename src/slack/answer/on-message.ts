// Messages and mentions, as they are posted, edited and deleted: both events of a mention lead to the same claim. Edge.
import type { App } from '@slack/bolt';
import { answerMessage } from '../../use-cases/answer/answer-message.ts';
import { followDraftEdit, offerDraft } from '../../use-cases/drafts/offer-draft.ts';
import { followDeletion, followEdit } from '../../use-cases/edits/follow-change.ts';
import type { Bot } from '../bot.ts';
import { toChange } from '../edits/to-change.ts';
import { toMessage } from './to-message.ts';

export function registerMessages(app: App, bot: Bot): void {
  app.event('message', async ({ event, context }) => await onMessage(bot, event, context));
  app.event('app_mention', async ({ event, context }) => await onMessage(bot, event, context));
}

/** Slack is asked for the bot's name only where somebody has typed a handle; where it does not tell, none is the bot's. */
async function findNames({ history }: Bot, event: unknown): Promise<readonly string[]> {
  if (!/(?<![<\w])@\w/.test(JSON.stringify(event))) return [];
  return await history.readSelf().then(
    ({ botNames }) => botNames,
    () => [],
  );
}

async function onMessage(
  bot: Bot,
  event: unknown,
  context: { readonly teamId?: string; readonly botUserId?: string },
): Promise<void> {
  const botUser = context.botUserId ?? '';
  const place = { team: context.teamId ?? '', botUser, botNames: await findNames(bot, event) };
  const message = toMessage(event, place);
  if (message !== null) {
    await Promise.all([answerMessage(bot, message, botUser), offerDraft(bot, message)]);
    return;
  }
  const change = toChange(event, place);
  if (change?.kind === 'edited')
    await Promise.all([followEdit(bot, change, botUser), followDraftEdit(bot, change.message)]);
  else if (change?.kind === 'deleted')
    await Promise.all([followDeletion(bot, change), bot.drafts.removeOffered(change)]);
}
