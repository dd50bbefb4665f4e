// Markdown blocks as they are read for drawing.
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../../src/workspace/page/text/parse-markdown.ts';

const text = (value: string) => ({ kind: 'text', text: value }) as const;
const paragraph = (value: string) => ({ kind: 'paragraph', children: [text(value)] }) as const;

describe('parseMarkdown', () => {
  it('keeps headings, nested lists and where a list starts', () => {
    expect(parseMarkdown('# Head\n\n3. one\n   - inner\n4. two')).toEqual([
      { kind: 'heading', children: [text('Head')] },
      {
        kind: 'list',
        ordered: true,
        start: 3,
        items: [
          {
            checked: null,
            children: [
              paragraph('one'),
              { kind: 'list', ordered: false, start: 1, items: [{ checked: null, children: [paragraph('inner')] }] },
            ],
          },
          { checked: null, children: [paragraph('two')] },
        ],
      },
    ]);
  });

  it('keeps tables with their alignment', () => {
    expect(parseMarkdown('| a | b |\n| --- | ---: |\n| 1 | 2 |')).toEqual([
      { kind: 'table', align: [null, 'right'], head: [[text('a')], [text('b')]], rows: [[[text('1')], [text('2')]]] },
    ]);
  });

  it('keeps tasks, code and rules', () => {
    expect(parseMarkdown('- [x] done\n- [ ] open\n\n---\n\n```js\nx\n```')).toEqual([
      {
        kind: 'list',
        ordered: false,
        start: 1,
        items: [
          { checked: true, children: [paragraph('done')] },
          { checked: false, children: [paragraph('open')] },
        ],
      },
      { kind: 'rule' },
      { kind: 'code-block', text: 'x' },
    ]);
  });

  it('makes links of http, https and mailto alone, also by reference', () => {
    const links = JSON.stringify(
      parseMarkdown(
        '[a](javascript:alert(1)) [b](data:text/html,x) [c](/relative) [d][ref]\n\n[ref]: https://d.example/',
      ),
    );
    expect(links.match(/"url":"[^"]*"/g)).toEqual(['"url":"https://d.example/"']);
  });

  it('draws raw HTML as text and an image as a link to it', () => {
    expect(parseMarkdown('a <b>b</b> ![pic](https://e.example/p.png)')).toEqual([
      {
        kind: 'paragraph',
        children: [
          text('a '),
          text('<b>'),
          text('b'),
          text('</b>'),
          text(' '),
          { kind: 'link', url: 'https://e.example/p.png', children: [text('pic')] },
        ],
      },
    ]);
    expect(parseMarkdown('<script>alert(1)</script>')).toEqual([paragraph('<script>alert(1)</script>')]);
  });

  it('leaves mentions and broadcasts of Slack as the text they are there', () => {
    expect(JSON.stringify(parseMarkdown('<!channel> and <@U1>'))).toContain('<!channel> and <@U1>');
  });
});
