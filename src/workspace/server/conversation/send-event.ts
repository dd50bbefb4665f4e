// Wraps an event and sends it, if the app asked for it and may know of it. Edge.
import type { JsonObject } from '../state/json.ts';
import { APP_ID, BOT_USER_ID, TEAM } from '../state/seed.ts';
import type { World } from '../state/world.ts';

/** The scopes without which Slack does not send an event; any one of them is enough. */
const EVENT_SCOPES: Readonly<Record<string, readonly string[]>> = {
  app_mention: ['app_mentions:read'],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
  link_shared: ['links:read'],
  reaction_added: ['reactions:read'],
  reaction_removed: ['reactions:read'],
  member_joined_channel: ['channels:read', 'groups:read'],
  member_left_channel: ['channels:read', 'groups:read'],
};

/** `name` as in the manifest: `message.channels`, `app_mention` … */
function isSubscribed(world: World, name: string): boolean {
  const scopes = EVENT_SCOPES[name];
  const isAllowed = scopes === undefined || scopes.some((scope) => world.app.scopes.has(scope));
  return isAllowed && world.app.events.has(name);
}

/** Sends an event to the app, redelivered until it is acknowledged. Nothing happens where it is not subscribed. */
export function sendEvent(world: World, name: string, event: JsonObject): void {
  if (!isSubscribed(world, name)) return;
  void world.delivery.sendEvent(toEventPayload(world, event));
}

function toEventPayload(world: World, event: JsonObject): JsonObject {
  return {
    token: world.verificationToken,
    team_id: TEAM.id,
    context_team_id: TEAM.id,
    context_enterprise_id: null,
    api_app_id: APP_ID,
    event,
    type: 'event_callback',
    event_id: world.ids.next('Ev'),
    event_time: Math.floor(world.clock.now() / 1000),
    authorizations: [
      { enterprise_id: null, team_id: TEAM.id, user_id: BOT_USER_ID, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
    event_context: toEventContext(event),
  };
}

function toEventContext({ type, channel }: JsonObject): string {
  return `4-${Buffer.from(JSON.stringify({ et: type, tid: TEAM.id, aid: APP_ID, cid: channel })).toString('base64url')}`;
}
