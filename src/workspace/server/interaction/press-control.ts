// A person uses a button, a select or another control. Edge: the app is told.
import type { ControlPlace, ControlState, ControlValue, Option } from '../../page-api.ts';
import { PersonFault } from '../people/person-fault.ts';
import { type JsonObject, toObjects } from '../state/json.ts';
import type { World } from '../state/world.ts';
import { type Control, mergeState } from '../views/control-state.ts';
import { enterState } from '../views/stored-views.ts';
import { type FoundPlace, findControl, findPlace, modalId, toPlaceFields } from './control-place.ts';
import { needAnswer, needInteractivity, toInteraction } from './payload.ts';

export interface Press {
  readonly place: ControlPlace;
  readonly blockId: string;
  readonly actionId: string;
  readonly value?: ControlValue | undefined;
  readonly state?: ControlState | undefined;
  /** Replaces fields of the action, as a tampered client would. For tests of the bot only. */
  readonly forged?: JsonObject | undefined;
}

/** Parts of an element that Slack repeats in the action. */
const REPEATED = ['text', 'value', 'style', 'placeholder', 'initial_option', 'confirm', 'url'];

/** Resolves when the app has acknowledged. */
export async function pressControl(world: World, userId: string, press: Press): Promise<void> {
  needInteractivity(world);
  const found = findPlace(world, userId, press.place);
  const control = findControl(found, press.blockId, press.actionId);
  needKnownOption(control, press.value?.selected_option);
  const state = withPressed(press);
  const place = enter(world, found, state);
  const payload = {
    ...toInteraction(world, 'block_actions', userId, modalId(place)),
    ...toPlaceFields(world, place, state),
    ...(place.kind === 'message' && { response_url: issueUrl(world, userId, place) }),
    actions: [{ ...toAction(world, control, press.value), ...press.forged }],
  };
  const answer = await world.delivery.sendOnce({ type: 'interactive', payload, acceptsResponse: false });
  needAnswer(world, 'This action', answer);
}

/** A static select offers what it offers: Slack refuses anything else. */
function needKnownOption({ type, element }: Control, chosen: Option | null | undefined): void {
  if (chosen === undefined || chosen === null || type === 'external_select') return;
  const groups = toObjects(element['option_groups']).flatMap((group) => toObjects(group['options']));
  const values = [...toObjects(element['options']), ...groups].map((option) => option['value']);
  if (!values.includes(chosen.value)) throw new PersonFault('unknown_option', 'This choice is no longer there.');
}

function withPressed({ blockId, actionId, value, state = {} }: Press): ControlState {
  return value === undefined ? state : mergeState(state, { [blockId]: { [actionId]: value } });
}

/** A view keeps what was entered. */
function enter(world: World, place: FoundPlace, state: ControlState): FoundPlace {
  if (place.kind === 'message') return place;
  return { ...place, view: enterState(world, place.view, mergeState(place.view.state, state)) };
}

function issueUrl(world: World, userId: string, { message }: Extract<FoundPlace, { kind: 'message' }>): string {
  return (
    world.origin() + world.responseUrls.issue('actions', { userId, channel: message.channel, messageTs: message.ts })
  );
}

function toAction(world: World, { blockId, actionId, type, element }: Control, value?: ControlValue): JsonObject {
  const repeated = REPEATED.filter((key) => element[key] !== undefined).map((key) => [key, element[key]]);
  return {
    ...Object.fromEntries(repeated),
    ...value,
    type,
    block_id: blockId,
    action_id: actionId,
    action_ts: world.timestamps.next(),
  };
}
