// Messages, channels and views as the page shows them. Pure.
import type { Block, Channel, Message, Unfurl, View } from '../../page-api.ts';
import type { StoredChannel } from '../conversation/channel-store.ts';
import type { StoredMessage } from '../conversation/stored-message.ts';
import { isObject, type JsonObject, toObjects, toText } from '../state/json.ts';
import { BOT_ID } from '../state/seed.ts';
import type { World } from '../state/world.ts';
import type { StoredView } from '../views/stored-view.ts';

export function toPageChannel(channel: StoredChannel): Channel {
  const { id, name, kind, topic, prompts = [] } = channel;
  return { id, name, kind, topic, memberIds: [...channel.memberIds], prompts };
}

export function toPageMessage(world: World, message: StoredMessage): Message {
  const replies = message.visibleTo === null ? world.messages.repliesTo(message.channel, message.ts) : [];
  return {
    channel: message.channel,
    ts: message.ts,
    userId: message.userId,
    fromBot: message.app?.botId === BOT_ID,
    subtype: message.subtype,
    text: message.text,
    blocks: toBlocks(message.blocks),
    unfurls: message.attachments.map(toUnfurl),
    threadTs: message.threadTs,
    alsoInChannel: message.subtype === 'thread_broadcast',
    replyCount: replies.length,
    replyUserIds: [...new Set(replies.map((reply) => reply.userId))],
    latestReplyTs: replies.at(-1)?.ts ?? null,
    editedTs: message.editedTs,
    ephemeral: message.visibleTo !== null,
    metadata: message.metadata,
    reactions: message.reactions,
  };
}

export function toPageView(view: StoredView): View {
  const { given } = view;
  return {
    id: view.id,
    hash: view.hash,
    type: view.type,
    title: toLabel(given['title']) ?? '',
    submit: toLabel(given['submit']),
    close: toLabel(given['close']) ?? 'Cancel',
    blocks: toBlocks(toObjects(given['blocks'])),
  };
}

function toUnfurl(attachment: JsonObject): Unfurl {
  return {
    url: toText(attachment['from_url'], toText(attachment['title_link'])),
    blocks: toBlocks(toObjects(attachment['blocks'])),
    ...(typeof attachment['title'] === 'string' && { title: attachment['title'] }),
    ...(typeof attachment['text'] === 'string' && { text: attachment['text'] }),
  };
}

function toLabel(text: unknown): string | null {
  return isObject(text) ? toText(text['text']) : null;
}

/** Stored blocks passed the check when they came, so they are what their `type` says. */
function toBlocks(blocks: readonly JsonObject[]): readonly Block[] {
  return blocks.filter(isBlock);
}

function isBlock(block: JsonObject): block is JsonObject & Block {
  return typeof block['type'] === 'string';
}
