// The Block Kit check: what Slack accepts passes, and each limit is found at its very edge.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkBlocks, countBlockText } from '../../../src/workspace/server/block-kit/check-blocks.ts';
import { checkView } from '../../../src/workspace/server/block-kit/check-view.ts';
import { toNotifies } from '../../../src/workspace/server/block-kit/notifies.ts';
import { findShared } from '../../requirements.ts';

type Json = Record<string, unknown>;

const text = (length: number): string => 'x'.repeat(length);
const plain = (length: number): Json => ({ type: 'plain_text', text: text(length) });
const mrkdwn = (length: number): Json => ({ type: 'mrkdwn', text: text(length) });
const many = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index));
const option = (index: number): Json => ({ text: plain(5), value: `v${index}` });
const button = (fields: Json = {}): Json => ({ type: 'button', text: plain(5), ...fields });
const actions = (...elements: Json[]): Json => ({ type: 'actions', elements });
const input = (element: Json): Json => ({ type: 'input', label: plain(5), element });
const select = (fields: Json): Json => actions({ type: 'static_select', ...fields });

describe('limits: at the edge and one above', () => {
  test.each<[string, (size: number) => Json, number]>([
    ['section text', (size) => ({ type: 'section', text: mrkdwn(size) }), 3000],
    ['section field', (size) => ({ type: 'section', fields: [mrkdwn(size)] }), 2000],
    ['section fields', (size) => ({ type: 'section', fields: many(size, () => mrkdwn(1)) }), 10],
    ['header', (size) => ({ type: 'header', text: plain(size) }), 150],
    ['block_id', (size) => ({ type: 'divider', block_id: text(size) }), 255],
    ['context elements', (size) => ({ type: 'context', elements: many(size, () => mrkdwn(1)) }), 10],
    ['actions elements', (size) => actions(...many(size, () => button())), 25],
    ['button text', (size) => actions(button({ text: plain(size) })), 75],
    ['button value', (size) => actions(button({ value: text(size) })), 2000],
    ['button action_id', (size) => actions(button({ action_id: text(size) })), 255],
    ['button url', (size) => actions(button({ url: `https://e.org/${text(size - 14)}` })), 3000],
    ['confirm title', (size) => actions(button({ confirm: { text: plain(1), title: plain(size) } })), 100],
    ['confirm text', (size) => actions(button({ confirm: { text: plain(size) } })), 300],
    ['confirm button', (size) => actions(button({ confirm: { text: plain(1), confirm: plain(size) } })), 30],
    ['options', (size) => select({ options: many(size, option) }), 100],
    ['option text', (size) => select({ options: [{ text: plain(size), value: 'v' }] }), 75],
    ['option value', (size) => select({ options: [{ text: plain(1), value: text(size) }] }), 150],
    ['option description', (size) => select({ options: [{ ...option(0), description: plain(size) }] }), 75],
    [
      'option groups',
      (size) => select({ option_groups: many(size, () => ({ label: plain(1), options: [option(0)] })) }),
      100,
    ],
    ['group options', (size) => select({ option_groups: [{ label: plain(1), options: many(size, option) }] }), 100],
    ['placeholder', (size) => select({ options: [option(0)], placeholder: plain(size) }), 150],
    ['overflow options', (size) => actions({ type: 'overflow', options: many(size, option) }), 5],
    ['check boxes', (size) => actions({ type: 'checkboxes', options: many(size, option) }), 10],
    ['radio buttons', (size) => actions({ type: 'radio_buttons', options: many(size, option) }), 10],
    [
      'context actions',
      (size) => ({
        type: 'context_actions',
        elements: many(size, () => ({ type: 'icon_button', icon: 'trash', text: plain(1) })),
      }),
      5,
    ],
    ['markdown', (size) => ({ type: 'markdown', text: text(size) }), 12_000],
    ['image alt text', (size) => ({ type: 'image', image_url: 'https://e.org/a.png', alt_text: text(size) }), 2000],
    ['card body', (size) => ({ type: 'card', body: mrkdwn(size) }), 200],
    [
      'carousel',
      (size) => ({ type: 'carousel', elements: many(size, () => ({ type: 'card', title: mrkdwn(1) })) }),
      10,
    ],
    [
      'container',
      (size) => ({ type: 'container', title: plain(1), child_blocks: many(size, () => ({ type: 'divider' })) }),
      10,
    ],
    ['table rows', (size) => ({ type: 'table', rows: many(size, () => [{ type: 'raw_text', text: 'x' }]) }), 100],
    ['table columns', (size) => ({ type: 'table', rows: [many(size, () => ({ type: 'raw_text', text: 'x' }))] }), 20],
  ])('%s', (_name, make, max) => {
    expect(checkBlocks([make(max)], 'message')).toEqual([]);
    expect(checkBlocks([make(max + 1)], 'message')).not.toEqual([]);
  });

  test.each<[string, (size: number) => Json, number]>([
    ['input label', (size) => ({ ...input({ type: 'plain_text_input' }), label: plain(size) }), 2000],
    ['input hint', (size) => ({ ...input({ type: 'plain_text_input' }), hint: plain(size) }), 2000],
    ['input max_length', (size) => input({ type: 'plain_text_input', max_length: size }), 3000],
  ])('%s', (_name, make, max) => {
    expect(checkBlocks([make(max)], 'modal')).toEqual([]);
    expect(checkBlocks([make(max + 1)], 'modal')).not.toEqual([]);
  });

  test('blocks of a message and of a view', () => {
    const dividers = (count: number): Json[] => many(count, () => ({ type: 'divider' }));
    expect(checkBlocks(dividers(50), 'message')).toEqual([]);
    expect(checkBlocks(dividers(51), 'message')).not.toEqual([]);
    expect(checkBlocks(dividers(100), 'home')).toEqual([]);
    expect(checkBlocks(dividers(101), 'home')).not.toEqual([]);
  });

  test('markdown counts over all blocks of a message', () => {
    const blocks = many(2, () => ({ type: 'markdown', text: text(6001) }));
    expect(checkBlocks(blocks, 'message')).toEqual([
      { pointer: '/blocks', problem: 'markdown blocks must be less than 12001 characters together' },
    ]);
  });
});

