// Where the notes stand, in words.
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/knowledge/entry.ts';
import { describeStanding, toStanding } from '../../src/quality/standing.ts';

const post = { note: 'n.md', title: '', date: null, authors: [], url: null, closed: false, deadline: null };

function toEntries(counts: readonly number[]): readonly Entry[] {
  return counts.map((count, at) => {
    const phrasings = Array.from({ length: count }, (_, number) => `wording ${number} of ${at}`);
    return {
      key: `${at}`,
      note: 'n.md',
      id: `${at}`,
      question: 'Q?',
      anchor: null,
      url: null,
      answer: 'A.',
      phrasings,
      post,
    };
  });
}

describe('a standing', () => {
  it('is told of bare notes as other notes came out, with the commands that get wordings', () => {
    const standing = toStanding({ entries: toEntries([0, 0, 1]) }, 'words-and-meaning');
    expect(standing).toEqual({ answered: 50, suggested: 35, missed: 15, lacking: 3, entries: 3 });
    const [stands, way] = describeStanding(standing);
    expect(stands).toMatch(
      /^Of a hundred questions that these notes cover about 50 get the answer in a channel, 35 a suggestion, and 15 nothing/,
    );
    for (const command of [
      'All 3 entries have fewer than 5 other wordings',
      'phrasings draft',
      'phrasings prompt',
      'phrasings mine',
    ])
      expect(way).toContain(command);
  });

  it('counts the entries that have wordings', () => {
    const standing = toStanding({ entries: toEntries([8, 8, 8, 0]) }, 'words-and-meaning');
    expect(standing).toEqual({ answered: 69, suggested: 24, missed: 7, lacking: 1, entries: 4 });
    expect(describeStanding(standing)[1]).toMatch(/^1 of 4 entries has fewer than 5 other wordings: /);
  });

  it('names no command where nothing is missing, and has nothing to say of no notes', () => {
    expect(describeStanding(toStanding({ entries: toEntries([5, 8]) }, 'words'))).toHaveLength(1);
    expect(describeStanding(toStanding({ entries: [] }, 'words'))).toEqual([]);
  });

  it('rises with wordings, by words and by meaning', () => {
    for (const reading of ['words', 'words-and-meaning'] as const) {
      const rows = [
        [0, 0],
        [8, 0],
        [8, 8],
        [16, 16],
      ].map((counts) => toStanding({ entries: toEntries(counts) }, reading));
      const answered = rows.map((row) => row?.answered ?? 0);
      expect(answered).toEqual(answered.toSorted((one, other) => one - other));
      expect(new Set(answered).size).toBe(4);
      for (const row of rows) expect((row?.answered ?? 0) + (row?.suggested ?? 0) + (row?.missed ?? 0)).toBe(100);
    }
  });
});
