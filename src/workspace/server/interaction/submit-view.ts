// A person submits or closes a modal. Edge: the app is told.
import type { ControlState } from '../../page-api.ts';
import { checkView } from '../block-kit/check-view.ts';
import { findViewFor } from '../people/find-for-person.ts';
import { PersonFault } from '../people/person-fault.ts';
import { isObject, type JsonObject, toObjects } from '../state/json.ts';
import type { World } from '../state/world.ts';
import { isEmptyValue, mergeState, readControls, toStateValues } from '../views/control-state.ts';
import { toSlackView } from '../views/slack-view.ts';
import type { StoredView } from '../views/stored-view.ts';
import { closeAllModals, closeModal, enterState, MAX_STACK, pushModal, updateView } from '../views/stored-views.ts';
import { needAnswer, needInteractivity, toBareInteraction, toInteraction } from './payload.ts';

export type SubmitErrors = Readonly<Record<string, string>>;

/** Errors by `block_id`, and the modal stays; an empty object, and it does what the app answered. */
export async function submitView(
  world: World,
  userId: string,
  viewId: string,
  state: ControlState,
): Promise<SubmitErrors> {
  needInteractivity(world);
  const found = findViewFor(world, userId, viewId);
  const view = enterState(world, found, mergeState(found.state, state));
  const missing = findMissing(view);
  if (Object.keys(missing).length > 0) return missing;
  const payload = {
    ...toInteraction(world, 'view_submission', userId, view.id),
    view: toSlackView(view),
    response_urls: [],
  };
  const answer = await world.delivery.sendOnce({ type: 'interactive', payload, acceptsResponse: true });
  return applyAnswer(world, view, needAnswer(world, 'Submitting', answer));
}

/** Slack's own checks: what may not be empty, and how long it may be. */
function findMissing(view: StoredView): SubmitErrors {
  const blocks = toObjects(view.given['blocks']);
  const values = toStateValues(blocks, view.state);
  const inputs = readControls(blocks).filter(({ block }) => block['type'] === 'input');
  const faults = inputs.flatMap(({ blockId, actionId, block, element }) => {
    const value = values[blockId]?.[actionId];
    if (isEmptyValue(value))
      return block['optional'] === true ? [] : [[blockId, 'Please complete this required field.']];
    const length = value?.value?.length ?? 0;
    const { min_length: min, max_length: max } = element;
    if (typeof min === 'number' && length < min) return [[blockId, `Please enter at least ${min} characters.`]];
    if (typeof max === 'number' && length > max) return [[blockId, `Please enter at most ${max} characters.`]];
    return [];
  });
  return Object.fromEntries(faults);
}

function applyAnswer(world: World, view: StoredView, answer: unknown): SubmitErrors {
  const given: JsonObject = isObject(answer) ? answer : {};
  switch (given['response_action']) {
    case undefined:
      closeModal(world, view);
      return {};
    case 'clear':
      closeAllModals(world, view.userId);
      return {};
    case 'errors':
      return toErrors(view, given['errors']);
    case 'update':
      updateView(world, view, needView(given['view']));
      return {};
    case 'push':
      return push(world, view, given['view']);
    default:
      throw trouble(`unknown response_action ${String(given['response_action'])}`);
  }
}

function push(world: World, view: StoredView, given: unknown): SubmitErrors {
  if (world.views.stack(view.userId).length >= MAX_STACK) throw trouble('push_limit_reached');
  pushModal(world, view.userId, needView(given));
  return {};
}

function toErrors(view: StoredView, given: unknown): SubmitErrors {
  const inputIds = new Set(
    toObjects(view.given['blocks'])
      .filter((block) => block['type'] === 'input')
      .map((block) => block['block_id']),
  );
  const errors = Object.entries(isObject(given) ? given : {});
  if (errors.length === 0 || errors.some(([blockId]) => !inputIds.has(blockId)))
    throw trouble('errors that name no input block');
  return Object.fromEntries(errors.map(([blockId, text]) => [blockId, String(text)]));
}

function needView(given: unknown): JsonObject {
  const faults = isObject(given) ? checkView(given, 'modal') : [{ pointer: '/view', problem: 'must be an object' }];
  const [first] = faults;
  if (first !== undefined || !isObject(given)) throw trouble(`${first?.problem} at ${first?.pointer}`);
  return given;
}

function trouble(what: string): PersonFault {
  return new PersonFault('invalid_response', `The answer to the submission was refused: ${what}.`);
}

/** Closes the modal, or with `all` every one; the app hears of those with `notify_on_close`. */
export async function closeView(world: World, userId: string, viewId: string, all: boolean): Promise<void> {
  const view = findViewFor(world, userId, viewId);
  if (view.type === 'home') throw new PersonFault('not_a_modal', 'A home cannot be closed.');
  const closed = all ? world.views.stack(userId) : [view];
  if (all) closeAllModals(world, userId);
  else closeModal(world, view);
  for (const one of closed.filter(({ given }) => given['notify_on_close'] === true)) {
    const payload = {
      ...toBareInteraction(world, 'view_closed', userId),
      view: toSlackView(one),
      is_cleared: all,
    };
    await world.delivery.sendOnce({ type: 'interactive', payload, acceptsResponse: false });
  }
}
