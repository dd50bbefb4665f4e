// reactions.add, .remove and .get. Edge: events go out.
import { react } from '../../conversation/change-message.ts';
import { toSlackMessage } from '../../conversation/slack-message.ts';
import type { StoredMessage } from '../../conversation/stored-message.ts';
import { BOT_USER_ID } from '../../state/seed.ts';
import type { World } from '../../state/world.ts';
import { ApiFault } from '../api-fault.ts';
import type { Arguments } from '../arguments.ts';
import type { Method } from '../method.ts';
import { findChannel, findMessage } from './channel-access.ts';

const NAME = /^[a-z0-9_+'-]+(::skin-tone-[2-6])?$/;

export const reactionsAdd: Method = (world, args) => {
  const message = findTarget(world, args);
  if (!world.channels.hasMember(message.channel, BOT_USER_ID)) throw new ApiFault('not_in_channel');
  if (!react(world, message, BOT_USER_ID, readName(args), true)) throw new ApiFault('already_reacted');
  return {};
};

export const reactionsRemove: Method = (world, args) => {
  if (!react(world, findTarget(world, args), BOT_USER_ID, readName(args), false)) throw new ApiFault('no_reaction');
  return {};
};

export const reactionsGet: Method = (world, args) => {
  const message = findTarget(world, args);
  const json = toSlackMessage(world.messages, message, { withMetadata: false });
  return { type: 'message', channel: message.channel, message: json };
};

function findTarget(world: World, args: Arguments): StoredMessage {
  const [channel, timestamp] = [args.text('channel'), args.text('timestamp')];
  if (channel === undefined || timestamp === undefined) throw new ApiFault('no_item_specified');
  return findMessage(world, findChannel(world, channel), timestamp);
}

function readName(args: Arguments): string {
  const name = args.needText('name');
  if (!NAME.test(name)) throw new ApiFault('invalid_name');
  return name;
}
