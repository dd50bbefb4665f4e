// Checks blocks as Slack does before it shows them: shapes, limits, what each surface allows. Pure.
import type * as z from 'zod/mini';
import { isObject, type JsonObject, toObjects } from '../state/json.ts';
import { BLOCKS } from './block-shapes.ts';
import { type BlockFault, findFaults } from './find-faults.ts';
import { list, oneOf, typeOf } from './schemas.ts';

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

/** Over all markdown blocks of one message: https://docs.slack.dev/reference/block-kit/blocks/markdown-block. */
const MAX_MARKDOWN = 12_000;
/** Over all tables of one message. */
const MAX_TABLE_TEXT = 10_000;

const SHAPES = {
  message: blocksOf('message', 50),
  modal: blocksOf('modal', 100),
  home: blocksOf('home', 100),
} as const;

function blocksOf(surface: Surface, max: number): z.ZodMiniType {
  return list(oneOf(...BLOCKS.filter((block) => ONLY_ON[typeOf(block)]?.includes(surface) ?? true)), max, 0);
}

/**
 * Everything Slack would refuse in `blocks`, which may be anything; none where they are right. `pointer`: where the blocks
 * stand in what is sent. The shapes are zod's; what is true only of all blocks together (names, sums) is counted here, since
 * a schema over the whole list would not be asked once one block in it is wrong.
 */
export function checkBlocks(blocks: unknown, surface: Surface, pointer = '/blocks'): readonly BlockFault[] {
  const objects = toObjects(blocks);
  return [
    ...findFaults(SHAPES[surface], blocks, pointer),
    ...findTwins(objects, 'block_id', pointer),
    ...objects.flatMap((block, index) =>
      findTwins(toObjects(block['elements']), 'action_id', `${pointer}/${index}/elements`),
    ),
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

/** Names that are given a second time. */
function findTwins(named: readonly JsonObject[], key: string, pointer: string): readonly BlockFault[] {
  const names = named.map((one) => one[key]);
  return names.flatMap((name, index) =>
    name !== undefined && names.indexOf(name) < index
      ? [{ pointer: `${pointer}/${index}/${key}`, problem: `${key} already in use: ${String(name)}` }]
      : [],
  );
}

function checkSum(blocks: readonly JsonObject[], type: string, max: number, pointer: string): readonly BlockFault[] {
  const sum = countBlockText(blocks.filter((block) => block['type'] === type));
  return sum > max ? [{ pointer, problem: `${type} blocks must be less than ${max + 1} characters together` }] : [];
}
