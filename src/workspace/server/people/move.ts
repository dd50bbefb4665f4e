// People join, invite, leave, and look at the bot's home. Edge: events go out.
import { joinChannel, leaveChannel } from '../conversation/membership.ts';
import { sendEvent } from '../conversation/send-event.ts';
import { directChannelId } from '../state/seed.ts';
import type { World } from '../state/world.ts';
import { toSlackView } from '../views/slack-view.ts';
import { findChannelFor, findJoinedChannel, findPerson } from './find-for-person.ts';
import { PersonFault } from './person-fault.ts';

/** `memberId` joins, or is invited by `userId`, who then has to be in the channel. */
export function inviteAsPerson(world: World, userId: string, channelId: string, memberId: string): void {
  const isOwn = userId === memberId;
  const channel = isOwn ? findChannelFor(world, userId, channelId) : findJoinedChannel(world, userId, channelId);
  if (channel.kind === 'direct') throw new PersonFault('cant_invite', 'Nobody can join a direct message.');
  if (!world.users.has(memberId)) throw new PersonFault('user_not_found', 'There is no such person here.');
  joinChannel(world, channel, memberId, isOwn ? undefined : userId);
}

/** `memberId` leaves, or is removed by `userId`, who then has to be in the channel. */
export function removeAsPerson(world: World, userId: string, channelId: string, memberId: string): void {
  const channel = findJoinedChannel(world, userId, channelId);
  if (channel.kind === 'direct') throw new PersonFault('cant_leave', 'Nobody can leave a direct message.');
  leaveChannel(world, channel, memberId);
}

/** The event fires each time, as in Slack. */
export function openHome(world: World, userId: string, tab: 'home' | 'messages'): void {
  findPerson(world, userId);
  const home = world.views.home(userId);
  sendEvent(world, 'app_home_opened', {
    type: 'app_home_opened',
    user: userId,
    channel: directChannelId(userId),
    tab,
    ...(tab === 'home' && home !== undefined && { view: toSlackView(home) }),
    event_ts: world.timestamps.next(),
  });
}
