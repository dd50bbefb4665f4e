// What the bot may see of channels and messages. Pure.
import { isVisibleTo, type StoredChannel } from '../../conversation/channel-store.ts';
import type { StoredMessage } from '../../conversation/stored-message.ts';
import { BOT_USER_ID, directChannelId } from '../../state/seed.ts';
import type { World } from '../../state/world.ts';
import { ApiFault } from '../api-fault.ts';

/** A scope by kind of channel, as in `channels:history`. */
export type ScopeFamily = 'history' | 'read';

const PREFIXES = { public: 'channels', private: 'groups', direct: 'im' } as const;

/** The channel, where the bot can know of it. Other people's private channels do not exist for it. */
export function findChannel(world: World, idOrName: string): StoredChannel {
  const channel = world.channels.find(idOrName);
  if (channel === undefined || !isVisibleTo(channel, BOT_USER_ID)) throw new ApiFault('channel_not_found');
  return channel;
}

/** The channel, where the bot has the scope for its kind too. */
export function readChannel(world: World, idOrName: string, family: ScopeFamily): StoredChannel {
  const channel = findChannel(world, idOrName);
  needScope(world, `${PREFIXES[channel.kind]}:${family}`);
  return channel;
}

/** Kinds of channel whose `family` scope the app has. */
export function readableKinds(world: World, family: ScopeFamily): ReadonlySet<StoredChannel['kind']> {
  const kinds = ['public', 'private', 'direct'] as const;
  return new Set(kinds.filter((kind) => world.app.scopes.has(`${PREFIXES[kind]}:${family}`)));
}

export function needScope(world: World, scope: string): void {
  if (world.app.scopes.has(scope)) return;
  throw new ApiFault('missing_scope', [], { needed: scope, provided: [...world.app.scopes].join(',') });
}

/** The channel to post to: also `U…` for the direct message with that person. */
export function findPostingPlace(world: World, target: string): StoredChannel {
  const isPerson = world.users.get(target)?.role !== 'bot' && world.users.has(target);
  const channel = findChannel(world, isPerson ? directChannelId(target) : target);
  if (channel.kind === 'direct' && !world.app.hasMessagesTab) throw new ApiFault('messages_tab_disabled');
  return channel;
}

/** Posting needs membership; a public channel is open to `chat:write.public` too. */
export function needPlaceToPost(world: World, channel: StoredChannel): void {
  if (channel.memberIds.has(BOT_USER_ID)) return;
  if (channel.kind === 'public' && world.app.scopes.has('chat:write.public')) return;
  throw new ApiFault('not_in_channel');
}

/** An ordinary message of a channel the bot can see. */
export function findMessage(world: World, channel: StoredChannel, ts: string): StoredMessage {
  const message = world.messages.get(channel.id, ts);
  if (message === undefined || message.visibleTo !== null) throw new ApiFault('message_not_found');
  return message;
}
