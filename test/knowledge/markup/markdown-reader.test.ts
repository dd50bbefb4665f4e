// What markdown-it reads as the house wants it, beside its own rules.
import { expect, test } from 'vitest';
import { readMarkdown } from '../../../src/knowledge/markup/markdown-reader.ts';

function linksIn(text: string): readonly unknown[] {
  const inner = readMarkdown(text).flatMap(({ children }) => children ?? []);
  return inner.filter(({ type }) => type === 'link_open').map((token) => token.attrGet('href'));
}

test.each([
  'Write to “desk@harbour.example”.',
  'Write to ‘desk@harbour.example’.',
  'Write to „desk@harbour.example“.',
  'Write to «desk@harbour.example».',
  'Write to "desk@harbour.example".',
  'Write (to us: desk@harbour.example).',
  'Write to [desk@harbour.example].',
  'desk@harbour.example',
])('a mail address is a link behind whatever opens a quotation or a bracket: %s', (text) => {
  expect(linksIn(text)).toEqual(['mailto:desk@harbour.example']);
});

test('what only looks like one is none', () => {
  expect(linksIn('user:pass/desk@harbour, or @harbour.example, or a “@b.c”')).toEqual([]);
});
