// What a note says about itself, and whether it is published.
import { describe, expect, it } from 'vitest';
import { isPublished, parseHead } from '../../../src/knowledge/front-matter/parse-head.ts';

const now = Date.parse('2024-06-01T12:00:00Z');

function head(...lines: readonly string[]) {
  return parseHead('faq.md', `---\n${lines.join('\n')}\n---\n`).head;
}

describe('parseHead', () => {
  it('reads authors in every form', () => {
    expect(head('authors: [A B, C]').authors).toEqual(['A B', 'C']);
    expect(head('author: A B').authors).toEqual(['A B']);
    expect(head('authors:', '  - name: A', '    url: x', '  - B').authors).toEqual(['A', 'B']);
    expect(head('authors: []', 'author: Z').authors).toEqual(['Z']);
    expect(head('title: x').authors).toEqual([]);
  });

  it.each([
    ['2022-03-22', '2022-03-22'],
    ['"2022-03-22"', '2022-03-22'],
    ['2022-3-2', '2022-03-02'],
    ['2022-03-22T08:00:00Z', '2022-03-22T08:00:00Z'],
    ['2022-03-22 8:30', '2022-03-22T08:30Z'],
    ['2022-03-22 23:30:00 -0800', '2022-03-22T23:30:00-08:00'],
  ])('reads the date %s', (written, date) => {
    expect(head(`date: ${written}`).date).toBe(date);
  });

  it.each(['soon', '2022-02-30', '22.03.2022'])('names a date that is none: %s', (written) => {
    const { head: read, faults } = parseHead('faq.md', `---\ntitle: x\ndate: ${written}\n---\n`);
    expect(read.date).toBeNull();
    expect(faults).toMatchObject([
      { severity: 'warning', file: 'faq.md', line: 3, problem: expect.stringContaining(written) },
    ]);
  });

  it('takes url before permalink, and fields in any case', () => {
    expect(head('permalink: /b/', 'URL: /a/').ownAddress).toBe('/a/');
    expect(head('PermaLink: /b/').ownAddress).toBe('/b/');
  });
});

describe('isPublished', () => {
  it.each([
    ['title: x', true],
    ['draft: true', false],
    ['draft: false', true],
    ['published: false', false],
    ['headless: true', false],
    ['_build: {render: never}', false],
    ['build: {list: never}', true],
    ['publishDate: 2024-06-02', false],
    ['publishdate: 2024-05-31', true],
    ['expiryDate: 2024-05-31', false],
    ['expiryDate: 2024-06-01T13:00:00Z', true],
    ['expiryDate: nonsense', true],
  ])('%s: %s', (line, expected) => {
    expect(isPublished(head(line), now)).toBe(expected);
  });
});
