// Whatever stands in a note, a question or a name: nothing of it becomes a live mention or a link that it should not be.
import { describe, expect, test } from 'vitest';
import { cutText, escapeMrkdwn, neutraliseMentions, toBoldLink, toLink } from '../../../src/slack/blocks/mrkdwn.ts';

const OPENERS = [
  '<',
  '&lt;',
  '&LT;',
  '&#60;',
  '&#060;',
  '&#x3c;',
  '&#X3C;',
  '<<',
  '&lt;&lt;',
  '<\u200b',
  '< ',
  '&amp;lt;',
];
const TARGETS = ['!channel', '!here', '!everyone', '!subteam^S0TEAM', '@U0PRIYA001', '#C0QUESTION', '!date^1^{date}'];
const ENDS = ['>', '&gt;', '&#62;', '|label>', '|<!here>>', '', '\n>', '>!channel>'];

const hostile = OPENERS.flatMap((opener) =>
  TARGETS.flatMap((target) => ENDS.map((end) => `before ${opener}${target}${end} after`)),
);

/** What a reader of Markdown and of Slack's own markup could make of it: entities decoded, twice. */
function decode(text: string): string {
  const once = (value: string) =>
    value
      .replace(/&#x0*3c;?/gi, '<')
      .replace(/&#0*60;?/g, '<')
      .replace(/&lt;?/gi, '<')
      .replace(/&amp;/gi, '&');
  return once(once(text));
}

describe('neutraliseMentions', () => {
  test('leaves nothing that could be read as a mention, however it is written', () => {
    const live = hostile.filter((text) => /<[\s\u200b]*[!@#]/.test(decode(neutraliseMentions(text))));
    expect(live).toEqual([]);
  });

  test('is done after one time', () => {
    for (const text of hostile) expect(neutraliseMentions(neutraliseMentions(text))).toBe(neutraliseMentions(text));
  });

  test.each([
    ['Write to <!channel> or <@U1> in <#C1|general>.', 'Write to !channel or @U1 in #C1|general.'],
    ['# A heading & *more*: 3 < 4, a <- b', '# A heading & *more*: 3 < 4, a <- b'],
    [
      '<https://example.org/#part> and [a](https://example.org/?a=1&b=2)',
      '<https://example.org/#part> and [a](https://example.org/?a=1&b=2)',
    ],
    ['`a < b` and `if (a <b)`', '`a < b` and `if (a <b)`'],
    ['mail@example.org, @name, #channel, !important', 'mail@example.org, @name, #channel, !important'],
  ])('%s', (given, expected) => {
    expect(neutraliseMentions(given)).toBe(expected);
  });
});

describe('escapeMrkdwn', () => {
  test('leaves no bracket and no entity alive', () => {
    for (const text of hostile) expect(escapeMrkdwn(text)).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
  });
});

test('a link in bold keeps its bold, whatever its label says', () => {
  expect(toBoldLink('https://example.org/a', 'Is *this* `here`?')).toBe('*<https://example.org/a|Is ∗this∗ ˋhereˋ?>*');
});

describe('toLink', () => {
  test.each([
    ['https://example.org/a', 'A label', '<https://example.org/a|A label>'],
    ['https://example.org/?a=1&b=2#c', 'A', '<https://example.org/?a=1&amp;b=2#c|A>'],
    ['https://example.org/a|b<c>', 'A', '<https://example.org/a%7Cb%3Cc%3E|A>'],
    ['https://example.org/', 'a | b > c & <!channel>', '<https://example.org/|a ¦ b &gt; c &amp; &lt;!channel&gt;>'],
    ['https://example.org/', ' two\nlines ', '<https://example.org/|two lines>'],
    [null, 'no <address>', 'no &lt;address&gt;'],
    ['javascript:alert(1)', 'A', 'A'],
    ['data:text/html,x', 'A', 'A'],
    ['!channel', 'A', 'A'],
    ['mailto:a@example.org', 'A', 'A'],
  ])('%s, %s', (url, label, expected) => {
    expect(toLink(url, label)).toBe(expected);
  });

  test('is one link, whatever stands in address and label', () => {
    for (const text of hostile) {
      expect(toLink(`https://example.org/${text}`, text).replace(/^<https:[^<>|]*\|[^<>|]*>$/, '')).toBe('');
    }
  });
});

describe('cutText', () => {
  test.each([
    ['short', 10, 'short'],
    ['exactly ten', 11, 'exactly ten'],
    ['two words here', 10, 'two words…'],
    ['onelongwordonly', 8, 'onelong…'],
    ['', 5, ''],
  ])('%s to %i', (text, max, expected) => {
    expect(cutText(text, max)).toBe(expected);
  });

  test('never gets longer than it may', () => {
    for (const text of [...hostile, 'a '.repeat(500), 'ä'.repeat(500)]) {
      for (const max of [1, 2, 10, 75, 300]) expect(cutText(text, max).length).toBeLessThanOrEqual(max);
    }
  });
});

describe('signs that turn the direction of writing', () => {
  const turned = ['\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069'];

  test.each([
    ['mrkdwn', (text: string) => escapeMrkdwn(text)],
    ['a label', (text: string) => cutText(text, 300)],
    ['a link', (text: string) => toLink('https://harbour.example/', text)],
    ['an answer', (text: string) => neutraliseMentions(text)],
  ])('stand in none of it: %s', (_, show) => {
    const shown = show(`Mara${turned.join('x')} Keeper`);
    expect(turned.filter((sign) => shown.includes(sign))).toEqual([]);
    expect(shown).toContain('Maraxxxxxxxx Keeper');
  });

  test('Arabic, Hebrew and Persian stay as they are, with the marks that they are written with', () => {
    const written = 'متى تبدأ المناوبة؟\u200f می\u200cخواهم שָׁלוֹם\u200e (2) \u061c';
    expect(escapeMrkdwn(written)).toBe(written);
    expect(neutraliseMentions(written)).toBe(written);
  });
});
