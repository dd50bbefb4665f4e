// Rich text blocks as they are read for drawing.
import type { RichTextBlockElement } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { parseRichText } from '../../../../src/workspace/page/text/parse-rich-text.ts';

const parse = (...elements: RichTextBlockElement[]) => parseRichText({ type: 'rich_text', elements });
const item = (value: string) => ({
  type: 'rich_text_section' as const,
  elements: [{ type: 'text' as const, text: value }],
});
const drawn = (value: string) => ({ kind: 'paragraph', children: [{ kind: 'text', text: value }] });

describe('parseRichText', () => {
  it('wraps a text in all its styles', () => {
    expect(
      parse({
        type: 'rich_text_section',
        elements: [{ type: 'text', text: 'x', style: { bold: true, italic: true } }],
      }),
    ).toEqual([
      {
        kind: 'paragraph',
        children: [{ kind: 'strong', children: [{ kind: 'emphasis', children: [{ kind: 'text', text: 'x' }] }] }],
      },
    ]);
  });

  it('puts a list with an indent into the item before it', () => {
    expect(
      parse(
        { type: 'rich_text_list', style: 'bullet', indent: 0, elements: [item('a')] },
        { type: 'rich_text_list', style: 'ordered', indent: 1, elements: [item('b')] },
        { type: 'rich_text_list', style: 'bullet', indent: 0, elements: [item('c')] },
      ),
    ).toEqual([
      {
        kind: 'list',
        ordered: false,
        start: 1,
        items: [
          {
            checked: null,
            children: [
              drawn('a'),
              { kind: 'list', ordered: true, start: 1, items: [{ checked: null, children: [drawn('b')] }] },
            ],
          },
          { checked: null, children: [drawn('c')] },
        ],
      },
    ]);
  });

  it('never makes a link of an address that runs code', () => {
    expect(
      parse({ type: 'rich_text_section', elements: [{ type: 'link', url: 'javascript:alert(1)', text: 'x' }] }),
    ).toEqual([drawn('x')]);
  });

  it('breaks lines where the text does', () => {
    expect(parse(item('a\nb'))).toEqual([
      { kind: 'paragraph', children: [{ kind: 'text', text: 'a' }, { kind: 'break' }, { kind: 'text', text: 'b' }] },
    ]);
  });
});
