// The part of a long answer that a reply shows.
import { describe, expect, test } from 'vitest';
import { cutExcerpt, maxAnswerCharacters } from '../../../src/answer/reply/excerpt.ts';

const paragraph = (name: string, words = 40) => `${name} ${'word '.repeat(words).trim()}.`;
const long = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight']
  .map((name) => paragraph(name))
  .join('\n\n');

describe('an answer', () => {
  test('that is short enough stands whole, to the character', () => {
    const whole = 'x'.repeat(maxAnswerCharacters);
    expect(cutExcerpt(whole, null)).toEqual({ markdown: whole, charactersLeftOut: 0 });
  });

  test('is cut at paragraphs, from its beginning where no passage is known', () => {
    const { markdown, charactersLeftOut } = cutExcerpt(long, null, 700);
    expect(markdown.split('\n\n').map((text) => text.split(' ')[0])).toEqual(['one', 'two', 'three']);
    expect(charactersLeftOut).toBe(long.length - markdown.length);
  });

  test('shows the passage that fits and what stands below it, then above it', () => {
    const names = (passage: string, max: number) =>
      cutExcerpt(long, passage, max)
        .markdown.split('\n\n')
        .map((text) => text.split(' ')[0]);
    expect(names(paragraph('five'), 700)).toEqual(['five', 'six', 'seven']);
    expect(names(paragraph('eight'), 700)).toEqual(['six', 'seven', 'eight']);
    expect(names('five word word', 450)).toEqual(['five', 'six']);
  });

  test('begins with itself where the passage is not in it', () => {
    expect(cutExcerpt(long, 'nowhere to be found', 300).markdown).toMatch(/^one /);
  });

  test('keeps list items whole, with their marks', () => {
    const list = Array.from({ length: 12 }, (_, place) => `${place + 1}. ${paragraph(`item${place + 1}`, 20)}`).join(
      '\n',
    );
    const { markdown } = cutExcerpt(list, 'item7 word', 300);
    expect(markdown).toMatch(/^7\. item7 /);
    expect(markdown).toMatch(/word\.$/);
  });

  test('does not cut through a block of code', () => {
    const code = `\`\`\`\n${'line\n\n'.repeat(30)}\`\`\``;
    const answer = [paragraph('before'), code, paragraph('after')].join('\n\n');
    const { markdown } = cutExcerpt(answer, null, 300);
    expect((markdown.match(/```/g) ?? []).length % 2).toBe(0);
  });

  test('of one endless paragraph is cut at a word, with an ellipsis', () => {
    const { markdown, charactersLeftOut } = cutExcerpt('word '.repeat(1000), null, 100);
    expect(markdown).toMatch(/^(?:word )+word…$/);
    expect(markdown.length).toBeLessThanOrEqual(101);
    expect(charactersLeftOut).toBeGreaterThan(4800);
  });

  test('without a single space is cut all the same', () => {
    expect(cutExcerpt('x'.repeat(5000), null, 100).markdown.length).toBeLessThanOrEqual(101);
  });

  test('is never longer than it may be', () => {
    for (const max of [50, 200, 700, 1500, 5000]) {
      for (const passage of [null, 'one', 'five word', 'eight', 'x']) {
        const { markdown, charactersLeftOut } = cutExcerpt(long, passage, max);
        expect(markdown.length).toBeLessThanOrEqual(max + 1);
        expect(charactersLeftOut).toBeGreaterThanOrEqual(0);
        expect(markdown.trim()).not.toBe('');
      }
    }
  });
});
