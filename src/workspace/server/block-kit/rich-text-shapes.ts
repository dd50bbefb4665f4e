// Rich text: what people's messages consist of. Pure.
// https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
import { address, anything, byType, flag, integer, list, oneOf, shape, text } from './shape.ts';

const STYLE = {
  style: shape(
    {},
    {
      bold: flag,
      italic: flag,
      strike: flag,
      code: flag,
      underline: flag,
      highlight: flag,
      client_highlight: flag,
      unlink: flag,
    },
  ),
};
const BORDER = { border: integer({ max: 1 }) };

const element = byType({
  text: shape({ text: text({ max: 40_000 }) }, STYLE),
  link: shape({ url: address() }, { ...STYLE, text: text({ max: 40_000 }), unsafe: flag }),
  user: shape({ user_id: text() }, STYLE),
  usergroup: shape({ usergroup_id: text() }, STYLE),
  channel: shape({ channel_id: text() }, STYLE),
  team: shape({ team_id: text() }, STYLE),
  emoji: shape({ name: text() }, { ...STYLE, unicode: text(), url: address(), skin_tone: anything }),
  date: shape({ timestamp: integer(), format: text() }, { ...STYLE, url: address(), fallback: text() }),
  broadcast: shape({ range: oneOf('here', 'channel', 'everyone') }, STYLE),
  color: shape({ value: text() }, STYLE),
});

const section = shape({ elements: list(element, { min: 0 }) });

export const richText = list(
  byType({
    rich_text_section: section,
    rich_text_list: shape(
      { style: oneOf('bullet', 'ordered'), elements: list(byType({ rich_text_section: section })) },
      { ...BORDER, indent: integer({ max: 8 }), offset: integer() },
    ),
    rich_text_quote: shape({ elements: list(element, { min: 0 }) }, BORDER),
    rich_text_preformatted: shape({ elements: list(element, { min: 0 }) }, { ...BORDER, language: text() }),
  }),
);
