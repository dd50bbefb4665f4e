// What the notes doctor finds.
import { describe, expect, it } from 'vitest';
import { parseNotes } from '../../src/knowledge/parse-notes.ts';
import { examineNotes } from '../../src/quality/doctor.ts';
import { toSite } from '../../src/sites/site.ts';

const now = Date.parse('2024-06-01');
const five = (word: string): string => Array.from({ length: 5 }, (_, count) => `  - ${word} ${count}\n`).join('');

function examine(text: string, phrasings: string | null, url: string | null = 'https://a.org') {
  const file = phrasings === null ? null : { file: 'faq.phrasings.yml', text: phrasings };
  const knowledge = parseNotes([{ note: 'faq.md', text, phrasings: file }], toSite({ url }), now);
  return examineNotes(knowledge, { now, staleAfterDays: 180 });
}

const good = '---\ndate: 2024-05-01\n---\n## Where?\n\nHere.\n\n## When?\n\nSoon.\n';
const goodPhrasings = `where:\n${five('place')}when:\n${five('time')}not-covered:\n  - pay?\n`;

describe('examineNotes', () => {
  it('finds nothing in good notes', () => {
    expect(examine(good, goodPhrasings)).toEqual([]);
  });

  it.each([
    ['no entry', '', null, 'error', '.', null, 'no question'],
    ['a note without questions', 'Only text.', null, 'hint', 'faq.md', null, 'no question'],
    ['an old post', good.replace('2024-05', '2023-05'), goodPhrasings, 'hint', 'faq.md', null, 'days old'],
    [
      'a closed role',
      good.replace('---\n##', 'closed: true\n---\n##'),
      goodPhrasings,
      'hint',
      'faq.md',
      null,
      'closed',
    ],
    ['no phrasings', good, null, 'hint', 'faq.md', null, 'phrasing'],
    ['few phrasings', good, goodPhrasings.replace(five('time'), '  - x\n'), 'hint', 'faq.md', 8, '"When?" has only 1'],
    [
      'nothing not covered',
      good,
      goodPhrasings.replace(/not-covered[\s\S]*/, ''),
      'hint',
      'faq.phrasings.yml',
      null,
      'do not answer',
    ],
    ['a long answer', good.replace('Soon.', 'Word '.repeat(700)), goodPhrasings, 'hint', 'faq.md', 8, 'characters'],
    [
      'an unfinished answer',
      good.replace(
        'Soon.',
        'There will be three rounds this year, and the first one begins on a day that is TBC by the board of the team.',
      ),
      goodPhrasings,
      'warning',
      'faq.md',
      8,
      'unfinished',
    ],
    [
      'a question asked twice',
      `${good}\n## Where\n\nThere.\n`,
      `${goodPhrasings}where-1:\n${five('spot')}`,
      'warning',
      'faq.md',
      12,
      'this note too',
    ],
    [
      'a phrasing that is a question',
      good,
      goodPhrasings.replace('place 0', 'when'),
      'warning',
      'faq.phrasings.yml',
      null,
      'is the question of',
    ],
  ])('finds %s', (_, text, phrasings, severity, file, line, problem) => {
    expect(examine(text, phrasings)).toContainEqual(
      expect.objectContaining({ severity, file, line, problem: expect.stringContaining(problem) }),
    );
  });

  it('finds posts without an address', () => {
    expect(examine(good, goodPhrasings, null)).toMatchObject([
      { severity: 'warning', file: 'faq.md', mend: expect.stringContaining('SITE_URL') },
    ]);
  });

  it('names a question with a hole where a variable has no value', () => {
    const found = examine('## Why is there a break in {{ site.season }}?\n\nIt rests.\n', null);
    expect(found.map(({ problem }) => problem)).toContain(
      '"Why is there a break in …?" has a hole where a variable has no value.',
    );
  });
});
