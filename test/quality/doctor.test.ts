// What the notes doctor finds.
import { describe, expect, it } from 'vitest';
import { parseNotes } from '../../src/knowledge/parse-notes.ts';
import { type BuiltPages, readIds } from '../../src/quality/check-built-site.ts';
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
    expect(examine(good.replace('---\n##', 'review: 2024-06-02\n---\n##'), goodPhrasings)).toEqual([]);
  });

  it('warns where one heading decides which headings are entries, unless the note says it itself', () => {
    const topics = (count: number) =>
      Array.from({ length: count }, (_, each) => `## Topic ${each}\n\nText.\n\n`).join('');
    const border = (text: string) =>
      examineNotes(parseNotes([{ note: 'work.md', text, phrasings: null }], toSite({ url: 'https://a.org' }), now), {
        now,
        staleAfterDays: 180,
      })
        .map(({ problem }) => /^(Just enough|Only its headings)/.exec(problem)?.[0])
        .filter((found) => found !== undefined);
    const asking = '## Who may come?\n\nAll.\n\n';
    expect(border(`${asking}${topics(2)}`)).toEqual(['Just enough']);
    expect(border(`${asking}${topics(3)}`)).toEqual(['Only its headings']);
    expect(border(`${asking}${topics(9)}`)).toEqual([]);
    expect(border(`${asking}${asking.replace('come', 'go')}${topics(1)}`)).toEqual([]);
    expect(border(`---\nfaq: true\n---\n${asking}${topics(2)}`)).toEqual([]);
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
    [
      'a note that was to be looked at',
      good.replace('---\n##', 'owner: "@priya"\nreview: 2024-05-31\n---\n##'),
      goodPhrasings,
      'warning',
      'faq.md',
      null,
      'The note was to be looked at on 2024-05-31 by "@priya".',
    ],
    [
      'an entry that was to be looked at',
      good.replace('---\n##', 'owners:\n  when: { review: 2024-05-31 }\n---\n##'),
      goodPhrasings,
      'warning',
      'faq.md',
      10,
      '"When?" was to be looked at on 2024-05-31.',
    ],
    [
      'an owner of nothing',
      good.replace('---\n##', 'owners:\n  why: { review: 2030-05-31 }\n---\n##'),
      goodPhrasings,
      'warning',
      'faq.md',
      null,
      '"why" under "owners"',
    ],
    ['no phrasings', good, null, 'hint', 'faq.md', null, 'phrasing'],
    [
      'few phrasings',
      good,
      goodPhrasings.replace(five('time'), '  - x\n'),
      'hint',
      'faq.md',
      8,
      '"When?" has only 1 phrasing.',
    ],
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

function read(notes: Readonly<Record<string, string>>) {
  const sources = Object.entries(notes).map(([note, text]) => ({ note, text, phrasings: null }));
  return parseNotes(sources, toSite({ url: 'https://a.org' }), now);
}

function problems(notes: Readonly<Record<string, string>>, built?: BuiltPages): readonly string[] {
  const findings = examineNotes(read(notes), { now, staleAfterDays: 180, ...(built && { built }) });
  return findings.map(({ file, line, problem }) => `${file}:${line ?? ''} ${problem}`);
}

describe('what several notes say together', () => {
  it('finds opposite answers under one heading, in other languages too', () => {
    const notes = {
      'a.md': '## Is it paid?\n\nYes, every month.\n\n## Ist es bezahlt?\n\nJa.',
      'b.md': '## Is it paid?\n\nIt is not paid.\n\n## Ist es bezahlt?\n\nNein, leider.',
      'c.md': '## Is it far?\n\nYes.',
      'd.md': '## Is it far?\n\nYes, an hour.',
    };
    const found = problems(notes).filter((each) => each.includes('answered with no'));
    expect(found).toEqual([
      'b.md:1 "Is it paid?" is answered with no here and with yes in a.md.',
      'b.md:5 "Ist es bezahlt?" is answered with no here and with yes in a.md.',
    ]);
  });

  it('finds entries that compete, and no others', () => {
    const notes = {
      'a.md': '## How do I hand in my report?\n\nBy mail.\n\n## When do I hand in my report?\n\nIn May.',
      'b.md': '## How can I hand in the report?\n\nBy post.',
    };
    const found = problems(notes).filter((each) => each.includes('nearly the same words'));
    expect(found).toEqual([
      'b.md:1 "How can I hand in the report?" and "How do I hand in my report?" (a.md) have nearly the same words: people get either.',
    ]);
  });

  it('finds links to notes that are not there, and links that leave the site', () => {
    const notes = {
      'help/a.md':
        '## Where?\n\nSee [b](b.md), [c](c.md#x), [old](../old/d.md), [web](https://e.org/x.md), [up](../../secret.md).',
      'help/b.md': '## When?\n\nMay.',
    };
    const found = problems(notes).filter((each) => each.includes('links to'));
    expect(found).toEqual([
      'help/a.md:1 An answer links to "c.md#x", and no note of that name is read.',
      'help/a.md:1 An answer links to "../../secret.md", which lies outside the site.',
    ]);
  });

  it('names notes that their dates keep out', () => {
    const notes = {
      'a.md': '---\nexpiryDate: 2024-05-01\n---\n## Where?\n\nHere.',
      'b.md': '---\npublishDate: 2024-07-01\n---\n## When?\n\nMay.',
      'c.md': '---\ndraft: true\n---\n## Why?\n\nSo.',
    };
    expect(problems(notes).filter((each) => /expired|published on/.test(each))).toEqual([
      'a.md: The note has expired on 2024-05-01: nothing is answered from it.',
      'b.md: The note is published on 2024-07-01: until then nothing is answered from it.',
    ]);
  });

  it('finds pages and places that the built site does not have', () => {
    const notes = {
      'a.md': '## Where?\n\nHere.\n\n## When?\n\nMay.',
      'b.md': '## Why so late?\n\nSo.',
      'c.md': '## Who?\n\nAll.',
    };
    const html = '<h2 id="where">Where?</h2><!-- <h2 id="when"> --><a name=who></a>';
    const built = new Map([
      ['https://a.org/a/', readIds(html)],
      ['https://a.org/b/', null],
    ]);
    expect(problems(notes, built).filter((each) => each.includes('built site'))).toEqual([
      'a.md:5 The built site does not have the place on the page that "When?" links to: https://a.org/a/#when',
      'b.md:1 The built site does not have the page that "Why so late?" links to: https://a.org/b/#why-so-late',
    ]);
  });
});
