// Which events a new, changed or deleted message sends to the app. Edge: sends them.
import { readLinks, readMentions } from '../block-kit/slack-text.ts';
import type { JsonObject } from '../state/json.ts';
import { BOT_ID, BOT_USER_ID } from '../state/seed.ts';
import type { World } from '../state/world.ts';
import type { StoredChannel } from './channel-store.ts';
import { sendEvent } from './send-event.ts';
import { toSlackMessage } from './slack-message.ts';
import type { StoredMessage } from './stored-message.ts';

const CHANNEL_TYPES = {
  public: { type: 'channel', event: 'message.channels' },
  private: { type: 'group', event: 'message.groups' },
  direct: { type: 'im', event: 'message.im' },
} as const;

/** Slack's own notices name people without mentioning them. */
const NO_MENTIONS: ReadonlySet<string> = new Set(['channel_join', 'group_join', 'tombstone']);

/** A message was posted: `message`, and for a mention `app_mention` too, in whichever order. */
export function announcePost(world: World, message: StoredMessage): void {
  const sends = [
    () => sendMessageEvent(world, message.channel, message.ts, postedFields(world, message)),
    () => sendMention(world, message),
  ];
  const mentionFirst =
    world.mentionOrder === 'mention-first' || (world.mentionOrder === 'random' && world.random() < 0.5);
  for (const send of mentionFirst ? sends.reverse() : sends) send();
  sendLinkShared(world, message);
}

/** A message was edited, unfurled, given a first reply, or turned into a tombstone. */
export function announceChange(world: World, before: StoredMessage, beforeJson: JsonObject): void {
  const now = world.messages.get(before.channel, before.ts);
  if (now === undefined) return;
  const stamp = world.timestamps.next();
  sendMessageEvent(world, before.channel, stamp, {
    type: 'message',
    subtype: 'message_changed',
    message: toSlackMessage(world.messages, now, { withMetadata: true }),
    previous_message: beforeJson,
    hidden: true,
    ts: stamp,
  });
  if (now.editedTs === null || now.editedTs === before.editedTs) return;
  sendMention(world, now);
  sendLinkShared(world, now, readLinks(before.text));
}

/** A message is gone. */
export function announceDeletion(world: World, message: StoredMessage, beforeJson: JsonObject): void {
  const stamp = world.timestamps.next();
  sendMessageEvent(world, message.channel, stamp, {
    type: 'message',
    subtype: 'message_deleted',
    previous_message: beforeJson,
    hidden: true,
    deleted_ts: message.ts,
    ts: stamp,
  });
}

/** The channel, where the bot is in it. */
function channelWithBot(world: World, channelId: string): StoredChannel | undefined {
  const channel = world.channels.find(channelId);
  return channel?.memberIds.has(BOT_USER_ID) ? channel : undefined;
}

function sendMessageEvent(world: World, channelId: string, eventTs: string, fields: JsonObject): void {
  const channel = channelWithBot(world, channelId);
  if (channel === undefined) return;
  const { type, event } = CHANNEL_TYPES[channel.kind];
  sendEvent(world, event, { ...fields, channel: channelId, event_ts: eventTs, channel_type: type });
}

function postedFields(world: World, message: StoredMessage): JsonObject {
  const json = toSlackMessage(world.messages, message, { withMetadata: true });
  if (message.subtype !== 'thread_broadcast' || message.threadTs === null) return json;
  const root = world.messages.get(message.channel, message.threadTs);
  return { ...json, ...(root !== undefined && { root: toSlackMessage(world.messages, root, { withMetadata: true }) }) };
}

function sendMention(world: World, message: StoredMessage): void {
  const channel = channelWithBot(world, message.channel);
  if (channel === undefined || channel.kind === 'direct') return;
  if (message.app?.botId === BOT_ID || NO_MENTIONS.has(message.subtype ?? '')) return;
  if (!readMentions(message.text).includes(BOT_USER_ID)) return;
  const { type: _type, ...fields } = toSlackMessage(world.messages, message, { withMetadata: true });
  sendEvent(world, 'app_mention', {
    type: 'app_mention',
    ...fields,
    channel: message.channel,
    event_ts: message.editedTs ?? message.ts,
  });
}

/** `known`: links that the app has heard of before an edit. */
function sendLinkShared(world: World, message: StoredMessage, known: readonly string[] = []): void {
  if (message.app !== null) return;
  const added = new Set(readLinks(message.text).filter((url) => !known.includes(url)));
  const links = [...added].flatMap((url) => toUnfurlable(world, url));
  const channel = world.channels.find(message.channel);
  if (links.length === 0 || channel === undefined) return;
  sendEvent(world, 'link_shared', {
    type: 'link_shared',
    channel: message.channel,
    is_bot_user_member: channel.memberIds.has(BOT_USER_ID),
    user: message.userId,
    message_ts: message.ts,
    ...(message.threadTs !== null && { thread_ts: message.threadTs }),
    links,
    unfurl_id: `${message.channel}-${message.ts}`,
    source: 'conversations_history',
    event_ts: message.ts,
  });
}

/** The link with the manifest's domain it belongs to, or nothing. */
function toUnfurlable(world: World, url: string): readonly JsonObject[] {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  const domain = world.app.unfurlDomains.find((known) => host === known || host.endsWith(`.${known}`));
  return domain === undefined ? [] : [{ url, domain }];
}
