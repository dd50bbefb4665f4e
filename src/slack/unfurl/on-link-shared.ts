// Links to the notes get a preview; all others are left alone. Edge.
import type { App } from '@slack/bolt';
import type { LinkUnfurls } from '@slack/web-api';
import type { Bot } from '../bot.ts';
import { call } from '../connection/call.ts';
import { toUnfurlBlocks } from './unfurl-blocks.ts';

export function registerUnfurls(app: App, bot: Bot): void {
  app.event('link_shared', async ({ event }) => {
    const previews = await toPreviews(bot, event.links);
    if (Object.keys(previews).length === 0) return;
    const source = event.source === 'composer' ? 'composer' : 'conversations_history';
    await call('chat.unfurl', () =>
      bot.client.chat.unfurl({ unfurl_id: event.unfurl_id ?? '', source, unfurls: previews }),
    );
  });
}

async function toPreviews(bot: Bot, links: readonly { readonly url: string }[]): Promise<LinkUnfurls> {
  const context = { now: bot.clock.now(), staleAfterDays: bot.staleAfterDays };
  const previews: LinkUnfurls = {};
  for (const { url } of links) {
    const linked = await bot.notes.findLinked(url.replaceAll('&amp;', '&'));
    if (linked !== null) previews[url] = { blocks: toUnfurlBlocks(linked, context) };
  }
  return previews;
}
