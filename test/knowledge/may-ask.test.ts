// Which notes are not worth parsing: none that holds a question may be among them.
import { describe, expect, it } from 'vitest';
import { parseHead } from '../../src/knowledge/front-matter/parse-head.ts';
import { mayAsk } from '../../src/knowledge/may-ask.ts';

function may(body: string, note = 'guide/saws.md'): boolean {
  return mayAsk(parseHead(note, body));
}

describe('mayAsk', () => {
  it.each([
    '## May I lend it on?',
    '## What is it [made of](https://example.org/a:b)',
    '## **1. What is it made of**',
    'Is it paid?\n-----------',
    '**Is it paid?** Yes.',
    '- Is it paid?',
    'Q: Is it paid',
    '??? question "Is it paid?"',
    '<details><summary>Is it paid?</summary>',
    'Is it paid?\n: Yes.',
    '```{admonition} Is it paid?\nYes.\n```',
    '```\n## Is it paid?',
    '```{note}\nA.\n```\n\n## Is it paid?\n\nYes.\n\n```{note}\nB.\n```',
    '```{=html}\n<hr>\n```\n\n## Is it paid?\n\nYes.\n\n```{=html}\n<hr>\n```',
    '# Frequently asked questions\n\n## Fees',
    '| Question | Answer |\n| --- | --- |\n| Is it paid | Yes |',
    '---\ntitle: Is it paid?\n---\nYes.',
    '## Quel est le prix ?',
    '## هل هو مجاني؟',
  ])('is true for %j', (body) => {
    expect(may(body)).toBe(true);
  });

  it('is true for a note whose path says that questions stand in it', () => {
    expect(may('## Fees\n\nNone.', 'guide/faq.md')).toBe(true);
  });

  it.each([
    '## Fees\n\nNone. Why would there be any?',
    '**Type:** `(data?: any) => string`',
    '```ts\n# is it so?\n```\n\n## Fees',
    '## How to sharpen a saw',
    '## Fees\n\nIf you have questions, write to us.',
    '[saws]: https://example.org/saws?',
    '??? info "Older news"',
  ])('is false for %j', (body) => {
    expect(may(body)).toBe(false);
  });
});
