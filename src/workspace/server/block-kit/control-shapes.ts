// The elements of Block Kit: what each must and may have, and its limits. Pure.
// https://docs.slack.dev/reference/block-kit/block-elements
import { address, anything, both, type Check, flag, integer, list, oneOf, shape, text } from './shape.ts';
import {
  boxOption,
  confirmDialog,
  hasOptions,
  optionGroup,
  overflowOption,
  plainText,
  selectOption,
} from './text-shapes.ts';

const MAX_ID = 255;
const MAX_BUTTON_VALUE = 2000;

export const actionId = text({ max: MAX_ID });

const ACTION = { action_id: actionId };
const LABEL = { accessibility_label: text({ max: 75 }) };
const CONFIRMED = { confirm: confirmDialog };
const FOCUSED = { focus_on_load: flag };
const PLACEHOLDER = { placeholder: plainText({ max: 150 }) };
const DISPATCHED = {
  dispatch_action_config: shape(
    {},
    { trigger_actions_on: list(oneOf('on_enter_pressed', 'on_character_entered'), { max: 2 }) },
  ),
};
const STYLE = { style: oneOf('primary', 'danger') };
const SELECT = { ...ACTION, ...CONFIRMED, ...FOCUSED, ...PLACEHOLDER };
const MULTI = { ...SELECT, max_selected_items: integer({ min: 1 }) };
const OPTION_LISTS = {
  options: list(selectOption, { max: 100 }),
  option_groups: list(optionGroup, { max: 100 }),
};
const FILTER = {
  filter: shape(
    {},
    {
      include: list(oneOf('im', 'mpim', 'private', 'public')),
      exclude_external_shared_channels: flag,
      exclude_bot_users: flag,
    },
  ),
};
const DATE = text({ min: 10, max: 10 });
const MINI_BUTTON = shape({ text: plainText({ max: 75 }), value: text({ max: MAX_BUTTON_VALUE }) }, LABEL);
const IDS = list(text());

const button = shape(
  { text: plainText({ max: 75 }) },
  {
    ...ACTION,
    ...LABEL,
    ...CONFIRMED,
    ...STYLE,
    value: text({ max: MAX_BUTTON_VALUE }),
    url: address(),
  },
);

export const imageElement = shape(
  { alt_text: text({ max: 2000 }) },
  { image_url: address(), slack_file: shape({}, { id: text(), url: address() }) },
);

/** Every control by its `type`. */
const CONTROLS: Readonly<Record<string, Check>> = {
  button,
  channels_select: shape({}, { ...SELECT, initial_channel: text(), response_url_enabled: flag }),
  checkboxes: shape(
    { options: list(boxOption, { max: 10 }) },
    { ...ACTION, ...CONFIRMED, ...FOCUSED, initial_options: list(boxOption, { max: 10 }) },
  ),
  conversations_select: shape(
    {},
    {
      ...SELECT,
      ...FILTER,
      initial_conversation: text(),
      default_to_current_conversation: flag,
      response_url_enabled: flag,
    },
  ),
  datepicker: shape({}, { ...SELECT, initial_date: DATE }),
  datetimepicker: shape({}, { ...ACTION, ...CONFIRMED, ...FOCUSED, initial_date_time: integer() }),
  email_text_input: shape({}, { ...ACTION, ...FOCUSED, ...PLACEHOLDER, ...DISPATCHED, initial_value: text() }),
  external_select: shape({}, { ...SELECT, initial_option: selectOption, min_query_length: integer() }),
  feedback_buttons: shape({ positive_button: MINI_BUTTON, negative_button: MINI_BUTTON }, ACTION),
  file_input: shape({}, { ...ACTION, filetypes: list(text()), max_files: integer({ min: 1, max: 10 }) }),
  icon_button: shape(
    { icon: text(), text: plainText({ max: 75 }) },
    { ...ACTION, ...LABEL, ...CONFIRMED, value: text({ max: MAX_BUTTON_VALUE }), visible_to_user_ids: IDS },
  ),
  multi_channels_select: shape({}, { ...MULTI, initial_channels: IDS }),
  multi_conversations_select: shape(
    {},
    { ...MULTI, ...FILTER, initial_conversations: IDS, default_to_current_conversation: flag },
  ),
  multi_external_select: shape({}, { ...MULTI, initial_options: list(selectOption), min_query_length: integer() }),
  multi_static_select: both(shape({}, { ...MULTI, ...OPTION_LISTS, initial_options: list(selectOption) }), hasOptions),
  multi_users_select: shape({}, { ...MULTI, initial_users: IDS }),
  number_input: shape(
    { is_decimal_allowed: flag },
    {
      ...ACTION,
      ...FOCUSED,
      ...PLACEHOLDER,
      ...DISPATCHED,
      initial_value: text(),
      min_value: text(),
      max_value: text(),
    },
  ),
  overflow: shape({ options: list(overflowOption, { max: 5 }) }, { ...ACTION, ...CONFIRMED }),
  plain_text_input: shape(
    {},
    {
      ...ACTION,
      ...FOCUSED,
      ...PLACEHOLDER,
      ...DISPATCHED,
      initial_value: text({ min: 0 }),
      multiline: flag,
      min_length: integer({ max: 3000 }),
      max_length: integer({ min: 1, max: 3000 }),
    },
  ),
  radio_buttons: shape(
    { options: list(boxOption, { max: 10 }) },
    { ...ACTION, ...CONFIRMED, ...FOCUSED, initial_option: boxOption },
  ),
  rich_text_input: shape({}, { ...ACTION, ...FOCUSED, ...PLACEHOLDER, ...DISPATCHED, initial_value: anything }),
  static_select: both(shape({}, { ...SELECT, ...OPTION_LISTS, initial_option: selectOption }), hasOptions),
  timepicker: shape({}, { ...SELECT, initial_time: text({ min: 5, max: 5 }), timezone: text() }),
  url_text_input: shape({}, { ...ACTION, ...FOCUSED, ...PLACEHOLDER, ...DISPATCHED, initial_value: text() }),
  users_select: shape({}, { ...SELECT, initial_user: text() }),
  workflow_button: shape({ text: plainText({ max: 75 }), workflow: anything }, { ...ACTION, ...LABEL, ...STYLE }),
};

/** Only the controls named. */
export function controls(...types: readonly string[]): Readonly<Record<string, Check>> {
  return Object.fromEntries(Object.entries(CONTROLS).filter(([type]) => types.includes(type)));
}
