// A person runs a slash command: the app is asked, but for the one that is the workspace's own. Edge.
import { findChannelFor } from '../people/find-for-person.ts';
import { INVITE, inviteByCommand } from '../people/invite-command.ts';
import { PersonFault } from '../people/person-fault.ts';
import { isObject, type JsonObject } from '../state/json.ts';
import { APP_ID, TEAM } from '../state/seed.ts';
import type { World } from '../state/world.ts';
import { applyResponse } from './app-response.ts';
import { needAnswer, toChannelName } from './payload.ts';

/** Resolves when the app has acknowledged and what it said at once is shown. There is no thread to run it in, as in Slack. */
export async function runCommand(
  world: World,
  userId: string,
  channelId: string,
  command: string,
  text: string,
): Promise<void> {
  if (command === INVITE.command) {
    inviteByCommand(world, userId, channelId, text);
    return;
  }
  const channel = findChannelFor(world, userId, channelId);
  if (!world.app.commands.some((known) => known.command === command) || !world.app.scopes.has('commands'))
    throw new PersonFault('unknown_command', `${command} is not a command here.`);
  const place = { userId, channel: channel.id, messageTs: null };
  const payload = {
    token: world.verificationToken,
    team_id: TEAM.id,
    team_domain: TEAM.domain,
    channel_id: channel.id,
    channel_name: toChannelName(channel),
    user_id: userId,
    user_name: world.users.get(userId)?.name,
    command,
    text,
    api_app_id: APP_ID,
    is_enterprise_install: 'false',
    response_url: world.origin() + world.responseUrls.issue('commands', place),
    trigger_id: world.triggers.issue({ userId, fromViewId: null }),
  };
  const answer = await world.delivery.sendOnce({ type: 'slash_commands', payload, acceptsResponse: true });
  const response = toResponse(needAnswer(world, command, answer));
  if (response === null) return;
  const fault = applyResponse(world, place, response);
  if (fault !== null) throw new PersonFault(fault, `${command} failed: the answer was refused (${fault}).`);
}

/** An acknowledgement says nothing, a text, or a message. */
function toResponse(answer: unknown): JsonObject | null {
  if (typeof answer === 'string') return answer === '' ? null : { text: answer };
  if (!isObject(answer) || Object.keys(answer).length === 0) return null;
  return answer;
}
