// Where a person uses a control: a message or a view, with all the controls in it. Pure.
import type { ControlPlace, ControlState } from '../../page-api.ts';
import { toSlackMessage } from '../conversation/slack-message.ts';
import type { StoredMessage } from '../conversation/stored-message.ts';
import { findMessageFor, findViewFor } from '../people/find-for-person.ts';
import { PersonFault } from '../people/person-fault.ts';
import { type JsonObject, toObjects } from '../state/json.ts';
import type { World } from '../state/world.ts';
import { type Control, readControls, toStateValues } from '../views/control-state.ts';
import { toSlackView } from '../views/slack-view.ts';
import type { StoredView } from '../views/stored-view.ts';
import { toChannelName } from './payload.ts';

export type FoundPlace =
  | { readonly kind: 'message'; readonly message: StoredMessage; readonly blocks: readonly JsonObject[] }
  | { readonly kind: 'view'; readonly view: StoredView; readonly blocks: readonly JsonObject[] };

export function findPlace(world: World, userId: string, place: ControlPlace): FoundPlace {
  if (place.kind === 'view') {
    const view = findViewFor(world, userId, place.viewId);
    return { kind: 'view', view, blocks: toObjects(view.given['blocks']) };
  }
  const message = findMessageFor(world, userId, place.channel, place.ts);
  const unfurled = message.attachments.flatMap((attachment) => toObjects(attachment['blocks']));
  return { kind: 'message', message, blocks: [...message.blocks, ...unfurled] };
}

export function findControl(place: FoundPlace, blockId: string, actionId: string): Control {
  const control = readControls(place.blocks).find((one) => one.blockId === blockId && one.actionId === actionId);
  if (control === undefined) throw new PersonFault('control_not_found', 'This control is no longer there.');
  return control;
}

/** The modal in which the place stands, or null. */
export function modalId(place: FoundPlace): string | null {
  return place.kind === 'view' && place.view.type === 'modal' ? place.view.id : null;
}

/** The fields by which a payload says where something happened. An ephemeral message itself is not sent. */
export function toPlaceFields(world: World, place: FoundPlace, state: ControlState): JsonObject {
  if (place.kind === 'view')
    return { container: { type: 'view', view_id: place.view.id }, view: toSlackView(place.view) };
  const { message } = place;
  const channel = world.channels.find(message.channel);
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: message.channel,
      is_ephemeral: message.visibleTo !== null,
      ...(message.threadTs !== null && { thread_ts: message.threadTs }),
    },
    channel: { id: message.channel, name: channel === undefined ? '' : toChannelName(channel) },
    ...(message.visibleTo === null && { message: toSlackMessage(world.messages, message, { withMetadata: true }) }),
    state: { values: toStateValues(place.blocks, state) },
  };
}
