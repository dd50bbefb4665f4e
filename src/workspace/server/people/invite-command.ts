// `/invite @somebody`, the one slash command that is the workspace's own. Edge: events go out.
import type { SlashCommand, User } from '../../page-api.ts';
import type { World } from '../state/world.ts';
import { findJoinedChannel } from './find-for-person.ts';
import { inviteAsPerson } from './move.ts';
import { PersonFault } from './person-fault.ts';

export const INVITE: SlashCommand = {
  command: '/invite',
  description: 'Brings somebody into this channel',
  usageHint: '@somebody',
};

/** `text`: what was typed after the command, one handle or several. Nobody is invited unless all of them can be. */
export function inviteByCommand(world: World, userId: string, channelId: string, text: string): void {
  const channel = findJoinedChannel(world, userId, channelId);
  const names = text.split(/[\s,]+/).filter((word) => word !== '');
  if (names.length === 0) throw new PersonFault('no_user', 'Write whom to invite, as in “/invite @rolecall”.');
  const invited = names.map((name) => findByHandle(world, name));
  const present = invited.find(({ id }) => channel.memberIds.has(id));
  if (present !== undefined)
    throw new PersonFault('already_in_channel', `@${present.name} is in #${channel.name} already.`);
  for (const { id } of invited) inviteAsPerson(world, userId, channelId, id);
}

function findByHandle(world: World, typed: string): User {
  const handle = typed.replace(/^@/, '').toLowerCase();
  const user = [...world.users.values()].find(({ id, name }) => name === handle || typed === `<@${id}>`);
  if (user === undefined) throw new PersonFault('user_not_found', `There is nobody called ${typed} here.`);
  return user;
}
