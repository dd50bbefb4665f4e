// Who joins and leaves a channel. Edge: events go out.

import { BOT_USER_ID, TEAM } from '../state/seed.ts';
import type { World } from '../state/world.ts';
import type { StoredChannel } from './channel-store.ts';
import { postMessage } from './post-message.ts';
import { sendEvent } from './send-event.ts';

/** False where the person was in the channel already. `inviterId`: who asked them in, where it was not themselves. */
export function joinChannel(world: World, channel: StoredChannel, userId: string, inviterId?: string): boolean {
  if (!world.channels.join(channel.id, userId)) return false;
  world.changes.publish({ type: 'channel', channelId: channel.id });
  sendMembership(world, channel, 'member_joined_channel', userId, inviterId);
  postMessage(world, {
    channel: channel.id,
    userId,
    subtype: channel.kind === 'private' ? 'group_join' : 'channel_join',
    text: `<@${userId}> has joined the ${channel.kind === 'private' ? 'group' : 'channel'}`,
    ...(inviterId !== undefined && { inviterId }),
  });
  return true;
}

/** False where the person was not in the channel. */
export function leaveChannel(world: World, channel: StoredChannel, userId: string): boolean {
  // The event goes to an app that is in the channel: a bot that is removed learns of it too.
  const knows = channel.memberIds.has(BOT_USER_ID);
  if (!world.channels.leave(channel.id, userId)) return false;
  world.changes.publish({ type: 'member_left', channelId: channel.id, userId });
  world.changes.publish({ type: 'channel', channelId: channel.id });
  if (knows) sendMembership(world, channel, 'member_left_channel', userId);
  return true;
}

function sendMembership(
  world: World,
  channel: StoredChannel,
  type: 'member_joined_channel' | 'member_left_channel',
  userId: string,
  inviterId?: string,
): void {
  const botIsIn = world.channels.hasMember(channel.id, BOT_USER_ID);
  if (!botIsIn && userId !== BOT_USER_ID && type === 'member_joined_channel') return;
  const scope = channel.kind === 'private' ? 'groups:read' : 'channels:read';
  if (!world.app.scopes.has(scope)) return;
  sendEvent(world, type, {
    type,
    user: userId,
    channel: channel.id,
    channel_type: channel.kind === 'private' ? 'G' : 'C',
    team: TEAM.id,
    ...(inviterId !== undefined && { inviter: inviterId }),
    event_ts: world.timestamps.next(),
  });
}
