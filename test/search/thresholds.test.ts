import { describe, expect, it } from 'vitest';
import { type FittedShares, toThresholds } from '../../src/search/thresholds.ts';

const fitted: FittedShares = {
  falseShares: [
    [0, 1],
    [0.5, 0.2],
    [0.7, 0.099],
    [0.9, 0],
    [1, 0],
  ],
  wrongShares: [
    [0, 0.2],
    [0.6, 0.03],
    [1, 0],
  ],
  threeShares: [
    [0, 1],
    [1, 0],
  ],
};

describe('toThresholds', () => {
  it('answers from where twice the allowed share of uncovered questions is left: half of what deserves no answer is a question', () => {
    expect(toThresholds(fitted, { maxFalseReplies: 0.05 }).answerInChannel).toBeCloseTo(0.7, 2);
  });

  it('answers less where fewer false replies are allowed', () => {
    const at = (rate: number) => toThresholds(fitted, { maxFalseReplies: rate }).answerInChannel;
    expect(at(0.01)).toBeGreaterThan(at(0.05));
    expect(at(0.05)).toBeGreaterThan(at(0.1));
  });

  it('keeps wrong answers rare, however many false replies are allowed', () => {
    expect(toThresholds(fitted, { maxFalseReplies: 1 }).answerInChannel).toBeCloseTo(0.6, 1);
  });

  it('suggests quietly from where the allowed share of uncovered questions, beside those answered, is left, and never where none is allowed', () => {
    const at = (maxQuietSuggestions: number) =>
      toThresholds(fitted, { maxFalseReplies: 0.05, maxQuietSuggestions }).suggestInChannel;
    expect(at(0.3)).toBeCloseTo(0.61, 2);
    expect(at(0.1)).toBeCloseTo(0.81, 1);
    expect(at(0)).toBe(1);
  });
});
