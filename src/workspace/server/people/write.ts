// People post, edit and delete messages, and react to them. Edge: events go out.
import { readLinks } from '../block-kit/slack-text.ts';
import { editMessage, react } from '../conversation/change-message.ts';
import { postMessage } from '../conversation/post-message.ts';
import { removeMessage } from '../conversation/remove-message.ts';
import type { StoredMessage } from '../conversation/stored-message.ts';
import type { World } from '../state/world.ts';
import { compose } from './compose.ts';
import { findJoinedChannel, findMessageFor } from './find-for-person.ts';
import { PersonFault } from './person-fault.ts';

export interface PersonPost {
  readonly channel: string;
  /** As typed. */
  readonly text: string;
  readonly threadTs?: string | undefined;
  readonly alsoInChannel?: boolean | undefined;
}

export function postAsPerson(world: World, userId: string, post: PersonPost): StoredMessage {
  const channel = findJoinedChannel(world, userId, post.channel);
  if (post.text.trim() === '') throw new PersonFault('no_text', 'Write something first.');
  const rootTs = post.threadTs === undefined ? undefined : findRootTs(world, userId, channel.id, post.threadTs);
  return postMessage(world, {
    ...compose(world, post.text),
    channel: channel.id,
    userId,
    clientMessageId: world.ids.uuid(),
    threadTs: rootTs,
    alsoInChannel: post.alsoInChannel ?? false,
  });
}

/** In the page a reply to a reply lands in the same thread. */
function findRootTs(world: World, userId: string, channel: string, ts: string): string {
  const message = findMessageFor(world, userId, channel, ts);
  return message.threadTs ?? message.ts;
}

export function editAsPerson(world: World, userId: string, channel: string, ts: string, text: string): void {
  const message = findOwnMessage(world, userId, channel, ts);
  if (text.trim() === '') throw new PersonFault('no_text', 'Write something, or delete the message.');
  const composed = compose(world, text);
  // Unchanged text is not an edit.
  if (composed.text === message.text) return;
  const links = readLinks(composed.text);
  const attachments = message.attachments.filter(({ from_url }) => links.includes(String(from_url)));
  editMessage(world, message, { ...composed, attachments, metadata: message.metadata, isMarked: true });
}

export function deleteAsPerson(world: World, userId: string, channel: string, ts: string): void {
  removeMessage(world, findOwnMessage(world, userId, channel, ts));
}

/** Takes away an ephemeral message. */
export function dismiss(world: World, userId: string, channel: string, ts: string): void {
  const message = findMessageFor(world, userId, channel, ts);
  if (message.visibleTo !== userId)
    throw new PersonFault('cant_dismiss_message', 'Only messages that nobody else sees can be dismissed.');
  removeMessage(world, message);
}

export function reactAsPerson(world: World, userId: string, place: ReactionPlace): void {
  const message = findMessageFor(world, userId, place.channel, place.ts);
  if (message.visibleTo !== null || message.subtype === 'tombstone')
    throw new PersonFault('not_reactable', 'Nobody can react to this message.');
  react(world, message, userId, place.name, place.on);
}

export interface ReactionPlace {
  readonly channel: string;
  readonly ts: string;
  readonly name: string;
  readonly on: boolean;
}

function findOwnMessage(world: World, userId: string, channel: string, ts: string): StoredMessage {
  const message = findMessageFor(world, userId, channel, ts);
  const isOwn = message.userId === userId && message.app === null && message.visibleTo === null;
  if (!isOwn) throw new PersonFault('cant_change_message', 'Only your own messages can be changed.');
  return message;
}
