import { describe, expect, it } from 'vitest';
import { type CalibrationPrior, calibrate, toConfidence } from '../../src/search/calibration/calibrate.ts';
import { rehearse } from '../../src/search/calibration/rehearse.ts';
import { indexOf } from './notes.ts';

const prior: CalibrationPrior = {
  slope: 1,
  intercept: 0,
  nearMean: -1,
  pull: 0.5,
  strength: 40,
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
};
const nothing = { own: [], near: [], counter: [] };
const outcome = (covered: number, share: number, isRight = false) => ({ covered, share, best: 0, isRight });

describe('calibrate', () => {
  it('starts from the fit where there is nothing to ask', () => {
    const { slope, intercept, thresholds } = calibrate(nothing, prior, 0.05);
    expect([slope, intercept]).toEqual([1, 0]);
    expect(thresholds.answerInChannel).toBeCloseTo(0.7, 2);
  });

  it('answers less where fewer false replies are allowed', () => {
    const at = (rate: number) => calibrate(nothing, prior, rate).thresholds.answerInChannel;
    expect(at(0.01)).toBeGreaterThan(at(0.05));
    expect(at(0.05)).toBeGreaterThan(at(0.1));
  });

  it('lowers confidences where near questions score higher than they did in the fit, the more of them the more', () => {
    const near = (count: number) => Array.from({ length: count }, () => outcome(2, 0.9));
    const confidence = (count: number) =>
      toConfidence(calibrate({ ...nothing, near: near(count) }, prior, 0.05), outcome(1, 0.9));
    expect(confidence(4)).toBeLessThan(confidence(0));
    expect(confidence(40)).toBeLessThan(confidence(4));
  });

  it('asks for more where own wordings are answered wrong', () => {
    const own = Array.from({ length: 40 }, () => outcome(4, 0.95));
    const careful = calibrate({ ...nothing, own }, prior, 0.2).thresholds.answerInChannel;
    expect(careful).toBeGreaterThan(calibrate(nothing, prior, 0.2).thresholds.answerInChannel);
  });

  it('asks for more where counter-evidence is answered', () => {
    const counter = Array.from({ length: 200 }, () => outcome(4, 0.95));
    const careful = calibrate({ ...nothing, counter }, prior, 0.05).thresholds.answerInChannel;
    expect(careful).toBeGreaterThan(0.9);
  });
});

describe('rehearse', () => {
  const index = indexOf();
  const { own, near, counter } = rehearse(index.signals, index.weights);

  it('asks own wordings alone and with their entry left out, and counter-evidence', () => {
    expect(own).toHaveLength(14);
    expect(near).toHaveLength(14);
    expect(counter).toHaveLength(60);
  });

  it('finds most own wordings by the others, and none where the entry is gone', () => {
    expect(own.filter(({ isRight }) => isRight).length).toBeGreaterThan(4);
    expect(near.some(({ isRight }) => isRight)).toBe(false);
  });
});
