// What becomes of questions that people asked.
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/knowledge/entry.ts';
import { type AskedQuestion, sortAsked } from '../../../src/use-cases/phrasings/sort-asked.ts';

const post = { note: 'n.md', title: '', date: null, authors: [], url: null, closed: false, deadline: null };
const toEntry = (id: string): Entry => ({
  key: id,
  note: 'n.md',
  id,
  question: id,
  anchor: id,
  url: null,
  answer: 'A.',
  phrasings: [],
  post,
});
const [pay, time] = [toEntry('pay'), toEntry('time')];

function ask(
  text: string,
  askedAt: number,
  asker: string | null,
  confidences: readonly [number, number],
  isAnswered = false,
): AskedQuestion {
  const matches = [
    { entry: pay, confidence: confidences[0] },
    { entry: time, confidence: confidences[1] },
  ];
  return { text, askedAt, asker, matches, isAnswered };
}

describe('sortAsked', () => {
  it('puts questions alike to the entry that is likeliest for all of them, in the words used last', () => {
    const { found } = sortAsked([
      ask('what is the monthly stipend', 1, 'A', [0.3, 0.6]),
      ask('monthly stipend?', 2, 'B', [0.8, 0.1]),
      ask('what is the monthly stipend please', 3, 'A', [0.7, 0.1]),
    ]);
    expect(found).toEqual([
      {
        text: 'what is the monthly stipend please',
        askers: 2,
        entry: pay,
        confidence: expect.closeTo(0.6),
        isAnswered: false,
      },
    ]);
    expect(sortAsked([ask('monthly stipend?', 1, 'A', [0.8, 0.1], true)]).found).toMatchObject([{ isAnswered: true }]);
  });

  it('tells what several people miss from what one asked, and from what a person must say', () => {
    const sorted = sortAsked([
      ask('is there a car park', 1, 'A', [0.05, 0.01]),
      ask('car park nearby?', 2, 'B', [0.05, 0.01]),
      ask('do you like jazz music', 3, 'A', [0.02, 0.01]),
      ask('do you like jazz music', 4, 'A', [0.02, 0.01]),
      ask('who signs contracts', 5, 'A', [0.25, 0.1]),
      ask('when does summer begin', 6, 'A', [0.2, 0.1], true),
    ]);
    expect(sorted.missing).toEqual([{ text: 'car park nearby?', askers: 2 }]);
    expect(sorted.open).toEqual([{ text: 'do you like jazz music', askers: 1, entry: pay }]);
    expect(sorted.unsure).toEqual([{ text: 'who signs contracts', askers: 1, entry: pay }]);
    expect(sorted.found.map(({ text }) => text)).toEqual(['when does summer begin']);
  });
});
