// chat.getPermalink and chat.unfurl. Edge: events go out.
import { checkBlocks } from '../../block-kit/check-blocks.ts';
import { readLinks } from '../../block-kit/slack-text.ts';
import { unfurlMessage } from '../../conversation/change-message.ts';
import type { StoredMessage } from '../../conversation/stored-message.ts';
import { isObject, type JsonObject } from '../../state/json.ts';
import { APP_ID, BOT_ID } from '../../state/seed.ts';
import type { World } from '../../state/world.ts';
import { ApiFault } from '../api-fault.ts';
import type { Arguments } from '../arguments.ts';
import type { Method } from '../method.ts';
import { findChannel, findMessage } from './channel-access.ts';
import { toMessages } from './message-content.ts';

export const chatGetPermalink: Method = (world, args) => {
  const channel = findChannel(world, args.needText('channel'));
  const message = findMessage(world, channel, args.needText('message_ts'));
  return { channel: channel.id, permalink: toPermalink(world, message) };
};

/** An address at which the page shows the message. */
function toPermalink(world: World, message: StoredMessage): string {
  const address = `${world.origin()}/archives/${message.channel}/p${message.ts.replace('.', '')}`;
  if (message.threadTs === null) return address;
  return `${address}?thread_ts=${message.threadTs}&cid=${message.channel}`;
}

export const chatUnfurl: Method = (world, args) => {
  const message = findUnfurled(world, args);
  const unfurls = args.object('unfurls');
  if (unfurls === undefined) throw new ApiFault('missing_unfurls');
  const addresses = readLinks(message.text);
  const previews = Object.entries(unfurls).map(([url, unfurl]) => {
    if (!addresses.includes(url)) throw new ApiFault('cannot_unfurl_url');
    return toPreview(url, unfurl);
  });
  unfurlMessage(world, message, previews);
  return {};
};

/** By `unfurl_id` and `source`, or by `channel` and `ts`. */
function findUnfurled(world: World, args: Arguments): StoredMessage {
  const id = args.text('unfurl_id');
  if (id === undefined) return findByPlace(world, args);
  const source = args.text('source');
  if (source === undefined) throw new ApiFault('missing_source');
  if (source !== 'composer' && source !== 'conversations_history') throw new ApiFault('invalid_source');
  const [channel = '', ts = ''] = id.split('-');
  const message = world.messages.get(channel, ts);
  if (message === undefined) throw new ApiFault('invalid_unfurl_id');
  return message;
}

function findByPlace(world: World, args: Arguments): StoredMessage {
  const [channel, ts] = [args.text('channel'), args.text('ts')];
  if (channel === undefined) throw new ApiFault('missing_channel');
  if (ts === undefined) throw new ApiFault('missing_ts');
  const message = world.messages.get(channel, ts);
  if (message === undefined) throw new ApiFault('cannot_find_message');
  return message;
}

function toPreview(url: string, unfurl: unknown): JsonObject {
  if (!isObject(unfurl)) throw new ApiFault('invalid_unfurls_format');
  if (unfurl['blocks'] !== undefined) {
    const faults = checkBlocks(unfurl['blocks'], 'message', `/unfurls/${url}/blocks`);
    if (faults.length > 0) throw new ApiFault('cannot_parse_attachment', toMessages(faults));
  }
  return { ...unfurl, from_url: url, app_unfurl_url: url, is_app_unfurl: true, app_id: APP_ID, bot_id: BOT_ID };
}
