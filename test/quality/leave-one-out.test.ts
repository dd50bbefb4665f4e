// What `check` says about the confidence on the notes at hand.
import { describe, expect, it } from 'vitest';
import { parseNotes } from '../../src/knowledge/parse-notes.ts';
import { leaveOneOut } from '../../src/quality/leave-one-out.ts';
import { buildIndex } from '../../src/search/build-index.ts';
import { toSite } from '../../src/sites/site.ts';

const text = `## How long does the fellowship last?

Nine months.

## Do I have to live near the garden?

No, two visits a month are enough.
`;
const phrasings = `how-long-does-the-fellowship-last:
  - how many months does it last
  - how long is the fellowship
do-i-have-to-live-near-the-garden:
  - must I live near the garden
  - do fellows live close to the garden
`;
const { entries } = parseNotes(
  [{ note: 'garden.md', text, phrasings: { file: 'garden.phrasings.yml', text: phrasings } }],
  toSite(),
  0,
);

describe('a rehearsal', () => {
  const notCovered = ['what is the salary', 'is there a visa'];
  const index = buildIndex({ entries, notCovered, chatter: [], vectorOf: null, maxFalseReplies: 0.05 });
  const report = leaveOneOut(index);

  it('asks every wording once, and sorts it by its confidence', () => {
    const count = (pick: (row: (typeof report.rows)[number]) => number) =>
      report.rows.reduce((sum, row) => sum + pick(row), 0);
    expect(count(({ own }) => own)).toBe(6);
    expect(count(({ unanswerable }) => unanswerable)).toBe(6 + notCovered.length);
    for (const { own, right } of report.rows) expect(right).toBeLessThanOrEqual(own);
  });

  it('tells the shares at the threshold of the index', () => {
    expect(report.reading).toBe('words');
    expect(report.answerInChannel).toBe(index.thresholds.answerInChannel);
    expect((report.answeredRight ?? 0) + (report.answeredWrong ?? 0)).toBeLessThanOrEqual(1);
    expect(report.notCoveredReplies).toBe(0);
    expect(report.quiet.suggestInChannel).toBe(index.thresholds.suggestInChannel);
    expect(report.quiet.reached).toBeGreaterThanOrEqual(report.answeredRight ?? 1);
  });

  it('has nothing to say where there is nothing to ask', () => {
    const empty = buildIndex({ entries: [], notCovered: [], chatter: [], vectorOf: null, maxFalseReplies: 0.05 });
    expect(leaveOneOut(empty)).toMatchObject({ answeredRight: null, answeredWrong: null, nearReplies: null });
  });
});
