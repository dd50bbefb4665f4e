// Links to the notes get a preview; all others are left alone. Edge.
import type { App } from '@slack/bolt';
import type { LinkUnfurls } from '@slack/web-api';
import { findLinked } from '../../use-cases/unfurl/find-linked.ts';
import type { Bot } from '../bot.ts';
import { call } from '../delivery/slack-chat.ts';
import { toUnfurlBlocks } from './unfurl-blocks.ts';

export function registerUnfurls(app: App, bot: Bot): void {
  app.event('link_shared', async ({ event }) => {
    const previews = toPreviews(bot, event.links);
    if (Object.keys(previews).length === 0) return;
    const source = event.source === 'composer' ? 'composer' : 'conversations_history';
    await call('chat.unfurl', () =>
      bot.client.chat.unfurl({ unfurl_id: event.unfurl_id ?? '', source, unfurls: previews }),
    );
  });
}

function toPreviews(bot: Bot, links: readonly { readonly url: string }[]): LinkUnfurls {
  const context = { now: bot.clock.now(), staleAfterDays: bot.staleAfterDays };
  return Object.fromEntries(
    links.flatMap(({ url }) => {
      const linked = findLinked(bot.notes.knowledge, url.replaceAll('&amp;', '&'));
      return linked === null ? [] : [[url, { blocks: toUnfurlBlocks(linked, context) }]];
    }),
  );
}