describe('shapes', () => {
  test.each<[string, Json, string]>([
    ['no type', {}, '/blocks/0'],
    ['an unknown type', { type: 'heading' }, '/blocks/0'],
    ['an unknown field', { type: 'divider', colour: 'red' }, '/blocks/0'],
    ['an empty text', { type: 'section', text: plain(0) }, '/blocks/0/text/text'],
    ['a section with nothing', { type: 'section' }, '/blocks/0'],
    ['mrkdwn in a header', { type: 'header', text: mrkdwn(1) }, '/blocks/0/text'],
    ['a button in a context', { type: 'context', elements: [button()] }, '/blocks/0/elements/0'],
    ['an input in actions', actions({ type: 'plain_text_input' }), '/blocks/0/elements/0'],
    [
      'two equal action_ids',
      actions(button({ action_id: 'a' }), button({ action_id: 'a' })),
      '/blocks/0/elements/1/action_id',
    ],
    ['options and groups', select({ options: [option(0)], option_groups: [] }), '/blocks/0/elements/0'],
    ['no options', select({}), '/blocks/0/elements/0'],
    ['equal option values', select({ options: [option(0), option(0)] }), '/blocks/0/elements/0/options'],
    [
      'mrkdwn in a select',
      select({ options: [{ text: mrkdwn(1), value: 'v' }] }),
      '/blocks/0/elements/0/options/0/text',
    ],
    ['an address that is none', actions(button({ url: 'here' })), '/blocks/0/elements/0/url'],
    ['a wrong style', actions(button({ style: 'default' })), '/blocks/0/elements/0/style'],
    ['a bare title of a card', { type: 'card', title: 'bare' }, '/blocks/0/title'],
    ['a pending task', { type: 'task_card', task_id: '1', title: 't', status: 'pending' }, '/blocks/0/status'],
    [
      'rich text with an unknown element',
      { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'shout' }] }] },
      '/blocks/0/elements/0/elements/0',
    ],
  ])('%s', (_name, block, pointer) => {
    expect(checkBlocks([block], 'message').map((fault) => fault.pointer)).toContain(pointer);
  });

  test.each<[string, Json, string, string]>([
    ['missing', { type: 'header' }, '/blocks/0', 'missing required field: text'],
    ['missing, of several', { type: 'file', external_id: 'x' }, '/blocks/0', 'missing required field: source'],
    ['unknown', { type: 'divider', colour: 'red' }, '/blocks/0', 'invalid additional property: colour'],
    ['of no type', { type: 'header', text: {} }, '/blocks/0/text', 'unsupported type: undefined'],
    ['of another type', { type: 'section', text: { type: 'bold' } }, '/blocks/0/text', 'unsupported type: bold'],
    ['no string', { type: 'divider', block_id: 7 }, '/blocks/0/block_id', 'must be a string'],
    ['no object', { type: 'header', text: 'x' }, '/blocks/0/text', 'must be an object'],
    ['no list', { type: 'actions', elements: {} }, '/blocks/0/elements', 'must be an array'],
    ['an empty list', actions(), '/blocks/0/elements', 'no less than 1 items required'],
    ['too long', { type: 'header', text: plain(151) }, '/blocks/0/text/text', 'must be less than 151 characters'],
    ['empty', { type: 'header', text: plain(0) }, '/blocks/0/text/text', 'must be more than 0 characters'],
    ['too high', { type: 'header', text: plain(1), level: 7 }, '/blocks/0/level', 'must be no more than 6'],
    ['not offered', actions(button({ style: 'x' })), '/blocks/0/elements/0/style', 'must be one of: primary, danger'],
  ])("what is wrong is said in Slack's words: %s", (_name, block, pointer, problem) => {
    expect(checkBlocks([block], 'message')).toContainEqual({ pointer, problem });
  });

  test('one answer names every fault', () => {
    const block = { ...actions({ type: 'static_select', colour: 'red' }), block_id: text(256) };
    expect(checkBlocks([block, { type: 'header' }], 'message').map(({ problem }) => problem)).toEqual([
      'must be less than 256 characters',
      'invalid additional property: colour',
      'must have either options or option_groups',
      'missing required field: text',
    ]);
  });

  test('two equal block_ids', () => {
    const blocks = many(2, () => ({ type: 'divider', block_id: 'same' }));
    expect(checkBlocks(blocks, 'message').map(({ pointer }) => pointer)).toEqual(['/blocks/1/block_id']);
  });

  test.each([
    ['markdown', 'modal'],
    ['markdown', 'home'],
    ['context_actions', 'modal'],
    ['alert', 'message'],
    ['table', 'modal'],
  ] as const)('%s is not for a %s', (type, surface) => {
    const fault = { pointer: '/blocks/0', problem: `unsupported type: ${type}` };
    expect(checkBlocks([{ type, text: 'x' }], surface)).toContainEqual(fault);
  });

  test('no list is no blocks', () => {
    expect(checkBlocks('x', 'message')).not.toEqual([]);
    expect(checkBlocks(null, 'message')).not.toEqual([]);
    expect(checkBlocks([null, 7], 'message')).toHaveLength(2);
  });
});

