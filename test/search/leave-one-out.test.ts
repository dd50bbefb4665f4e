import { describe, expect, it } from 'vitest';
import { askOwnTexts, askOwnWording } from '../../src/search/leave-one-out.ts';
import { garden, indexOf, notCovered } from './notes.ts';

const index = indexOf();

describe('askOwnTexts', () => {
  const { own, near, counter } = askOwnTexts(index);

  it('asks own wordings alone and with their entry left out, and counter-evidence', () => {
    expect(own).toHaveLength(14);
    expect(near).toHaveLength(14);
    expect(counter.length).toBeGreaterThan(notCovered.length);
  });

  it('finds most own wordings by the others, and none where the entry is gone', () => {
    expect(own.filter(({ isRight }) => isRight).length).toBeGreaterThan(7);
    expect(near.some(({ isRight }) => isRight)).toBe(false);
  });
});

describe('askOwnWording', () => {
  it('does not let a text answer itself', () => {
    const entry = garden.findIndex(({ id }) => id === 'plots');
    const rent = garden[entry]?.phrasings.indexOf('rent a patch') ?? -1;
    const left = askOwnWording(index, entry, 1 + rent, false);
    expect(left.confidence).toBeLessThan(index.thresholds.answerInChannel);
  });
});
