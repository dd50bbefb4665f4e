// Names blocks and controls that came without a name, as Slack does. Pure.
import type { Ids } from '../state/ids.ts';
import { isObject, type JsonObject } from '../state/json.ts';

/** Elements that a person can use: each has an `action_id`. */
const CONTROL_TYPES: ReadonlySet<string> = new Set([
  'button',
  'channels_select',
  'checkboxes',
  'conversations_select',
  'datepicker',
  'datetimepicker',
  'email_text_input',
  'external_select',
  'feedback_buttons',
  'file_input',
  'icon_button',
  'multi_channels_select',
  'multi_conversations_select',
  'multi_external_select',
  'multi_static_select',
  'multi_users_select',
  'number_input',
  'overflow',
  'plain_text_input',
  'radio_buttons',
  'rich_text_input',
  'static_select',
  'timepicker',
  'url_text_input',
  'users_select',
  'workflow_button',
]);

/** The blocks, each with a `block_id`, and each control in them with an `action_id`. */
export function nameBlocks(blocks: readonly JsonObject[], ids: Ids): readonly JsonObject[] {
  return blocks.map((block) => ({ ...nameControls(block, ids), block_id: block['block_id'] ?? ids.short() }));
}

function nameControls(value: JsonObject, ids: Ids): JsonObject {
  const entries = Object.entries(value).map(([key, inner]) => [key, nameInside(inner, ids)] as const);
  const named: JsonObject = Object.fromEntries(entries);
  const needsName = CONTROL_TYPES.has(String(value['type'])) && value['action_id'] === undefined;
  return needsName ? { ...named, action_id: ids.short() } : named;
}

function nameInside(value: unknown, ids: Ids): unknown {
  if (Array.isArray(value)) return value.map((item) => nameInside(item, ids));
  return isObject(value) ? nameControls(value, ids) : value;
}
