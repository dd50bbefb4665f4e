// Deletes a message: a root with replies leaves a tombstone, as in Slack. Edge: events go out.
import { toNotifies } from '../block-kit/notifies.ts';
import type { World } from '../state/world.ts';
import { announceChange, announceDeletion } from './message-events.ts';
import { toSlackMessage } from './slack-message.ts';
import type { StoredMessage } from './stored-message.ts';

const TOMBSTONE_USER = 'USLACKBOT';
const TOMBSTONE_TEXT = 'This message was deleted.';

export function removeMessage(world: World, message: StoredMessage): void {
  if (message.visibleTo === null && world.messages.repliesTo(message.channel, message.ts).length > 0) {
    buryMessage(world, message);
    return;
  }
  const beforeJson = toSlackMessage(world.messages, message, { withMetadata: true });
  world.messages.remove(message);
  world.changes.publish({ type: 'message_deleted', message });
  if (message.visibleTo !== null) return;
  announceDeletion(world, message, beforeJson);
  if (message.threadTs !== null) onReplyRemoved(world, message.channel, message.threadTs);
}

/** Slack tells of it by `message_changed` with the subtype `tombstone`, not by `message_deleted`. */
function buryMessage(world: World, message: StoredMessage): void {
  const beforeJson = toSlackMessage(world.messages, message, { withMetadata: true });
  const tombstone: StoredMessage = {
    ...message,
    userId: TOMBSTONE_USER,
    app: null,
    subtype: 'tombstone',
    text: TOMBSTONE_TEXT,
    blocks: [],
    attachments: [],
    metadata: null,
    reactions: [],
    clientMessageId: null,
    notifies: toNotifies('', [], []),
  };
  world.messages.put(tombstone);
  world.changes.publish({ type: 'message', message: tombstone });
  announceChange(world, message, beforeJson);
}

/** The root has one reply less; a tombstone goes with its last one. */
function onReplyRemoved(world: World, channel: string, rootTs: string): void {
  const root = world.messages.get(channel, rootTs);
  if (root === undefined) return;
  const hasReplies = world.messages.repliesTo(channel, rootTs).length > 0;
  if (root.subtype === 'tombstone' && !hasReplies) {
    world.messages.remove(root);
    world.changes.publish({ type: 'message_deleted', message: root });
    return;
  }
  world.changes.publish({ type: 'message', message: root });
}
