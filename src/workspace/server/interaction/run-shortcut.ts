// A person chooses a shortcut, on a message or anywhere. Edge: the app is told.
import { toSlackMessage } from '../conversation/slack-message.ts';
import { findChannelFor, findMessageFor, findPerson } from '../people/find-for-person.ts';
import { PersonFault } from '../people/person-fault.ts';
import type { JsonObject } from '../state/json.ts';
import type { World } from '../state/world.ts';
import { needAnswer, needInteractivity, toChannelName, toInteraction } from './payload.ts';

/** Works wherever the person sees the message, whether or not the bot is in the channel. */
export async function runMessageShortcut(
  world: World,
  userId: string,
  target: { readonly channel: string; readonly ts: string; readonly callbackId: string },
): Promise<void> {
  needShortcut(world, target.callbackId, 'message');
  const channel = findChannelFor(world, userId, target.channel);
  const message = findMessageFor(world, userId, channel.id, target.ts);
  if (message.visibleTo !== null)
    throw new PersonFault('no_shortcut', 'Shortcuts do not work on messages that only you see.');
  const place = { userId, channel: channel.id, messageTs: null };
  await run(world, {
    ...toInteraction(world, 'message_action', userId, null),
    action_ts: world.timestamps.next(),
    callback_id: target.callbackId,
    channel: { id: channel.id, name: toChannelName(channel) },
    message_ts: message.ts,
    message: toSlackMessage(world.messages, message, { withMetadata: true }),
    response_url: world.origin() + world.responseUrls.issue('app', place),
  });
}

export async function runGlobalShortcut(world: World, userId: string, callbackId: string): Promise<void> {
  needShortcut(world, callbackId, 'global');
  findPerson(world, userId);
  await run(world, {
    ...toInteraction(world, 'shortcut', userId, null),
    action_ts: world.timestamps.next(),
    callback_id: callbackId,
  });
}

function needShortcut(world: World, callbackId: string, type: 'message' | 'global'): void {
  needInteractivity(world);
  const isKnown = world.app.shortcuts.some((shortcut) => shortcut.callbackId === callbackId && shortcut.type === type);
  if (isKnown && world.app.scopes.has('commands')) return;
  throw new PersonFault('unknown_shortcut', `There is no ${type} shortcut ${callbackId}.`);
}

async function run(world: World, payload: JsonObject): Promise<void> {
  const answer = await world.delivery.sendOnce({ type: 'interactive', payload, acceptsResponse: false });
  needAnswer(world, 'This shortcut', answer);
}
