// conversations.history and conversations.replies. Pure.
import { toSlackMessage } from '../../conversation/slack-message.ts';
import type { StoredMessage } from '../../conversation/stored-message.ts';
import type { JsonObject } from '../../state/json.ts';
import { BOT_USER_ID } from '../../state/seed.ts';
import { compareTs } from '../../state/timestamps.ts';
import type { World } from '../../state/world.ts';
import { ApiFault } from '../api-fault.ts';
import type { Arguments } from '../arguments.ts';
import type { Method } from '../method.ts';
import { readChannel } from './channel-access.ts';
import { toPage } from './paging.ts';

/** Top-level messages and replies also sent to the channel, the newest first. */
export const conversationsHistory: Method = (world, args) => {
  const channel = readChannel(world, args.needText('channel'), 'history');
  if (!channel.memberIds.has(BOT_USER_ID)) throw new ApiFault('not_in_channel');
  needPeriod(args);
  const shown = world.messages
    .inChannel(channel.id)
    .filter((message) => message.threadTs === null || message.subtype === 'thread_broadcast')
    .filter((message) => isWithin(message, args))
    .reverse();
  const page = toPage(shown, args, 100);
  return { messages: toJson(world, page.items, args), has_more: page.hasMore, pin_count: 0, ...page.metadata };
};

/** The root, then its replies, the oldest first. `ts` may also name a reply, which then comes alone, as in Slack. */
export const conversationsReplies: Method = (world, args) => {
  const channel = readChannel(world, args.needText('channel'), 'history');
  const root = world.messages.root(channel.id, args.needText('ts'));
  if (root === undefined) throw new ApiFault('thread_not_found');
  needPeriod(args);
  const replies = world.messages.repliesTo(channel.id, root.ts).filter((message) => isWithin(message, args));
  const page = toPage([root, ...replies], args, 1000);
  return { messages: toJson(world, page.items, args), has_more: page.hasMore, ...page.metadata };
};

function needPeriod(args: Arguments): void {
  for (const name of ['oldest', 'latest'] as const) {
    const ts = args.text(name);
    if (ts !== undefined && !/^\d+(\.\d+)?$/.test(ts)) throw new ApiFault(`invalid_ts_${name}`);
  }
}

function isWithin(message: StoredMessage, args: Arguments): boolean {
  const [oldest, latest] = [args.text('oldest'), args.text('latest')];
  const edge = args.flag('inclusive') ? 0 : 1;
  if (oldest !== undefined && compareTs(message.ts, oldest) < edge) return false;
  return latest === undefined || compareTs(latest, message.ts) >= edge;
}

function toJson(world: World, messages: readonly StoredMessage[], args: Arguments): readonly JsonObject[] {
  const withMetadata = args.flag('include_all_metadata');
  return messages.map((message) => toSlackMessage(world.messages, message, { withMetadata }));
}
