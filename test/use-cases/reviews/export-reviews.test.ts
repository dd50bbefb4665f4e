// What was renewed goes into the notes beside the drafts, and never over what somebody wrote there meanwhile.
import { expect, test } from 'vitest';
import type { DraftExport } from '../../../src/use-cases/drafts/export-drafts.ts';
import { exportReviews } from '../../../src/use-cases/reviews/export-reviews.ts';
import type { StoredReview } from '../../../src/use-cases/reviews/review-store.ts';

const NOTE = '---\nreview: 2026-01-01\nowners:\n  where: { review: 2026-02-02 }\n---\n## Where?\n\nHere.\n';
const nothing: DraftExport = { changes: [], faults: [] };

function reviewOf(fields: Partial<StoredReview>): StoredReview {
  return {
    ...{ id: 'r', team: 'T', note: 'a.md', entryId: null, review: '2026-01-01', intervalDays: 180 },
    ...{ askedAt: 0, renewedTo: '2027-01-01', exportedAt: null },
    ...fields,
  };
}

async function run(waiting: readonly StoredReview[], { exported = nothing, writes = true, text = NOTE } = {}) {
  const texts = new Map([['a.md', text]]);
  const done: string[] = [];
  const report = await exportReviews(
    {
      reviews: {
        listToExport: async () => waiting,
        markExported: async (ids) => void done.push(...ids),
      },
      files: {
        locate: (note) => note,
        read: async (note) => texts.get(note) ?? null,
        write: async (note, after) => void texts.set(note, after),
      },
      clock: { now: () => 0 },
    },
    exported,
    { writes },
  );
  return { report, text: texts.get('a.md'), done };
}

const entry = reviewOf({ id: 'e', entryId: 'where', review: '2026-02-02', renewedTo: '2027-02-02' });

test('the note and its entry get their new dates, in one change', async () => {
  const { report, text, done } = await run([reviewOf({}), entry]);
  const after = NOTE.replace('2026-01-01', '2027-01-01').replace('2026-02-02', '2027-02-02');
  expect(text).toBe(after);
  expect(report).toEqual({
    changes: [{ file: 'a.md', before: NOTE, after, added: [], corrected: [], renewed: 2 }],
    faults: [],
  });
  expect(done).toEqual(['r', 'e']);
});

test('a patch writes nothing, and goes on from what the drafts change', async () => {
  const drafted = NOTE.replace('Here.', 'There.');
  const change = { file: 'a.md', before: NOTE, after: drafted, added: [], corrected: ['Where?'] };
  const { report, text, done } = await run([reviewOf({})], {
    exported: { changes: [change], faults: [] },
    writes: false,
  });
  expect(report.changes).toEqual([{ ...change, after: drafted.replace('2026-01-01', '2027-01-01'), renewed: 1 }]);
  expect([text, done]).toEqual([NOTE, []]);
});

test('what the note says meanwhile stands', async () => {
  const { report, text, done } = await run([reviewOf({})], { text: NOTE.replace('2026-01-01', '2030-01-01') });
  expect(text).toContain('review: 2030-01-01');
  expect(report).toEqual(nothing);
  expect(done).toEqual(['r']);
});

test('what only a person can write is named, and stays', async () => {
  const shared = NOTE.replace('2026-01-01', '&day 2026-01-01').replace('owners:', 'deadline: *day\nowners:');
  const { report, text, done } = await run([reviewOf({})], { text: shared });
  expect(report.faults).toEqual([
    { file: 'a.md', question: 'a.md', problem: 'Write 2027-01-01 as "review" into its front matter by hand.' },
  ]);
  expect([text, done]).toEqual([shared, []]);
});
