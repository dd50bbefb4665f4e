// Names blocks and controls that came without a name, as Slack does. Pure.
import type { Ids } from '../state/ids.ts';
import { isObject, type JsonObject } from '../state/json.ts';
import { CONTROL_TYPES } from './control-shapes.ts';

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
