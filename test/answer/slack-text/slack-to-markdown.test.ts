// What people write in Slack becomes Markdown that a note can hold.
import { describe, expect, test } from 'vitest';
import {
  slackToMarkdown,
  toMarkdownHeading,
  typedToMarkdown,
} from '../../../src/answer/slack-text/slack-to-markdown.ts';
import { parseNotes } from '../../../src/knowledge/parse-notes.ts';
import { toSite } from '../../../src/sites/site.ts';

const names = {
  person: (id: string) => (id === 'U1' ? 'Ada *Lovelace*' : null),
  channel: (id: string) => (id === 'C1' ? 'roles' : null),
};
const toMarkdown = (text: string) => slackToMarkdown(text, names);
const parseNote = (text: string) =>
  parseNotes([{ note: 'x.md', text, phrasings: null }], toSite(), Date.parse('2024-06-01'));

test.each([
  ['words alone', 'Yes, from May on.', 'Yes, from May on.'],
  ['styles', 'It is *really* _quite_ ~not~ `a &amp; b`', 'It is **really** _quite_ ~~not~~ `a & b`'],
  [
    'a link with a label',
    'See <https://example.org/a_b?x=1&amp;y=2|the form>.',
    'See [the form](https://example.org/a_b?x=1\\&y=2).',
  ],
  ['a bare link', 'See <https://example.org/form>', 'See [https://example.org/form](https://example.org/form)'],
  [
    'an address typed into a modal',
    'See https://example.org/form.',
    'See [https://example.org/form](https://example.org/form).',
  ],
  ['a mail address', '<mailto:a@example.org|a@example.org>', '[a@example.org](mailto:a@example.org)'],
  ['an address that no browser should open', '<javascript:alert(1)|press>', '\\<javascript:alert(1)|press>'],
  ['a person', '<@U1> knows', 'Ada \\*Lovelace\\* knows'],
  ['a person with a label', '<@U2|bob> knows', 'bob knows'],
  ['a person that nobody knows', '<@U2> knows', 'somebody knows'],
  ['a channel', 'ask in <#C1> or <#C2|help>', 'ask in #roles or #help'],
  ['a broadcast and a group', '<!channel> <!subteam^S1|@hosts> look', 'hosts look'],
  ['a date', '<!date^1392734382^{date}|18 Feb 2014>', '18 Feb 2014'],
  ['a message in Slack', 'as <https://team.slack.com/archives/C0123/p1700000000|said here>', 'as said here'],
  ['emoji', ':tada: :+1::skin-tone-3: :party-parrot: at 10:30:45', '🎉 👍 :party-parrot: at 10:30:45'],
  ['lines and paragraphs', 'one\ntwo\n\nthree', 'one  \ntwo\n\nthree'],
  [
    'a list',
    'Bring:\n• a pen\n    ◦ blue\n• paper\nThat is all',
    'Bring:\n\n- a pen\n  - blue\n- paper\n\nThat is all',
  ],
  ['a numbered list', '3. first\n4. second', '3. first\n4. second'],
  ['a quotation', '&gt; said\n&gt; twice\nso', '> said  \n> twice\n\nso'],
  ['a quotation to the end', 'so\n&gt;&gt;&gt; said\n\ntwice', 'so\n\n> said\n>\n> twice'],
  [
    'a code block',
    'run\n```npm ci &amp;&amp; npm start\n# not a heading```',
    'run\n\n```\nnpm ci && npm start\n# not a heading\n```',
  ],
  ['a fence that stays open', 'a ``` b', 'a \\`\\`\\` b'],
  ['white space and signs that nobody sees', ' a\u200b\u202eb\u0000 ', 'ab'],
  ['nothing', '<!here>', ''],
])('%s', (_, slack, markdown) => {
  expect(toMarkdown(slack)).toBe(markdown);
});

/** Each would be more than words if a note held it as it was typed. */
const hostile = [
  '# Is this a heading?',
  'Is this one\n===',
  'Is this one\n---',
  '---\ntitle: Front\n---',
  '+++\ntitle = "x"\n+++',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&lt;details&gt;&lt;summary&gt;Is it?&lt;/summary&gt;x&lt;/details&gt;',
  '&lt;!-- gone --&gt;',
  '*Is this bold?*\nYes.',
  '_Is this bold?_\n\nYes.',
  'Q: Is it paid?\nA: Yes.',
  'Frage: Ist es bezahlt?\nAntwort: Ja.',
  '{{&lt; figure src="x" &gt;}} {{% callout %}} {% raw %}',
  'An end {#my-id} {: .button}',
  '!!! note "x"\n    y',
  ':::tip\nx\n:::',
  '??? note\n    y',
  '[x](javascript:alert(1)) ![y](https://example.org/y.png) &amp;lt;b&amp;gt;',
  '| a | b |\n| - | - |\n| c | d |',
  '[ref]: https://example.org',
  '&lt;https://example.org&gt; https://example.org/&lt;b&gt;',
  '1986\\. a *b',
];

describe('what is in a text stays words', () => {
  test.each(hostile)('%s', (text) => {
    const answer = toMarkdown(`Before it.\n\n${text}\n\nAfter it.`);
    const body = `---\ntitle: Notes\nfaq: true\n---\n\n${toMarkdownHeading('Is it {paid} <b>?', 2)}\n\n${answer}\n\n## Is there more?\n\nYes, *all*.\n`;
    const { entries, faults } = parseNote(body);
    expect(faults).toEqual([]);
    expect(entries.map(({ question }) => question)).toEqual(['Is it {paid} <b>?', 'Is there more?']);
    const said = entries[0]?.answer ?? '';
    expect(said).toContain('Before it.');
    expect(said).toContain('After it.');
    expect(`${answer}\n`).not.toMatch(
      /^#|^---$|^\+\+\+$|(?<!\\)<(?:script|details|!--|b>)|\{\{|\{%|^!!!|^:::|\]\(javascript/m,
    );
  });

  test('and comes back as it was written', () => {
    const answer = toMarkdown('*Yes*, _see_ <https://example.org/x|this>:\n• one\n• two');
    const { entries } = parseNote(`## Is it?\n\n${answer}\n`);
    expect(entries[0]?.answer).toBe(answer);
  });
});

test('a text of nothing but signs takes no longer than it should', () => {
  const began = process.cpuUsage();
  for (const sign of ['*a', '<@', '_ ~', '`', ':a', '```', '&gt;', '\n• ', 'https://a']) toMarkdown(sign.repeat(6000));
  expect(process.cpuUsage(began).user).toBeLessThan(20_000_000);
});

test('a heading is one line', () => {
  expect(toMarkdownHeading('What\n# is *this* {#x}?', 3)).toBe('### What # is \\*this\\* \\{#x}?');
});

describe('what is typed into a field', () => {
  const named = { person: (id: string) => (id === 'U0MARA0001' ? 'Mara' : null), channel: () => null };

  test.each([
    ['Ask <@U0MARA0001>, she has the key.', 'Ask Mara, she has the key.'],
    ['Ask ‹@U0MARA0001>, or <@U0MARA0001|mara>.', 'Ask Mara, or Mara.'],
    ['Ask <@U0NOBODY01>.', 'Ask somebody.'],
    ['Type <!channel> to ring.', 'Type \\<!channel> to ring.'],
  ])('%s', (typed, markdown) => {
    expect(typedToMarkdown(typed, named)).toBe(markdown);
  });
});
