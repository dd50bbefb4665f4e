// A renewed date stands in the front matter, and everything else as it was.
import { expect, test } from 'vitest';
import { putReview } from '../../../src/knowledge/drafts/put-review.ts';

const BODY = '\n## How high is it?\n\nThirty metres.\n';
const note = (head: string) => `---\n${head}\n---\n${BODY}`;

test.each([
  ['plain', 'title: Light\nreview: 2026-01-01\nfaq: true', 'title: Light\nreview: 2027-01-01\nfaq: true'],
  ['quoted, with a comment', 'review: "2026-01-01" # ask Priya', 'review: 2027-01-01 # ask Priya'],
  ['in capitals', 'Review:   2026-01-01', 'Review:   2027-01-01'],
  [
    'beside entries',
    'review: 2026-01-01\nowners:\n  how-high-is-it: { review: 2026-02-02 }',
    'review: 2027-01-01\nowners:\n  how-high-is-it: { review: 2026-02-02 }',
  ],
])('of a note, %s', (_, before, after) => {
  expect(putReview(note(before), null, '2027-01-01')).toBe(note(after));
});

test.each([
  [
    'in one line',
    'owners:\n  how-high-is-it: { owner: "@priya", review: 2026-01-01 }\n  other: { review: 2026-01-01 }',
    'owners:\n  how-high-is-it: { owner: "@priya", review: 2027-01-01 }\n  other: { review: 2026-01-01 }',
  ],
  [
    'in lines',
    'owners:\n  how-high-is-it:\n    owner: "@priya"\n    review: 2026-01-01\ntitle: Light',
    'owners:\n  how-high-is-it:\n    owner: "@priya"\n    review: 2027-01-01\ntitle: Light',
  ],
  [
    'that only has an owner',
    'review: 2026-01-01\nowners:\n  how-high-is-it: "@priya"',
    'review: 2026-01-01\nowners:\n  how-high-is-it: { owner: "@priya", review: 2027-01-01 }',
  ],
  [
    'that only has an owner, in lines',
    'review: 2026-01-01\nowners:\n  how-high-is-it:\n    owner: "@priya"',
    'review: 2026-01-01\nowners:\n  how-high-is-it:\n    review: 2027-01-01\n    owner: "@priya"',
  ],
])('of an entry %s', (_, before, after) => {
  expect(putReview(note(before), 'how-high-is-it', '2027-01-01')).toBe(note(after));
});

test('in TOML, in JSON, and with the line ends of Windows', () => {
  expect(putReview('+++\ntitle = "x"\nreview = 2026-01-01\n+++\n# A\n', null, '2027-01-01')).toBe(
    '+++\ntitle = "x"\nreview = 2027-01-01\n+++\n# A\n',
  );
  expect(putReview('{\n  "review": "2026-01-01"\n}\n# A\n', null, '2027-01-01')).toBe(
    '{\n  "review": "2027-01-01"\n}\n# A\n',
  );
  const windows = note('review: 2026-01-01').replaceAll('\n', '\r\n');
  expect(putReview(windows, null, '2027-01-01')).toBe(windows.replace('2026', '2027'));
});

test.each([
  ['a note without front matter', `# A\n${BODY}`, null],
  ['a note that names no date', note('title: Light'), null],
  ['a date that others share', note('review: &day 2026-01-01\ndeadline: *day'), null],
  ['an entry that is not named', note('review: 2026-01-01'), 'how-high-is-it'],
  ['an entry in TOML', '+++\n[owners.a]\nreview = 2026-01-01\n+++\n', 'a'],
])('%s is left to a person', (_, text, entryId) => {
  expect(putReview(text, entryId, '2027-01-01')).toBeNull();
});
