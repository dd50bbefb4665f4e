// When a note and its entries are due, and by how much a renewal moves them on.
import { expect, test } from 'vitest';
import { parseNotes } from '../../../src/knowledge/parse-notes.ts';
import { toSite } from '../../../src/sites/site.ts';
import { toListed } from '../../../src/use-cases/notes/notes.ts';
import { findReviews, isDue, toNextReview } from '../../../src/use-cases/reviews/find-reviews.ts';

const now = Date.parse('2026-06-01T12:00:00Z');
const day = 86_400_000;

function find(head: string) {
  const text = `---\ntitle: Light\n${head}\n---\n## Where?\n\nHere.\n\n## When?\n\nSoon.\n`;
  const knowledge = parseNotes([{ note: 'a.md', text, phrasings: null }], toSite(), now);
  return { found: findReviews(knowledge.entries.map(toListed)), faults: knowledge.faults };
}

test('a note and its entries; what an entry does not say it takes from its note', () => {
  const head =
    'date: 2026-01-01\nowner: "@priya"\nreview: 2026-04-01\nowners:\n  where: "@mateo"\n  when: { review: 2026-05-01 }\n  why: "@mateo"';
  expect(find(head).found).toEqual([
    {
      note: 'a.md',
      entryId: null,
      subject: 'Light',
      url: null,
      owner: '@priya',
      review: '2026-04-01',
      intervalDays: 90,
    },
    {
      note: 'a.md',
      entryId: 'where',
      subject: 'Where?',
      url: null,
      owner: '@mateo',
      review: '2026-04-01',
      intervalDays: 90,
    },
    {
      note: 'a.md',
      entryId: 'when',
      subject: 'When?',
      url: null,
      owner: '@priya',
      review: '2026-05-01',
      intervalDays: 120,
    },
  ]);
});

test('without a date nobody is asked; what is no date is named', () => {
  expect(find('owner: "@priya"\nowners: [a, b]').found).toEqual([]);
  const { found, faults } = find('review: in spring');
  expect(found).toEqual([]);
  expect(faults).toMatchObject([{ file: 'a.md', line: 3, problem: '"review: in spring" is no date.' }]);
});

test('half a year where the dates of the note do not say it', () => {
  const intervals = [
    'review: 2026-04-01',
    'date: 2026-04-01\nreview: 2026-04-01',
    'date: 2010-01-01\nreview: 2026-04-01',
  ];
  expect(intervals.map((head) => find(head).found[0]?.intervalDays)).toEqual([180, 180, 180]);
});

test('it is due in the morning of its day, and again after a week', () => {
  const kept = {
    ...{ id: 'r', team: 'T', note: 'a.md', entryId: null, review: '2026-06-01', intervalDays: 90 },
    ...{ askedAt: null, renewedTo: null, exportedAt: null },
  };
  expect(isDue(kept, Date.parse('2026-06-01T07:59:59Z'))).toBe(false);
  expect(isDue(kept, Date.parse('2026-06-01T08:00:00Z'))).toBe(true);
  expect(isDue({ ...kept, askedAt: now - 7 * day + 1 }, now)).toBe(false);
  expect(isDue({ ...kept, askedAt: now - 7 * day }, now)).toBe(true);
  expect(isDue({ ...kept, renewedTo: '2026-08-30' }, now)).toBe(false);
  expect(toNextReview(kept, now)).toBe('2026-08-30');
});
