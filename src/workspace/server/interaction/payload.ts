// The parts that every interaction's payload has. Pure.

import type { StoredChannel } from '../conversation/channel-store.ts';
import type { Acknowledgement } from '../delivery/envelope.ts';
import { PersonFault } from '../people/person-fault.ts';
import type { JsonObject } from '../state/json.ts';
import { APP_ID, TEAM } from '../state/seed.ts';
import type { World } from '../state/world.ts';

/** `fromViewId`: the modal in which the person acted, or null. */
export function toInteraction(world: World, type: string, userId: string, fromViewId: string | null): JsonObject {
  return {
    ...toBareInteraction(world, type, userId),
    trigger_id: world.triggers.issue({ userId, fromViewId }),
  };
}

/** Without a trigger: nothing can be opened in answer. */
export function toBareInteraction(world: World, type: string, userId: string): JsonObject {
  const name = world.users.get(userId)?.name;
  return {
    type,
    user: { id: userId, username: name, name, team_id: TEAM.id },
    api_app_id: APP_ID,
    token: world.verificationToken,
    team: { id: TEAM.id, domain: TEAM.domain },
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** Slack does not tell apps the names of private conversations here. */
export function toChannelName(channel: StoredChannel): string {
  if (channel.kind === 'direct') return 'directmessage';
  return channel.kind === 'private' ? 'privategroup' : channel.name;
}

export function needInteractivity(world: World): void {
  if (world.app.hasInteractivity) return;
  throw new PersonFault('interactivity_off', 'The manifest does not switch interactivity on.');
}

/** What the app answered, or a fault that tells the person why nothing came. */
export function needAnswer(world: World, what: string, answer: Acknowledgement): unknown {
  if (answer.ok) return answer.payload;
  if (answer.reason === 'not_connected')
    throw new PersonFault('dispatch_failed', `${what} failed: ${world.app.botName} is not connected.`);
  if (answer.reason === 'timeout')
    throw new PersonFault(
      'operation_timeout',
      `${what} failed: ${world.app.botName} did not respond within three seconds.`,
    );
  throw new PersonFault('app_failed', `${what} failed: ${world.app.botName} did not accept it.`);
}
