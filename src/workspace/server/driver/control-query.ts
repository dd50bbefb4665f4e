// Finds controls and fills them in the way a test speaks of them: by their id or by what is written on them. Pure.
import type { ControlState, ControlValue, Option } from '../../page-api.ts';
import { isObject, type JsonObject, toObjects, toText } from '../state/json.ts';
import { type Control, readControls } from '../views/control-state.ts';

/** A text, the value of an option, values of several options, or a whole value for rare controls. */
export type Entered = string | readonly string[] | ControlValue;

/** The control with this `action_id`, else with this label. Throws where there is none. */
export function findByQuery(blocks: readonly JsonObject[], query: string): Control {
  const controls = readControls(blocks);
  const found =
    controls.find((control) => control.actionId === query) ??
    controls.find((control) => toLabel(control) === query || findSide(control, query) !== null);
  if (found !== undefined) return found;
  const known = controls.map((control) => `${control.actionId} (${toLabel(control)})`).join(', ');
  throw new Error(`There is no control ${query}; there are: ${known || 'none'}`);
}

/** Feedback buttons are two in one control: the value of the one with this label, or null. */
export function findSide({ element, type }: Pick<Control, 'element' | 'type'>, label: string): ControlValue | null {
  const sides = [element['positive_button'], element['negative_button']].filter(isObject);
  const side = sides.find(({ text }) => isObject(text) && toText(text['text']) === label);
  return side === undefined ? null : { type, value: toText(side['value']) };
}

/** What is written on a button, or beside an input. */
function toLabel({ element, block }: Control): string {
  const text = element['text'] ?? block['label'] ?? element['placeholder'];
  return isObject(text) ? toText(text['text']) : '';
}

/** The value of a control after something was entered. Options that are not listed (external selects) are made up. */
export function toControlValue({ type, element }: Control, entered: Entered): ControlValue {
  if (typeof entered === 'object' && 'type' in entered) return entered;
  if (typeof entered === 'object') {
    const selected = entered.map((value) => findOption(element, value));
    return type.endsWith('users_select') ? { type, selected_users: entered } : { type, selected_options: selected };
  }
  switch (type) {
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
    case 'overflow':
      return { type, selected_option: findOption(element, entered) };
    case 'users_select':
      return { type, selected_user: entered };
    case 'conversations_select':
      return { type, selected_conversation: entered };
    case 'channels_select':
      return { type, selected_channel: entered };
    case 'datepicker':
      return { type, selected_date: entered };
    case 'timepicker':
      return { type, selected_time: entered };
    default:
      return { type, value: entered };
  }
}

/** `state` from what was entered by control. */
export function toControlState(
  blocks: readonly JsonObject[],
  entered: Readonly<Record<string, Entered>>,
): ControlState {
  const state: Record<string, Record<string, ControlValue>> = {};
  for (const [query, value] of Object.entries(entered)) {
    const control = findByQuery(blocks, query);
    state[control.blockId] = { ...state[control.blockId], [control.actionId]: toControlValue(control, value) };
  }
  return state;
}

function findOption(element: JsonObject, value: string): Option {
  const groups = toObjects(element['option_groups']).flatMap((group) => toObjects(group['options']));
  const options = [...toObjects(element['options']), ...groups];
  const found = options.find((option) => option['value'] === value);
  const text = found !== undefined && isObject(found['text']) ? toText(found['text']['text']) : value;
  return { text: { type: 'plain_text', text, emoji: true }, value };
}
