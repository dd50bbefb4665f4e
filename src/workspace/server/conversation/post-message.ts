// Posts a message into a channel or a thread, whoever wrote it. Edge: events go out.
import { nameBlocks } from '../block-kit/name-blocks.ts';
import { toNotifies } from '../block-kit/notifies.ts';
import type { JsonObject } from '../state/json.ts';
import type { World } from '../state/world.ts';
import { announceChange, announcePost } from './message-events.ts';
import { toSlackMessage } from './slack-message.ts';
import type { MessageApp, MessageMetadata, StoredMessage } from './stored-message.ts';

export interface NewMessage {
  readonly channel: string;
  readonly userId: string;
  readonly text: string;
  readonly app?: MessageApp;
  readonly subtype?: string;
  readonly blocks?: readonly JsonObject[];
  readonly attachments?: readonly JsonObject[];
  /** Of a root that exists; else the message goes to the channel, as in Slack. */
  readonly threadTs?: string | undefined;
  readonly alsoInChannel?: boolean;
  readonly metadata?: MessageMetadata | null | undefined;
  readonly clientMessageId?: string;
  readonly inviterId?: string;
}

/** Stores the message and tells the app and the page. */
export function postMessage(world: World, draft: NewMessage): StoredMessage {
  const root = world.messages.root(draft.channel, draft.threadTs);
  const rootJson = root && toSlackMessage(world.messages, root, { withMetadata: true });
  const message = toStored(world, draft, root);
  world.messages.put(message);
  world.changes.publish({ type: 'message', message });
  announcePost(world, message);
  if (root !== undefined && rootJson !== undefined) {
    world.changes.publish({ type: 'message', message: root });
    // Slack shows a thread's first reply to apps as a change of its root: the text is the same.
    if (world.messages.repliesTo(root.channel, root.ts).length === 1) announceChange(world, root, rootJson);
  }
  return message;
}

/** Shows a message to one person only. No event tells of it. */
export function postEphemeral(world: World, draft: NewMessage, visibleTo: string): StoredMessage {
  const root = world.messages.root(draft.channel, draft.threadTs);
  const message = { ...toStored(world, draft, root), visibleTo };
  world.messages.put(message);
  world.changes.publish({ type: 'message', message });
  return message;
}

function toStored(world: World, draft: NewMessage, root: StoredMessage | undefined): StoredMessage {
  const blocks = nameBlocks(draft.blocks ?? [], world.ids);
  const attachments = draft.attachments ?? [];
  const isBroadcast = root !== undefined && draft.alsoInChannel === true;
  return {
    channel: draft.channel,
    ts: world.timestamps.next(),
    userId: draft.userId,
    app: draft.app ?? null,
    subtype: isBroadcast ? 'thread_broadcast' : (draft.subtype ?? null),
    text: draft.text,
    blocks,
    attachments,
    threadTs: root?.ts ?? null,
    editedTs: null,
    metadata: draft.metadata ?? null,
    reactions: [],
    clientMessageId: draft.clientMessageId ?? null,
    visibleTo: null,
    inviterId: draft.inviterId ?? null,
    notifies: toNotifies(draft.text, blocks, attachments),
  };
}
