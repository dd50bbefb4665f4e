import { describe, expect, it } from 'vitest';
import { type FittedShares, toThresholds } from '../../src/search/thresholds.ts';

const fitted: FittedShares = {
  falseShares: [
    [0, 1, 0.5],
    [0.5, 0.2, 0.1],
    [0.7, 0.083, 0.04],
    [0.9, 0, 0],
    [1, 0, 0],
  ],
  wrongShares: [
    [0, 0.2, 0.2],
    [0.6, 0.035, 0.035],
    [1, 0, 0],
  ],
  threeShares: [
    [0, 1, 0.2],
    [1, 0, 0],
  ],
};

const bare = { phrased: 0 };

describe('toThresholds', () => {
  it('dares more where plenty of phrasings leave fewer uncovered questions, never below what is worth a look', () => {
    const phrased = toThresholds(fitted, { phrased: 1 }, { maxFalseReplies: 0.05 });
    const half = toThresholds(fitted, { phrased: 0.5 }, { maxFalseReplies: 0.05 });
    const none = toThresholds(fitted, bare, { maxFalseReplies: 0.05 });
    expect(phrased.answerInChannel).toBeLessThan(none.answerInChannel);
    expect(half.suggestInChannel).toBeLessThan(none.suggestInChannel);
    expect(half.suggestInChannel).toBeLessThan(phrased.suggestInChannel);
    expect(phrased.suggestInChannel).toBeCloseTo(0.47, 2);
  });

  it('answers from where so many uncovered questions are left as are allowed', () => {
    expect(toThresholds(fitted, bare, { maxFalseReplies: 0.084 }).answerInChannel).toBeCloseTo(0.7, 2);
  });

  it('lets a sure match make up for what reads less like a question, but where dozens of phrasings an entry make every match sure', () => {
    const at = (phrased: number) => toThresholds(fitted, { phrased }, { maxFalseReplies: 0.05 }).leniency;
    expect(at(0)).toBe(1);
    expect(at(2 / 3)).toBeGreaterThan(0.9);
    expect(at(1)).toBe(0);
  });

  it('answers less where fewer false replies are allowed', () => {
    const at = (rate: number) => toThresholds(fitted, bare, { maxFalseReplies: rate }).answerInChannel;
    expect(at(0.01)).toBeGreaterThan(at(0.05));
    expect(at(0.05)).toBeGreaterThan(at(0.1));
  });

  it('keeps wrong answers rare, however many false replies are allowed', () => {
    expect(toThresholds(fitted, bare, { maxFalseReplies: 1 }).answerInChannel).toBeCloseTo(0.6, 1);
  });

  it('answers nothing below a floor where hundreds of phrasings resemble whatever is asked', () => {
    const at = (phrased: number) => toThresholds(fitted, { phrased }, { maxFalseReplies: 1 }).answerInChannel;
    expect(at(1)).toBeCloseTo(0.67, 2);
    expect(at(1)).toBeGreaterThan(at(0.8));
  });

  it('suggests quietly from where the allowed share of uncovered questions, beside those answered, is left, and never where none is allowed', () => {
    const at = (maxQuietSuggestions: number) =>
      toThresholds(fitted, bare, { maxFalseReplies: 0.05, maxQuietSuggestions }).suggestInChannel;
    expect(at(0.3)).toBeCloseTo(0.66, 2);
    expect(at(0.1)).toBeCloseTo(0.86, 1);
    expect(at(0)).toBe(1);
  });
});
