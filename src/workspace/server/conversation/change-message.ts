// Changes a message that is there: edits, unfurls, reactions. Edge: events go out.
import { nameBlocks } from '../block-kit/name-blocks.ts';
import { toNotifies } from '../block-kit/notifies.ts';
import type { JsonObject } from '../state/json.ts';
import { BOT_USER_ID } from '../state/seed.ts';
import type { World } from '../state/world.ts';
import { announceChange } from './message-events.ts';
import { sendEvent } from './send-event.ts';
import { toSlackMessage } from './slack-message.ts';
import type { MessageMetadata, StoredMessage } from './stored-message.ts';

export interface MessageEdit {
  readonly text: string;
  readonly blocks: readonly JsonObject[];
  readonly attachments: readonly JsonObject[];
  readonly metadata: MessageMetadata | null;
  /** Marks the message as edited, as Slack does for people and for an app's own changes of the text. */
  readonly isMarked: boolean;
}

/** Replaces a message's content. */
export function editMessage(world: World, message: StoredMessage, edit: MessageEdit): StoredMessage {
  const blocks = nameBlocks(edit.blocks, world.ids);
  return replaceMessage(world, message, {
    ...message,
    text: edit.text,
    blocks,
    attachments: edit.attachments,
    metadata: edit.metadata,
    notifies: toNotifies(edit.text, blocks, edit.attachments),
    editedTs: edit.isMarked ? world.timestamps.next() : message.editedTs,
  });
}

/** Puts previews of links below a message. */
export function unfurlMessage(world: World, message: StoredMessage, unfurls: readonly JsonObject[]): void {
  const addresses = new Set(unfurls.map((unfurl) => unfurl['from_url']));
  const others = message.attachments.filter((attachment) => !addresses.has(attachment['from_url']));
  replaceMessage(world, message, { ...message, attachments: [...others, ...unfurls] });
}

/** Stores the new state of a message and tells the app, where it can see it, and the page. */
function replaceMessage(world: World, before: StoredMessage, after: StoredMessage): StoredMessage {
  const beforeJson = toSlackMessage(world.messages, before, { withMetadata: true });
  world.messages.put(after);
  world.changes.publish({ type: 'message', message: after });
  if (after.visibleTo === null) announceChange(world, before, beforeJson);
  return after;
}

/** Adds or takes away a person's reaction; false where there is nothing to change. */
export function react(world: World, message: StoredMessage, userId: string, name: string, on: boolean): boolean {
  const others = message.reactions.find((reaction) => reaction.name === name)?.userIds ?? [];
  if (others.includes(userId) === on) return false;
  const userIds = on ? [...others, userId] : others.filter((id) => id !== userId);
  const rest = message.reactions.filter((reaction) => reaction.name !== name);
  const after = { ...message, reactions: userIds.length === 0 ? rest : [...rest, { name, userIds }] };
  world.messages.put(after);
  world.changes.publish({ type: 'message', message: after });
  const type = on ? 'reaction_added' : 'reaction_removed';
  if (!world.channels.hasMember(message.channel, BOT_USER_ID)) return true;
  sendEvent(world, type, {
    type,
    user: userId,
    reaction: name,
    item: { type: 'message', channel: message.channel, ts: message.ts },
    item_user: message.userId,
    event_ts: world.timestamps.next(),
  });
  return true;
}
