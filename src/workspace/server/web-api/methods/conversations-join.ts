// conversations.join and conversations.open. Edge: events go out.
import { joinChannel } from '../../conversation/membership.ts';
import { BOT_USER_ID, directChannelId } from '../../state/seed.ts';
import { ApiFault } from '../api-fault.ts';
import type { Method } from '../method.ts';
import { findChannel, needScope } from './channel-access.ts';
import { toSlackChannel } from './conversations-list.ts';

export const conversationsJoin: Method = (world, args) => {
  const channel = findChannel(world, args.needText('channel'));
  if (channel.kind !== 'public') throw new ApiFault('method_not_supported_for_channel_type');
  const isNew = joinChannel(world, channel, BOT_USER_ID);
  const joined = world.channels.find(channel.id) ?? channel;
  return { channel: toSlackChannel(joined, false), ...(!isNew && { warning: 'already_in_channel' }) };
};

/** Opens the direct message with one person. Groups of several are not part of the workspace. */
export const conversationsOpen: Method = (world, args) => {
  const [channelId, users] = [args.text('channel'), args.text('users')];
  if (channelId === undefined && users === undefined) throw new ApiFault('users_list_not_supplied');
  needScope(world, 'im:write');
  const userIds = (users ?? '').split(',').filter((id) => id !== '');
  if (userIds.length > 1) throw new ApiFault('method_not_supported_for_channel_type');
  if (userIds.some((id) => world.users.get(id)?.role === 'bot' || !world.users.has(id)))
    throw new ApiFault('user_not_found');
  const channel = findChannel(world, channelId ?? directChannelId(userIds[0] ?? ''));
  return { channel: args.flag('return_im') ? toSlackChannel(channel, false) : { id: channel.id } };
};
