// Checks blocks as Slack does before it shows them: shapes, limits, what each surface allows. Pure.
import { isObject, type JsonObject, toObjects } from '../state/json.ts';
import type { BlockFault } from './block-fault.ts';
import { BLOCKS } from './block-shapes.ts';
import { byType, type Check, fault, list } from './shape.ts';

export type Surface = 'message' | 'modal' | 'home';

/** https://docs.slack.dev/reference/block-kit/blocks: what is not named here is allowed everywhere. */
const ONLY_ON: Readonly<Record<string, readonly Surface[]>> = {
  alert: ['modal'],
  carousel: ['message', 'home'],
  container: ['message', 'home'],
  context_actions: ['message'],
  data_table: ['message', 'home'],
  file: ['message'],
  markdown: ['message'],
  plan: ['message'],
  table: ['message', 'home'],
  task_card: ['message'],
};

const MAX_BLOCKS = { message: 50, modal: 100, home: 100 } as const;
/** Over all markdown blocks of one message: https://docs.slack.dev/reference/block-kit/blocks/markdown-block. */
const MAX_MARKDOWN = 12_000;
/** Over all tables of one message. */
const MAX_TABLE_TEXT = 10_000;

/**
 * Everything Slack would refuse in `blocks`, which may be anything; none where they are right. Recursive.
 * `pointer`: where the blocks stand in what is sent.
 */
export function checkBlocks(blocks: unknown, surface: Surface, pointer = '/blocks'): readonly BlockFault[] {
  if (!Array.isArray(blocks)) return fault(pointer, 'must be an array');
  const allowed = Object.entries(BLOCKS).filter(([type]) => ONLY_ON[type]?.includes(surface) ?? true);
  const each: Check = list(byType(Object.fromEntries(allowed)), { min: 0, max: MAX_BLOCKS[surface] });
  const objects = toObjects(blocks);
  return [
    ...each(blocks, pointer),
    ...checkIds(objects, pointer),
    ...objects.flatMap((block, index) => checkActionIds(block, `${pointer}/${index}`)),
    ...checkSum(objects, 'markdown', MAX_MARKDOWN, pointer),
    ...checkSum(objects, 'table', MAX_TABLE_TEXT, pointer),
  ];
}

/** Characters of all texts in the blocks: Slack refuses messages with too many of them. */
export function countBlockText(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum, item) => sum + countBlockText(item), 0);
  if (!isObject(value)) return 0;
  return Object.entries(value).reduce((sum, [key, inner]) => {
    if (key === 'text' && typeof inner === 'string') return sum + inner.length;
    return sum + countBlockText(inner);
  }, 0);
}

function checkIds(blocks: readonly JsonObject[], pointer: string): readonly BlockFault[] {
  const ids = blocks.map((block) => block['block_id']);
  return ids.flatMap((id, index) =>
    id !== undefined && ids.indexOf(id) < index
      ? fault(`${pointer}/${index}/block_id`, `block_id already in use: ${String(id)}`)
      : [],
  );
}

function checkActionIds(block: JsonObject, pointer: string): readonly BlockFault[] {
  const ids = toObjects(block['elements']).map((element) => element['action_id']);
  return ids.flatMap((id, index) =>
    id !== undefined && ids.indexOf(id) < index
      ? fault(`${pointer}/elements/${index}/action_id`, `action_id already in use: ${String(id)}`)
      : [],
  );
}

function checkSum(blocks: readonly JsonObject[], type: string, max: number, pointer: string): readonly BlockFault[] {
  const sum = countBlockText(blocks.filter((block) => block['type'] === type));
  return sum > max ? fault(pointer, `${type} blocks must be less than ${max + 1} characters together`) : [];
}
