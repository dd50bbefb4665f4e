// Rich text: what people's messages consist of. Pure.
// https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
import * as z from 'zod/mini';
import { flag, integer, list, object, oneOf, shape, text, url } from './schemas.ts';

const MAX_TEXT = 40_000;
const STYLES = ['bold', 'italic', 'strike', 'code', 'underline', 'highlight', 'client_highlight', 'unlink'];
const STYLE = { style: object({}, Object.fromEntries(STYLES.map((style) => [style, flag]))) };
const BORDER = { border: integer(0, 1) };

const element = oneOf(
  shape('text', { text: text(MAX_TEXT) }, STYLE),
  shape('link', { url }, { ...STYLE, text: text(MAX_TEXT), unsafe: flag }),
  shape('user', { user_id: text() }, STYLE),
  shape('usergroup', { usergroup_id: text() }, STYLE),
  shape('channel', { channel_id: text() }, STYLE),
  shape('team', { team_id: text() }, STYLE),
  shape('emoji', { name: text() }, { ...STYLE, unicode: text(), url, skin_tone: z.unknown() }),
  shape('date', { timestamp: integer(), format: text() }, { ...STYLE, url, fallback: text() }),
  shape('broadcast', { range: z.enum(['here', 'channel', 'everyone']) }, STYLE),
  shape('color', { value: text() }, STYLE),
);

const elements = z.array(element);
const section = shape('rich_text_section', { elements });

/** The `elements` of a block of rich text. */
export const richText = list(
  oneOf(
    section,
    shape(
      'rich_text_list',
      { style: z.enum(['bullet', 'ordered']), elements: list(section) },
      { ...BORDER, indent: integer(0, 8), offset: integer() },
    ),
    shape('rich_text_quote', { elements }, BORDER),
    shape('rich_text_preformatted', { elements }, { ...BORDER, language: text() }),
  ),
);
