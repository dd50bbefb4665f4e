// What a person can see: channels, messages, views. Pure.
import type { User } from '../../page-api.ts';
import { isVisibleTo, type StoredChannel } from '../conversation/channel-store.ts';
import type { StoredMessage } from '../conversation/stored-message.ts';
import type { World } from '../state/world.ts';
import type { StoredView } from '../views/stored-view.ts';
import { PersonFault } from './person-fault.ts';

export function findPerson(world: World, userId: string): User {
  const user = world.users.get(userId);
  if (user === undefined || user.role === 'bot')
    throw new PersonFault('user_not_found', 'There is no such person here.');
  return user;
}

export function findChannelFor(world: World, userId: string, idOrName: string): StoredChannel {
  findPerson(world, userId);
  const channel = world.channels.find(idOrName);
  if (channel === undefined || !isVisibleTo(channel, userId))
    throw new PersonFault('channel_not_found', 'There is no such channel for you.');
  return channel;
}

/** A channel the person may write in. */
export function findJoinedChannel(world: World, userId: string, idOrName: string): StoredChannel {
  const channel = findChannelFor(world, userId, idOrName);
  if (!channel.memberIds.has(userId)) throw new PersonFault('not_in_channel', `Join #${channel.name} to write there.`);
  return channel;
}

export function findMessageFor(world: World, userId: string, channelId: string, ts: string): StoredMessage {
  const channel = findChannelFor(world, userId, channelId);
  const message = world.messages.get(channel.id, ts);
  const isSeen = message !== undefined && (message.visibleTo === null || message.visibleTo === userId);
  if (!isSeen) throw new PersonFault('message_not_found', 'This message is no longer there.');
  return message;
}

export function findViewFor(world: World, userId: string, viewId: string): StoredView {
  const view = world.views.find((open) => open.id === viewId && open.userId === userId);
  if (view === undefined) throw new PersonFault('view_not_found', 'This view is no longer open.');
  return view;
}
