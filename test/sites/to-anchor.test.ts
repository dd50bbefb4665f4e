// Anchors by the rules of the three generators.
import { describe, expect, it } from 'vitest';
import { toAnchor } from '../../src/sites/to-anchor.ts';
import { UniqueNames } from '../../src/sites/unique-names.ts';

const table: readonly (readonly [heading: string, hugo: string, github: string, kramdown: string])[] = [
  ['How do I apply?', 'how-do-i-apply', 'how-do-i-apply', 'how-do-i-apply'],
  [
    'A scientific / technical writer?',
    'a-scientific--technical-writer',
    'a-scientific--technical-writer',
    'a-scientific--technical-writer',
  ],
  ['mentorship/onboarding', 'mentorshiponboarding', 'mentorshiponboarding', 'mentorshiponboarding'],
  ['this time - how', 'this-time---how', 'this-time---how', 'this-time---how'],
  ["What you’ve and you've", 'what-youve-and-youve', 'what-youve-and-youve', 'what-youve-and-youve'],
  ['snake_case & more', 'snake_case--more', 'snake_case--more', 'snakecase--more'],
  ['2 days a week?', '2-days-a-week', '2-days-a-week', 'days-a-week'],
  ['Über uns', 'über-uns', 'über-uns', 'ber-uns'],
  ['ÉCOLE 101', 'école-101', 'école-101', 'cole-101'],
  ['  trimmed  ', 'trimmed', 'trimmed', 'trimmed--'],
  [
    'A "quoted" (and bracketed) C/C++: word',
    'a-quoted-and-bracketed-cc-word',
    'a-quoted-and-bracketed-cc-word',
    'a-quoted-and-bracketed-cc-word',
  ],
  ['日本語 の 質問?', '日本語-の-質問', '日本語-の-質問', 'section'],
  ['-- dashes --', '---dashes---', '---dashes---', 'dashes---'],
  ['???', 'heading', '', 'section'],
];

describe('toAnchor', () => {
  it.each(table)('%s', (heading, hugo, github, kramdown) => {
    expect(toAnchor(heading, 'hugo')).toBe(hugo);
    expect(toAnchor(heading, 'github')).toBe(github);
    expect(toAnchor(heading, 'kramdown')).toBe(kramdown);
  });
});

describe('UniqueNames', () => {
  it('numbers what is repeated and skips what is taken', () => {
    const names = new UniqueNames();
    names.take('abstract-2');
    expect(['abstract', 'abstract', 'abstract', 'other'].map((name) => names.next(name))).toEqual([
      'abstract',
      'abstract-1',
      'abstract-3',
      'other',
    ]);
  });
});