describe('views', () => {
  const modal = (fields: Json = {}): Json => ({ type: 'modal', title: plain(5), blocks: [], ...fields });

  test.each<[string, Json, boolean]>([
    ['a modal', modal(), true],
    ['a title of 24', modal({ title: plain(24) }), true],
    ['a title of 25', modal({ title: plain(25) }), false],
    ['no title', { type: 'modal', blocks: [] }, false],
    ['private_metadata of 3000', modal({ private_metadata: text(3000) }), true],
    ['private_metadata of 3001', modal({ private_metadata: text(3001) }), false],
    ['an input without submit', modal({ blocks: [input({ type: 'plain_text_input' })] }), false],
    ['an input with submit', modal({ blocks: [input({ type: 'plain_text_input' })], submit: plain(4) }), true],
    ['an unknown field', modal({ size: 'large' }), false],
    ['a home', { type: 'home', blocks: [] }, false],
  ])('%s', (_name, view, isRight) => {
    expect(checkView(view, 'modal').length === 0).toBe(isRight);
  });
});

test('all texts of a message are counted together', () => {
  expect(countBlockText([{ type: 'section', text: mrkdwn(10), fields: [plain(5)] }, actions(button())])).toBe(20);
});

describe('whom a message notifies', () => {
  const nobody = { userIds: [], usergroupIds: [], channel: false, here: false, everyone: false };

  test.each<[string, string, Json[], Json]>([
    ['plain words', 'hello @channel and <https://example.org|@here>', [], {}],
    ['a person', 'hello <@U0AMARA001> and <@U0AMARA001|amara>', [], { userIds: ['U0AMARA001'] }],
    ['everybody', '<!channel> <!here|here> <!everyone>', [], { channel: true, here: true, everyone: true }],
    ['a group', '<!subteam^S0GROUP01|@group>', [], { usergroupIds: ['S0GROUP01'] }],
    ['escaped', '&lt;!channel&gt; &lt;@U0AMARA001&gt;', [], {}],
    ['a date is nobody', '<!date^1700000000^{date}|then>', [], {}],
    ['mrkdwn in a section', '', [{ type: 'section', text: { type: 'mrkdwn', text: '<!here>' } }], { here: true }],
    ['plain text', '', [{ type: 'header', text: { type: 'plain_text', text: '<!here> <@U0AMARA001>' } }], {}],
    ['markdown', '', [{ type: 'markdown', text: '> `<!channel>`' }], { channel: true }],
    [
      'rich text',
      '',
      [
        {
          type: 'rich_text',
          elements: [
            {
              type: 'rich_text_section',
              elements: [
                { type: 'user', user_id: 'U0AMARA001' },
                { type: 'broadcast', range: 'channel' },
                { type: 'text', text: '<!everyone>' },
              ],
            },
          ],
        },
      ],
      { userIds: ['U0AMARA001'], channel: true },
    ],
  ])('%s', (_name, given, blocks, expected) => {
    expect(toNotifies(given, blocks, [])).toEqual({ ...nobody, ...expected });
  });
});

const shared = findShared();

describe.runIf(shared !== null)('what Slack really sent', () => {
  const folder = join(shared ?? '', 'slack', 'payloads-real');
  const files = shared === null ? [] : readdirSync(folder);

  /** Lists of blocks anywhere in a payload, with the surface they stood on. */
  function findBlocks(value: unknown, surface: 'message' | 'modal'): [unknown[], 'message' | 'modal'][] {
    if (Array.isArray(value)) return value.flatMap((item) => findBlocks(item, surface));
    if (typeof value !== 'object' || value === null) return [];
    const here = 'type' in value && value.type === 'modal' ? 'modal' : surface;
    const own: [unknown[], 'message' | 'modal'][] =
      'blocks' in value && Array.isArray(value.blocks) ? [[value.blocks, here]] : [];
    return [...own, ...Object.values(value).flatMap((inner) => findBlocks(inner, here))];
  }

  test.each(files)('%s passes', (file) => {
    const lists = findBlocks(JSON.parse(readFileSync(join(folder, file), 'utf8')), 'message');
    for (const [blocks, surface] of lists) expect(checkBlocks(blocks, surface)).toEqual([]);
  });
});
