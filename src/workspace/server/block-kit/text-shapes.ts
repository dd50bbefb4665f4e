// Texts, options and confirmation dialogs: the small objects of Block Kit and their limits. Pure.
// https://docs.slack.dev/reference/block-kit/composition-objects
import { isObject } from '../state/json.ts';
import { address, both, byType, type Check, fault, flag, list, oneOf, type Range, shape, text } from './shape.ts';

export function plainText(limit: Range): Check {
  return byType({ plain_text: shape({ text: text(limit) }, { emoji: flag }) });
}

export function mrkdwn(limit: Range): Check {
  return byType({ mrkdwn: shape({ text: text(limit) }, { verbatim: flag }) });
}

export function anyText(limit: Range): Check {
  return byType({
    plain_text: shape({ text: text(limit) }, { emoji: flag }),
    mrkdwn: shape({ text: text(limit) }, { verbatim: flag }),
  });
}

const MAX_OPTION = 75;
const MAX_OPTION_VALUE = 150;

const OPTION_PARTS = { description: plainText({ max: MAX_OPTION }) };

/** Of selects: plain text, and no address. */
export const selectOption = shape(
  { text: plainText({ max: MAX_OPTION }), value: text({ max: MAX_OPTION_VALUE }) },
  OPTION_PARTS,
);
/** Of check boxes and radio buttons: may be mrkdwn. */
export const boxOption = shape(
  { text: anyText({ max: MAX_OPTION }), value: text({ max: MAX_OPTION_VALUE }) },
  { description: anyText({ max: MAX_OPTION }) },
);
/** Of overflow menus: may lead to an address. */
export const overflowOption = shape(
  { text: plainText({ max: MAX_OPTION }), value: text({ max: MAX_OPTION_VALUE }) },
  { ...OPTION_PARTS, url: address() },
);

export const optionGroup = shape({
  label: plainText({ max: MAX_OPTION }),
  options: list(selectOption, { max: 100 }),
});

/** Either `options` or `option_groups`, with values that differ. */
export const hasOptions: Check = both(
  (value, pointer) => {
    if (!isObject(value)) return [];
    const given = ['options', 'option_groups'].filter((key) => value[key] !== undefined);
    return given.length === 1 ? [] : fault(pointer, 'must have either options or option_groups');
  },
  (value, pointer) => (isObject(value) ? findTwins(value['options'], `${pointer}/options`) : []),
);

function findTwins(options: unknown, pointer: string): ReturnType<Check> {
  const values = Array.isArray(options) ? options.filter(isObject).map((option) => option['value']) : [];
  return new Set(values).size === values.length ? [] : fault(pointer, 'options must have different values');
}

export const confirmDialog = shape(
  { text: anyText({ max: 300 }) },
  {
    title: plainText({ max: 100 }),
    confirm: plainText({ max: 30 }),
    deny: plainText({ max: 30 }),
    style: oneOf('primary', 'danger'),
  },
);
