// The blocks of Block Kit: what each must and may have, and its limits. Pure.
// https://docs.slack.dev/reference/block-kit/blocks
import * as z from 'zod/mini';
import {
  accessory,
  actionControl,
  cardControl,
  contextControl,
  IMAGE_SOURCE,
  imageElement,
  inputControl,
} from './control-shapes.ts';
import { richText } from './rich-text-shapes.ts';
import { flag, integer, list, object, oneOf, shape, text, url } from './schemas.ts';
import { anyText, mrkdwn, plainText } from './text-shapes.ts';

const ID = { block_id: text(255) };

const actions = shape('actions', { elements: list(actionControl, 25) }, ID);
const context = shape('context', { elements: list(oneOf(imageElement, plainText(2000), mrkdwn(2000)), 10) }, ID);
const divider = shape('divider', {}, ID);
const file = shape('file', { source: z.enum(['remote']), external_id: text() }, ID);
const header = shape('header', { text: plainText(150) }, { ...ID, level: integer(1, 6) });
const image = shape('image', { alt_text: text(2000) }, { ...ID, ...IMAGE_SOURCE, title: plainText(2000) });
const input = shape(
  'input',
  { label: plainText(2000), element: inputControl },
  { ...ID, hint: plainText(2000), optional: flag, dispatch_action: flag },
);
const richTextBlock = shape('rich_text', { elements: richText }, ID);
const section = shape(
  'section',
  {},
  { ...ID, text: anyText(3000), fields: list(anyText(2000), 10), accessory, expand: flag },
).check(
  z.refine((block) => block['text'] !== undefined || block['fields'] !== undefined, {
    error: 'missing required field: text or fields',
    when: () => true,
  }),
);

const cell = oneOf(
  shape('raw_text', { text: text(10_000) }),
  shape('raw_number', { value: z.unknown(), text: text(10_000) }),
  richTextBlock,
);
const row = list(cell, 20);
const column = object({}, { align: z.enum(['left', 'center', 'right']), is_wrapped: flag });
const table = shape('table', { rows: list(row, 100) }, { ...ID, column_settings: list(column, 20) });

const video = shape(
  'video',
  { video_url: url, thumbnail_url: url, alt_text: text(2000), title: plainText(199) },
  {
    ...ID,
    title_url: url,
    author_name: text(49),
    provider_name: text(),
    provider_icon_url: url,
    description: plainText(200),
  },
);

const card = shape(
  'card',
  {},
  {
    ...ID,
    hero_image: imageElement,
    icon: imageElement,
    title: mrkdwn(150),
    subtitle: mrkdwn(150),
    body: mrkdwn(200),
    actions: list(cardControl, 3),
  },
);

const taskCard = shape(
  'task_card',
  { task_id: text(), title: text(), status: z.enum(['in_progress', 'complete', 'error']) },
  { ...ID, details: richTextBlock, output: richTextBlock, sources: list(z.unknown()) },
);

/** What a container may hold. */
const CONTAINED = [actions, context, divider, file, header, image, input, richTextBlock, section, table, video];

/** Every block. */
export const BLOCKS = [
  ...CONTAINED,
  card,
  taskCard,
  shape('alert', { text: anyText(3000) }, { ...ID, level: z.enum(['default', 'info', 'warning', 'error', 'success']) }),
  shape('carousel', { elements: list(oneOf(card), 10) }, ID),
  shape(
    'container',
    { child_blocks: list(oneOf(...CONTAINED), 10) },
    {
      ...ID,
      title: plainText(150),
      rich_text_title: richTextBlock,
      subtitle: anyText(150),
      width: z.enum(['narrow', 'standard', 'wide', 'full']),
      icon: imageElement,
      is_collapsible: flag,
      default_collapsed: flag,
      has_header_divider: flag,
    },
  ),
  shape('context_actions', { elements: list(contextControl, 5) }, ID),
  shape(
    'data_table',
    { rows: list(row, 201, 2), caption: text() },
    { ...ID, page_size: integer(1, 100), row_header_column_index: integer(0, 19) },
  ),
  shape('markdown', { text: text(12_000) }, ID),
  shape('plan', { title: text() }, { ...ID, tasks: list(oneOf(taskCard)) }),
];
