// What somebody typed as an answer's Markdown stays one answer.
import { expect, test } from 'vitest';
import { tidyMarkdown } from '../../../src/knowledge/markup/tidy-markdown.ts';

test.each([
  ['Yes, **paid**, see [this](https://example.org/x).', 'Yes, **paid**, see [this](https://example.org/x).'],
  ['- one\n- two\n\n```\n# code\n```', '- one\n- two\n\n```\n# code\n```'],
  ['# Heading\ntext', '**Heading**\n\ntext'],
  ['## Is it paid?\nYes.', 'Is it paid?\n\nYes.'],
  ['**Is it paid?**\nYes.', 'Is it paid?\nYes.'],
  ['<script>alert(1)</script>\n\na <b>b</b>', 'a b'],
  ['[x](javascript:alert(1))![y](data:x)', 'x'],
  ['[x]: https://example.org\n\n[x] and more', 'x and more'],
  ['{{< figure >}} {% raw %}', '\\{\\{< figure >}} \\{\\% raw %}'],
  ['', ''],
])('%j', (typed, tidy) => {
  expect(tidyMarkdown(typed)).toBe(tidy);
});
