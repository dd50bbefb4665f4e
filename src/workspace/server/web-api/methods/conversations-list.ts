// conversations.info, .list, .members and users.conversations. Pure.
import { isVisibleTo, type StoredChannel } from '../../conversation/channel-store.ts';
import type { JsonObject } from '../../state/json.ts';
import { BOT_USER_ID, TEAM } from '../../state/seed.ts';
import type { World } from '../../state/world.ts';
import { ApiFault } from '../api-fault.ts';
import type { Arguments } from '../arguments.ts';
import type { Method } from '../method.ts';
import { needScope, readableKinds, readChannel } from './channel-access.ts';
import { toPage } from './paging.ts';

const KINDS: Readonly<Record<string, StoredChannel['kind'] | undefined>> = {
  public_channel: 'public',
  private_channel: 'private',
  im: 'direct',
};
const READ_SCOPES = { public: 'channels:read', private: 'groups:read', direct: 'im:read' } as const;

export const conversationsInfo: Method = (world, args) => {
  const channel = readChannel(world, args.needText('channel'), 'read');
  return { channel: toSlackChannel(channel, args.flag('include_num_members')) };
};

export const conversationsMembers: Method = (world, args) => {
  const channel = readChannel(world, args.needText('channel'), 'read');
  const page = toPage([...channel.memberIds], args, 100);
  return { members: page.items, ...page.metadata };
};

export const conversationsList: Method = (world, args) => {
  const channels = ofTypes(world, args).filter((channel) => isVisibleTo(channel, BOT_USER_ID));
  const page = toPage(channels, args, 100);
  return { channels: page.items.map((channel) => toSlackChannel(channel, true)), ...page.metadata };
};

/** The channels of the bot, or those that another user and the bot share the sight of. */
export const usersConversations: Method = (world, args) => {
  const userId = args.text('user') ?? BOT_USER_ID;
  const channels = ofTypes(world, args).filter((channel) => channel.memberIds.has(userId));
  const page = toPage(
    channels.filter((channel) => isVisibleTo(channel, BOT_USER_ID)),
    args,
    100,
  );
  return { channels: page.items.map((channel) => toSlackChannel(channel, false)), ...page.metadata };
};

function ofTypes(world: World, args: Arguments): readonly StoredChannel[] {
  const asked = (args.text('types') ?? 'public_channel').split(',').map((type) => type.trim());
  const readable = readableKinds(world, 'read');
  const kinds = asked.filter((type) => type !== 'mpim').map((type) => KINDS[type]);
  for (const kind of kinds) {
    if (kind === undefined) throw new ApiFault('invalid_types');
    if (!readable.has(kind)) needScope(world, READ_SCOPES[kind]);
  }
  return world.channels.all().filter((channel) => kinds.includes(channel.kind));
}

/** A channel as Slack shows it to the bot. */
export function toSlackChannel(channel: StoredChannel, withCount: boolean): JsonObject {
  const created = Math.floor(channel.createdMs / 1000);
  const common = { id: channel.id, created, is_archived: false, is_org_shared: false, context_team_id: TEAM.id };
  if (channel.kind === 'direct') {
    const user = [...channel.memberIds].find((member) => member !== BOT_USER_ID);
    return { ...common, is_im: true, user, is_user_deleted: false, priority: 0 };
  }
  return {
    ...common,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_im: false,
    is_mpim: false,
    is_private: channel.kind === 'private',
    is_general: false,
    is_shared: false,
    is_member: channel.memberIds.has(BOT_USER_ID),
    topic: { value: channel.topic, creator: '', last_set: created },
    purpose: { value: '', creator: '', last_set: 0 },
    ...(withCount && { num_members: channel.memberIds.size }),
  };
}
