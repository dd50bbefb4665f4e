import { describe, expect, it } from 'vitest';
import type { Match } from '../../src/search/match.ts';
import { changedSince, mergeMatches } from '../../src/search/merge-matches.ts';

function match(key: string, confidence: number): Match {
  const post = { note: 'n.md', title: '', date: null, authors: [], url: null, closed: false, deadline: null };
  const entry = { key, note: 'n.md', id: key, question: key, anchor: null, url: null, answer: '', phrasings: [], post };
  return { entry, confidence } as unknown as Match;
}

const toPairs = (matches: readonly Match[]) => matches.map(({ entry, confidence }) => [entry.key, confidence]);

describe('mergeMatches', () => {
  it('takes changed entries from the newer matches and the rest from the older ones, best first', () => {
    const older = [match('kept', 0.7), match('reworded', 0.6), match('far', 0.1)];
    const newer = [match('kept', 0.9), match('new', 0.8), match('reworded', 0.2)];
    const merged = mergeMatches(older, newer, new Set(['new', 'reworded']));
    expect(toPairs(merged)).toEqual([
      ['new', 0.8],
      ['kept', 0.7],
      ['reworded', 0.2],
      ['far', 0.1],
    ]);
  });

  it('leaves everything as it was where nothing changed', () => {
    const older = [match('one', 0.5), match('two', 0.4)];
    expect(toPairs(mergeMatches(older, [match('one', 1)], new Set()))).toEqual(toPairs(older));
  });
});

describe('changedSince', () => {
  it('names new entries and those with another answer, question or phrasing', () => {
    const older = ['same', 'answered', 'asked', 'phrased', 'gone'].map((key) => match(key, 1).entry);
    const [same, answered, asked, phrased] = older;
    const now = [
      { ...same, post: { ...same?.post, title: 'Another title' } },
      { ...answered, answer: 'Otherwise.' },
      { ...asked, question: 'Why?' },
      { ...phrased, phrasings: ['how come'] },
      match('new', 1).entry,
    ] as typeof older;
    expect([...changedSince(older, now)]).toEqual(['answered', 'asked', 'phrased', 'new']);
  });
});
