// The elements of Block Kit: what each must and may have, and its limits. Pure.
// https://docs.slack.dev/reference/block-kit/block-elements
import * as z from 'zod/mini';
import { type Fields, flag, integer, list, object, oneOf, shape, text, typeOf, url } from './schemas.ts';
import { boxOption, confirmDialog, optionGroup, overflowOption, plainText, selectOption } from './text-shapes.ts';

const ACTION = { action_id: text(255) };
const LABEL = { accessibility_label: text(75) };
const CONFIRMED = { confirm: confirmDialog };
const FOCUSED = { focus_on_load: flag };
const PLACEHOLDER = { placeholder: plainText(150) };
const STYLE = { style: z.enum(['primary', 'danger']) };
const TEXT = { text: plainText(75) };
const VALUE = { value: text(2000) };
const IDS = list(text());
const INPUT = {
  ...ACTION,
  ...FOCUSED,
  ...PLACEHOLDER,
  dispatch_action_config: object(
    {},
    { trigger_actions_on: list(z.enum(['on_enter_pressed', 'on_character_entered']), 2) },
  ),
};
const SELECT = { ...ACTION, ...CONFIRMED, ...FOCUSED, ...PLACEHOLDER };
const MULTI = { ...SELECT, max_selected_items: integer(1) };
const CONVERSATIONS = {
  default_to_current_conversation: flag,
  filter: object(
    {},
    {
      include: list(z.enum(['im', 'mpim', 'private', 'public'])),
      exclude_external_shared_channels: flag,
      exclude_bot_users: flag,
    },
  ),
};
const BOXES = { options: list(boxOption, 10) };
const CHOICE = { ...ACTION, ...CONFIRMED, ...FOCUSED };
const MINI_BUTTON = object({ ...TEXT, ...VALUE }, LABEL);

/** Where a picture comes from. */
export const IMAGE_SOURCE = { image_url: url, slack_file: object({}, { id: text(), url }) };
export const imageElement = shape('image', { alt_text: text(2000) }, IMAGE_SOURCE);

/** `options` or `option_groups`, not both, and each option with a value of its own. */
function withOptions(type: string, optional: Fields): z.ZodMiniObject {
  const lists = { options: list(selectOption, 100), option_groups: list(optionGroup, 100) };
  // `when`: also where something else is wrong, so that one answer names every fault.
  return shape(type, {}, { ...lists, ...optional }).check(
    z.refine((element) => (element['options'] === undefined) !== (element['option_groups'] === undefined), {
      error: 'must have either options or option_groups',
      when: () => true,
    }),
    z.refine((element) => haveOwnValues(element['options']), {
      error: 'options must have different values',
      path: ['options'],
    }),
  );
}

function haveOwnValues(options: unknown): boolean {
  const values = z.array(z.object({ value: z.string() })).safeParse(options).data ?? [];
  return new Set(values.map(({ value }) => value)).size === values.length;
}

const button = shape('button', TEXT, { ...ACTION, ...LABEL, ...CONFIRMED, ...STYLE, ...VALUE, url });
const overflow = shape('overflow', { options: list(overflowOption, 5) }, { ...ACTION, ...CONFIRMED });
const workflowButton = shape('workflow_button', { ...TEXT, workflow: z.unknown() }, { ...ACTION, ...LABEL, ...STYLE });
const dateTime = shape('datetimepicker', {}, { ...CHOICE, initial_date_time: integer() });
const richTextInput = shape('rich_text_input', {}, { ...INPUT, initial_value: z.unknown() });

const CHOICES = [
  shape('channels_select', {}, { ...SELECT, initial_channel: text(), response_url_enabled: flag }),
  shape('checkboxes', BOXES, { ...CHOICE, initial_options: list(boxOption, 10) }),
  shape(
    'conversations_select',
    {},
    { ...SELECT, ...CONVERSATIONS, initial_conversation: text(), response_url_enabled: flag },
  ),
  shape('datepicker', {}, { ...SELECT, initial_date: text(10, 10) }),
  shape('external_select', {}, { ...SELECT, initial_option: selectOption, min_query_length: integer() }),
  shape('multi_channels_select', {}, { ...MULTI, initial_channels: IDS }),
  shape('multi_conversations_select', {}, { ...MULTI, ...CONVERSATIONS, initial_conversations: IDS }),
  shape('multi_external_select', {}, { ...MULTI, initial_options: list(selectOption), min_query_length: integer() }),
  withOptions('multi_static_select', { ...MULTI, initial_options: list(selectOption) }),
  shape('multi_users_select', {}, { ...MULTI, initial_users: IDS }),
  shape('radio_buttons', BOXES, { ...CHOICE, initial_option: boxOption }),
  withOptions('static_select', { ...SELECT, initial_option: selectOption }),
  shape('timepicker', {}, { ...SELECT, initial_time: text(5, 5), timezone: text() }),
  shape('users_select', {}, { ...SELECT, initial_user: text() }),
];

const IN_ACTIONS = [button, overflow, workflowButton, dateTime, richTextInput, ...CHOICES];

const IN_INPUT = [
  dateTime,
  richTextInput,
  ...CHOICES,
  shape('email_text_input', {}, { ...INPUT, initial_value: text() }),
  shape('file_input', {}, { ...ACTION, filetypes: list(text()), max_files: integer(1, 10) }),
  shape(
    'number_input',
    { is_decimal_allowed: flag },
    { ...INPUT, initial_value: text(), min_value: text(), max_value: text() },
  ),
  shape(
    'plain_text_input',
    {},
    {
      ...INPUT,
      initial_value: text(3000, 0),
      multiline: flag,
      min_length: integer(0, 3000),
      max_length: integer(1, 3000),
    },
  ),
  shape('url_text_input', {}, { ...INPUT, initial_value: text() }),
];

const IN_CONTEXT = [
  shape('feedback_buttons', { positive_button: MINI_BUTTON, negative_button: MINI_BUTTON }, ACTION),
  shape(
    'icon_button',
    { icon: text(), ...TEXT },
    { ...ACTION, ...LABEL, ...CONFIRMED, ...VALUE, visible_to_user_ids: IDS },
  ),
];

/** In a row of actions. */
export const actionControl = oneOf(...IN_ACTIONS);
/** In an input block. */
export const inputControl = oneOf(...IN_INPUT);
/** In a row of context actions. */
export const contextControl = oneOf(...IN_CONTEXT);
/** Beside a section. */
export const accessory = oneOf(button, overflow, workflowButton, imageElement, ...CHOICES);
/** On a card. */
export const cardControl = oneOf(button);

/** The `type` of everything that a person can use: each has an `action_id`. */
export const CONTROL_TYPES: ReadonlySet<string> = new Set([...IN_ACTIONS, ...IN_INPUT, ...IN_CONTEXT].map(typeOf));
