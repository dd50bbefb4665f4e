// Slack's own markup as it is read for drawing, hostile texts above all.
import { describe, expect, it } from 'vitest';
import { parseMrkdwn } from '../../../../src/workspace/page/text/parse-mrkdwn.ts';
import type { Inline, TextNode } from '../../../../src/workspace/page/text/text-node.ts';

/** The tree in one line: `p(` … `)` and so on, so that an expectation can be read. */
function show(nodes: readonly TextNode[]): string {
  return nodes.map(showNode).join(' ');
}

function showNode(node: TextNode): string {
  switch (node.kind) {
    case 'paragraph':
    case 'heading':
      return `${node.kind}(${node.children.map(showInline).join('')})`;
    case 'quote':
      return `quote(${show(node.children)})`;
    case 'code-block':
      return `code-block(${node.text})`;
    case 'list':
    case 'table':
    case 'rule':
      return node.kind;
  }
}

function showInline(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'strong':
    case 'emphasis':
    case 'strike':
      return `${inline.kind}[${inline.children.map(showInline).join('')}]`;
    case 'code':
      return `code[${inline.text}]`;
    case 'link':
      return `link[${inline.url} ${inline.children.map(showInline).join('')}]`;
    case 'user':
    case 'channel':
      return `${inline.kind}[${inline.id}${inline.label === null ? '' : ` ${inline.label}`}]`;
    case 'broadcast':
      return `broadcast[${inline.label}]`;
    case 'date':
      return `date[${inline.seconds} ${inline.format} ${inline.fallback}]`;
    case 'break':
      return '⏎';
  }
}

const cases: readonly (readonly [string, string, string])[] = [
  ['plain words', 'hello there', 'paragraph(hello there)'],
  ['emphasis', '*bold* _italic_ ~gone~ `code`', 'paragraph(strong[bold] emphasis[italic] strike[gone] code[code])'],
  ['emphasis inside emphasis', '*bold _and italic_*', 'paragraph(strong[bold emphasis[and italic]])'],
  ['marks inside words', 'a_b_c and 2*3*4', 'paragraph(a_b_c and 2*3*4)'],
  ['a lonely mark', '* not a list', 'paragraph(* not a list)'],
  ['marks over two lines', '*one\ntwo*', 'paragraph(*one⏎two*)'],
  ['what Markdown would take for a heading', '# not a heading', 'paragraph(# not a heading)'],
  [
    'what Markdown would take for a link',
    '[a](https://b.example)',
    'paragraph([a](link[https://b.example/ https://b.example]))',
  ],
  ['entities', 'a &amp; b &lt;c&gt; &amp;lt;', 'paragraph(a & b <c> &lt;)'],
  ['a link', '<https://a.example/x?a=1&amp;b=2|label>', 'paragraph(link[https://a.example/x?a=1&b=2 label])'],
  ['a link without a label', '<https://a.example>', 'paragraph(link[https://a.example/ https://a.example])'],
  [
    'a bare address and its full stop',
    'see https://a.example/b.',
    'paragraph(see link[https://a.example/b https://a.example/b].)',
  ],
  ['mail', '<mailto:a@b.example|a@b.example>', 'paragraph(link[mailto:a@b.example a@b.example])'],
  ['a script as a link', '<javascript:alert(1)|click>', 'paragraph(<javascript:alert(1)|click>)'],
  [
    'data and files as links',
    '<data:text/html,x|a> <file:///etc|b>',
    'paragraph(<data:text/html,x|a> <file:///etc|b>)',
  ],
  ['HTML', '<img src=x onerror=alert(1)>', 'paragraph(<img src=x onerror=alert(1)>)'],
  ['mentions', '<@U1ABC> <#C1ABC|general>', 'paragraph(user[U1ABC] channel[C1ABC general])'],
  ['broadcasts', '<!channel> <!here|here>', 'paragraph(broadcast[@channel] broadcast[@here])'],
  ['a group', '<!subteam^S1|@hiring>', 'paragraph(broadcast[@hiring])'],
  ['a date', '<!date^86400^{date_short}|2 Jan>', 'paragraph(date[86400 {date_short} 2 Jan])'],
  ['emoji, known and unknown', ':wave: :no_such_thing: 12:30:45', 'paragraph(👋 :no_such_thing: 12:30:45)'],
  ['a quote', '&gt; said\n&gt; so\nand on', 'quote(paragraph(said⏎so)) paragraph(and on)'],
  ['a code block', 'look:\n```\n*x* <@U1ABC>\n```', 'paragraph(look:) code-block(*x* <@U1ABC>)'],
  ['an open code block', 'a ``` b', 'paragraph(a ``` b)'],
  ['nothing', '', ''],
];

describe('parseMrkdwn', () => {
  it.each(cases)('reads %s', (_name, text, expected) => {
    expect(show(parseMrkdwn(text))).toBe(expected);
  });

  it('survives 40,000 characters of nothing but marks', () => {
    expect(show(parseMrkdwn('*_~`<'.repeat(8000)))).toContain('paragraph(');
  });
});
