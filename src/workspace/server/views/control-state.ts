// What stands in the controls of a message or a view: initial values, then what a person entered. Pure.
import type { ControlState, ControlValue, Option } from '../../page-api.ts';
import { isObject, type JsonObject, toObjects } from '../state/json.ts';

/** A control with the block it stands in. */
export interface Control {
  readonly blockId: string;
  readonly actionId: string;
  readonly type: string;
  readonly element: JsonObject;
  /** The block; for an `input` it says whether the control may stay empty. */
  readonly block: JsonObject;
}

/** All controls of blocks that were named, in reading order. */
export function readControls(blocks: readonly JsonObject[]): readonly Control[] {
  return blocks.flatMap((block) => findElements(block).map((element) => toControl(block, element)));
}

function toControl(block: JsonObject, element: JsonObject): Control {
  return {
    blockId: String(block['block_id']),
    actionId: String(element['action_id']),
    type: String(element['type']),
    element,
    block,
  };
}

function findElements(value: unknown): readonly JsonObject[] {
  if (Array.isArray(value)) return value.flatMap(findElements);
  if (!isObject(value)) return [];
  if (typeof value['action_id'] === 'string') return [value];
  return Object.values(value).flatMap(findElements);
}

/** `state.values` as Slack sends it: every control that holds a value, entered or initial. */
export function toStateValues(blocks: readonly JsonObject[], entered: ControlState): ControlState {
  const values: Record<string, Record<string, ControlValue>> = {};
  for (const control of readControls(blocks)) {
    const initial = toInitialValue(control);
    if (initial === null) continue;
    const { blockId, actionId, type } = control;
    values[blockId] = { ...values[blockId], [actionId]: { ...initial, ...entered[blockId]?.[actionId], type } };
  }
  return values;
}

/** Newer entries over older ones, control by control. */
export function mergeState(older: ControlState, newer: ControlState): ControlState {
  const blockIds = new Set([...Object.keys(older), ...Object.keys(newer)]);
  return Object.fromEntries([...blockIds].map((id) => [id, { ...older[id], ...newer[id] }]));
}

/** Null for controls that hold no value, such as buttons. */
function toInitialValue({ type, element }: Control): ControlValue | null {
  const text = (key: string): string | null => (typeof element[key] === 'string' ? element[key] : null);
  switch (type) {
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return { type, value: text('initial_value') };
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return {
        type,
        selected_option: isObject(element['initial_option']) ? toOption(element['initial_option']) : null,
      };
    case 'multi_static_select':
    case 'multi_external_select':
    case 'checkboxes':
      return { type, selected_options: toObjects(element['initial_options']).map(toOption) };
    case 'users_select':
      return { type, selected_user: text('initial_user') };
    case 'conversations_select':
      return { type, selected_conversation: text('initial_conversation') };
    case 'channels_select':
      return { type, selected_channel: text('initial_channel') };
    case 'datepicker':
      return { type, selected_date: text('initial_date') };
    case 'timepicker':
      return { type, selected_time: text('initial_time') };
    default:
      return null;
  }
}

function toOption(option: JsonObject): Option {
  const { text, value } = option;
  const label = isObject(text) ? String(text['text']) : '';
  const isMrkdwn = isObject(text) && text['type'] === 'mrkdwn';
  return {
    text: isMrkdwn ? { type: 'mrkdwn', text: label } : { type: 'plain_text', text: label, emoji: true },
    ...(typeof value === 'string' && { value }),
  };
}

/** Whether nothing was entered. */
export function isEmptyValue(value: ControlValue | undefined): boolean {
  if (value === undefined) return true;
  const { type: _type, ...parts } = value;
  return Object.values(parts).every(
    (part) => part === null || part === '' || part === undefined || (Array.isArray(part) && part.length === 0),
  );
}
