// Type-ahead: the app is asked for options while a person types. Edge.
import type { ControlPlace, Option, OptionGroup } from '../../page-api.ts';
import { type BlockFault, findFaults } from '../block-kit/find-faults.ts';
import { list } from '../block-kit/schemas.ts';
import { optionGroup, selectOption } from '../block-kit/text-shapes.ts';
import { PersonFault } from '../people/person-fault.ts';
import { isObject, type JsonObject, toObjects } from '../state/json.ts';
import type { World } from '../state/world.ts';
import { findControl, findPlace, toPlaceFields } from './control-place.ts';
import { needAnswer, needInteractivity, toBareInteraction } from './payload.ts';

export interface Suggestions {
  readonly options: readonly Option[];
  readonly groups: readonly OptionGroup[];
}

export interface Typing {
  readonly place: ControlPlace;
  readonly blockId: string;
  readonly actionId: string;
  readonly typed: string;
}

const optionLists = list(selectOption, 100, 0);
const groupLists = list(optionGroup, 100, 0);

export async function suggestOptions(world: World, userId: string, typing: Typing): Promise<Suggestions> {
  needInteractivity(world);
  const place = findPlace(world, userId, typing.place);
  const control = findControl(place, typing.blockId, typing.actionId);
  const payload = {
    ...toBareInteraction(world, 'block_suggestion', userId),
    ...toPlaceFields(world, place, {}),
    action_id: control.actionId,
    block_id: control.blockId,
    value: typing.typed,
  };
  const answer = await world.delivery.sendOnce({ type: 'interactive', payload, acceptsResponse: true });
  return toSuggestions(needAnswer(world, 'The list', answer));
}

function toSuggestions(answer: unknown): Suggestions {
  const given: JsonObject = isObject(answer) ? answer : {};
  const faults: readonly BlockFault[] = [
    ...(given['options'] === undefined ? [] : findFaults(optionLists, given['options'], '/options')),
    ...(given['option_groups'] === undefined ? [] : findFaults(groupLists, given['option_groups'], '/option_groups')),
  ];
  const [first] = faults;
  if (first !== undefined)
    throw new PersonFault('invalid_options', `The list was refused: ${first.problem} at ${first.pointer}.`);
  return {
    options: toObjects(given['options']).map(toOption),
    groups: toObjects(given['option_groups']).map((group) => ({
      label: toLabel(group['label']),
      options: toObjects(group['options']).map(toOption),
    })),
  };
}

function toOption(option: JsonObject): Option {
  const { value } = option;
  return { text: toLabel(option['text']), ...(typeof value === 'string' && { value }), ...toDescription(option) };
}

function toDescription(option: JsonObject): Pick<Option, 'description'> {
  if (!isObject(option['description'])) return {};
  return { description: { type: 'plain_text', text: String(option['description']['text']) } };
}

function toLabel(text: unknown): Option['text'] {
  return { type: 'plain_text', text: isObject(text) ? String(text['text']) : '' };
}
