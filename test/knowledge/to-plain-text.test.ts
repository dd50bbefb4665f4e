// Answers as plain text and as passages.
import { describe, expect, it } from 'vitest';
import { toPassages, toPlainText } from '../../src/knowledge/to-plain-text.ts';

const answer = `First **bold** and [a link](https://a.org) with \`code\`.

What counts:

- one
- two, with

  a paragraph
  1. inner

### Below

> quoted

| a | b |
| - | - |
| c | d |

\`\`\`sh
make all
make it
\`\`\``;

describe('toPlainText', () => {
  it('gives one line for each paragraph, item and row', () => {
    expect(toPlainText(answer).split('\n')).toEqual([
      'First bold and a link with code.',
      'What counts:',
      'one',
      'two, with',
      'a paragraph',
      'inner',
      'Below',
      'quoted',
      'a b',
      'c d',
      'make all',
      'make it',
    ]);
  });

  it('gives nothing for nothing', () => {
    expect(toPlainText('')).toBe('');
    expect(toPassages('')).toEqual([]);
  });
});

describe('toPassages', () => {
  it('says what each passage stands under', () => {
    expect(toPassages(answer)).toEqual([
      { text: 'First bold and a link with code.', context: null },
      { text: 'What counts:', context: null },
      { text: 'one', context: 'What counts:' },
      { text: 'two, with', context: 'What counts:' },
      { text: 'a paragraph', context: 'two, with' },
      { text: 'inner', context: 'a paragraph' },
      { text: 'quoted', context: 'Below' },
      { text: 'a b', context: 'Below' },
      { text: 'c d', context: 'Below' },
      { text: 'make all\nmake it', context: 'Below' },
    ]);
  });
});
