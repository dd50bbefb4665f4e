import { describe, expect, it } from 'vitest';
import { rankEntries, toConfidenceInputs, toNotesShares, toWeights } from '../../src/search/scoring/fuse-signals.ts';
import { signalNames } from '../../src/search/scoring/signals.ts';

const question = { unknown: 0.2, mass: 3, wordCount: 6, counterWords: 0.5, counterMeaning: 0.7 };
const row = (value: number) => new Float64Array(signalNames.length).fill(value);
const notes = { phrased: 0.25, told: 0 };
const ones = { ranking: signalNames.map(() => 1), rivals: null, notes };

describe('how notes compare with those of the fit', () => {
  it('counts them as told by a half with 60 wordings, not at all without, never wholly', () => {
    expect([0, 60, 540].map((count) => toNotesShares(0, 1, count).told)).toEqual([0, 0.5, 0.9]);
    expect(toNotesShares(0, 1, 100_000).told).toBeLessThan(1);
  });

  it('counts them as phrased by a half with four phrasings an entry', () => {
    expect(toNotesShares(40, 10, 0).phrased).toBe(0.5);
    expect(toNotesShares(0, 0, 0).phrased).toBe(0);
  });

  it('takes weights in between', () => {
    const network = { bias: 0, units: [] };
    const networks = { rivals: null, best: network, three: network };
    const half = { phrased: 0.5, told: 0 };
    const model = { ranking: { bare: [1], phrased: [3] }, ...networks };
    expect(toWeights(model, half)).toEqual({ ranking: [2], ...networks, notes: half });
  });
});

describe('rankEntries', () => {
  it('orders by the weighted sum of signals, in reading order where they are equal', () => {
    const { order, shares } = rankEntries({ rows: [row(0.1), row(0.3), row(0.3)] }, ones);
    expect(order).toEqual([1, 2, 0]);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
  });

  it('adds what a network finds in each beside its rivals: how far it is behind the highest in one signal', () => {
    const { ranking } = ones;
    const behind = ranking.length;
    const unit = { bias: 0, weight: -100, inputs: ranking.map(() => 0).concat(-1) };
    const rivals = { bias: 0, units: [unit] };
    const [first, second] = [row(0.3), row(0.3)];
    second[0] = 0.5;
    first[5] = 0.6;
    expect(unit.inputs).toHaveLength(behind + 1);
    expect(rankEntries({ rows: [first, second] }, ones).order).toEqual([0, 1]);
    expect(rankEntries({ rows: [first, second] }, { ...ones, rivals }).order).toEqual([1, 0]);
  });
});

describe('toConfidenceInputs', () => {
  it('lets counter-evidence count once more, as far as the notes tell what they do not answer', () => {
    const table = { rows: [row(0)], question };
    const inputs = (told: number) =>
      toConfidenceInputs(table, rankEntries(table, ones), { phrased: 0.25, told }).slice(-5);
    expect(inputs(0)).toEqual([0.5, 0.7, 0, 0, 0.25]);
    expect(inputs(0.5)).toEqual([0.5, 0.7, 0.25, 0.35, 0.25]);
  });
});
