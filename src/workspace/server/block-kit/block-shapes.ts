// The blocks of Block Kit: what each must and may have, and its limits. Pure.
// https://docs.slack.dev/reference/block-kit/blocks
import { isObject } from '../state/json.ts';
import { controls, imageElement } from './control-shapes.ts';
import { richText } from './rich-text-shapes.ts';
import {
  address,
  anything,
  both,
  byType,
  type Check,
  fault,
  flag,
  integer,
  list,
  oneOf,
  shape,
  text,
} from './shape.ts';
import { anyText, mrkdwn, plainText } from './text-shapes.ts';

const ID = { block_id: text({ max: 255 }) };

const SELECTS = ['static', 'external', 'users', 'conversations', 'channels'].flatMap((kind) => [
  `${kind}_select`,
  `multi_${kind}_select`,
]);
const PICKERS = ['datepicker', 'timepicker', 'checkboxes', 'radio_buttons'];
const TEXT_INPUTS = ['plain_text_input', 'email_text_input', 'url_text_input', 'number_input', 'rich_text_input'];

const IN_ACTIONS = [
  'button',
  'overflow',
  'datetimepicker',
  'workflow_button',
  'rich_text_input',
  ...SELECTS,
  ...PICKERS,
];
const IN_INPUT = ['datetimepicker', 'file_input', ...TEXT_INPUTS, ...SELECTS, ...PICKERS];
const IN_SECTION = ['button', 'overflow', 'workflow_button', ...SELECTS, ...PICKERS];

const IMAGE_SOURCE = { image_url: address(), slack_file: shape({}, { id: text(), url: address() }) };
const richTextBlock = byType({ rich_text: shape({ elements: richText }, ID) });

const needsTextOrFields: Check = (value, pointer) =>
  isObject(value) && value['text'] === undefined && value['fields'] === undefined
    ? fault(pointer, 'missing required field: text or fields')
    : [];

const card = shape(
  {},
  {
    ...ID,
    hero_image: byType({ image: imageElement }),
    icon: byType({ image: imageElement }),
    title: mrkdwn({ max: 150 }),
    subtitle: mrkdwn({ max: 150 }),
    body: mrkdwn({ max: 200 }),
    actions: list(byType(controls('button')), { max: 3 }),
  },
);

const cell = byType({
  raw_text: shape({ text: text({ max: 10_000 }) }),
  raw_number: shape({ value: anything, text: text({ max: 10_000 }) }),
  rich_text: shape({ elements: richText }, ID),
});

const taskCard = shape(
  { task_id: text(), title: text(), status: oneOf('in_progress', 'complete', 'error') },
  { ...ID, details: richTextBlock, output: richTextBlock, sources: list(anything) },
);

/** Every block by its `type`. */
export const BLOCKS: Readonly<Record<string, Check>> = {
  actions: shape({ elements: list(byType(controls(...IN_ACTIONS)), { max: 25 }) }, ID),
  alert: shape(
    { text: anyText({ max: 3000 }) },
    { ...ID, level: oneOf('default', 'info', 'warning', 'error', 'success') },
  ),
  card,
  carousel: shape({ elements: list(byType({ card }), { max: 10 }) }, ID),
  container: shape(
    { child_blocks: list((value, pointer) => containerChild(value, pointer), { max: 10 }) },
    {
      ...ID,
      title: plainText({ max: 150 }),
      rich_text_title: richTextBlock,
      subtitle: anyText({ max: 150 }),
      width: oneOf('narrow', 'standard', 'wide', 'full'),
      icon: byType({ image: imageElement }),
      is_collapsible: flag,
      default_collapsed: flag,
      has_header_divider: flag,
    },
  ),
  context: shape({ elements: list(contextElement, { max: 10 }) }, ID),
  context_actions: shape({ elements: list(byType(controls('feedback_buttons', 'icon_button')), { max: 5 }) }, ID),
  data_table: shape(
    { rows: list(list(cell, { max: 20 }), { min: 2, max: 201 }), caption: text() },
    { ...ID, page_size: integer({ min: 1, max: 100 }), row_header_column_index: integer({ max: 19 }) },
  ),
  divider: shape({}, ID),
  file: shape({ source: oneOf('remote'), external_id: text() }, ID),
  header: shape({ text: plainText({ max: 150 }) }, { ...ID, level: integer({ min: 1, max: 6 }) }),
  image: shape({ alt_text: text({ max: 2000 }) }, { ...ID, ...IMAGE_SOURCE, title: plainText({ max: 2000 }) }),
  input: shape(
    { label: plainText({ max: 2000 }), element: byType(controls(...IN_INPUT)) },
    { ...ID, hint: plainText({ max: 2000 }), optional: flag, dispatch_action: flag },
  ),
  markdown: shape({ text: text({ max: 12_000 }) }, ID),
  plan: shape({ title: text() }, { ...ID, tasks: list(byType({ task_card: taskCard })) }),
  rich_text: shape({ elements: richText }, ID),
  section: both(
    shape(
      {},
      {
        ...ID,
        text: anyText({ max: 3000 }),
        fields: list(anyText({ max: 2000 }), { max: 10 }),
        accessory: byType({ ...controls(...IN_SECTION), image: imageElement }),
        expand: flag,
      },
    ),
    needsTextOrFields,
  ),
  table: shape(
    { rows: list(list(cell, { max: 20 }), { max: 100 }) },
    {
      ...ID,
      column_settings: list(shape({}, { align: oneOf('left', 'center', 'right'), is_wrapped: flag }), { max: 20 }),
    },
  ),
  task_card: taskCard,
  video: shape(
    {
      video_url: address(),
      thumbnail_url: address(),
      alt_text: text({ max: 2000 }),
      title: plainText({ max: 199 }),
    },
    {
      ...ID,
      title_url: address(),
      author_name: text({ max: 49 }),
      provider_name: text(),
      provider_icon_url: address(),
      description: plainText({ max: 200 }),
    },
  ),
};

const CONTAINED = new Set([
  'actions',
  'context',
  'divider',
  'file',
  'header',
  'image',
  'input',
  'rich_text',
  'section',
  'table',
  'video',
]);

function containerChild(value: unknown, pointer: string): ReturnType<Check> {
  return byType(Object.fromEntries(Object.entries(BLOCKS).filter(([type]) => CONTAINED.has(type))))(value, pointer);
}

function contextElement(value: unknown, pointer: string): ReturnType<Check> {
  if (isObject(value) && value['type'] === 'image') return imageElement(value, pointer);
  return anyText({ max: 2000 })(value, pointer);
}
