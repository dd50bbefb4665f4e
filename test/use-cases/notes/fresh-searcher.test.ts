// What a search finds is shown as the notes have it now.
import { describe, expect, it } from 'vitest';
import { parseNotes } from '../../../src/knowledge/parse-notes.ts';
import { buildIndex } from '../../../src/search/build-index.ts';
import { completeQuestion } from '../../../src/search/complete-question.ts';
import { matchQuestion } from '../../../src/search/match-question.ts';
import { toSite } from '../../../src/sites/site.ts';
import type { Searcher } from '../../../src/use-cases/interfaces/searcher.ts';
import { FreshSearcher } from '../../../src/use-cases/notes/fresh-searcher.ts';
import { Notes } from '../../../src/use-cases/notes/notes.ts';

const read = (text: string) => parseNotes([{ note: 'garden.md', text, phrasings: null }], toSite(), 0);
const before = read('## How long does it last?\n\nNine months.\n\n## Do I live near the garden?\n\nNo.\n');

/** The real search, on an index of the notes as they were before. */
const index = buildIndex({ ...before, chatter: [], vectors: null, maxFalseReplies: 0.05 });
const old: Searcher = {
  match: async (texts) => ({
    results: texts.map((text) => ({ text, matches: matchQuestion(index, text, null) })),
    thresholds: index.thresholds,
    reading: index.reading,
  }),
  complete: async (typed, limit) => completeQuestion(index, typed, limit),
};

describe('a search over an index that is older than the notes', () => {
  const notes = new Notes();
  notes.replace(read('## How long does it last?\n\nTen months.\n'));
  const searcher = new FreshSearcher(old, notes);

  it('shows the corrected answer', async () => {
    const { results } = await searcher.match(['how long does it last?']);
    expect(results[0]?.matches.map(({ entry }) => entry.answer)).toEqual(['Ten months.']);
  });

  it('does not find what is gone from the notes', async () => {
    const { results } = await searcher.match(['do I live near the garden?']);
    expect(results[0]?.matches.map(({ entry }) => entry.question)).toEqual(['How long does it last?']);
    expect(await searcher.complete('near the garden', 5)).toEqual([]);
  });
});
