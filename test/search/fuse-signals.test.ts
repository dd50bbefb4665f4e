// How much counter-evidence says: more on notes that hold much of it.
import { describe, expect, it } from 'vitest';
import {
  blendWeights,
  type FusionWeights,
  toCoverageInputs,
  toToldShare,
} from '../../src/search/scoring/fuse-signals.ts';
import { type SignalTable, signalNames } from '../../src/search/scoring/signals.ts';

/** One entry, likest in nothing, beside counter-evidence that is near. */
function makeTable(counterTrained: number): SignalTable {
  return {
    rows: [new Float64Array(signalNames.length)],
    question: { unknown: 0.2, mass: 3, wordCount: 6, counterWords: 0.5, counterMeaning: 0.7, counterTrained },
    nearest: Int32Array.of(0),
  };
}

/** Weights that are all one, and as many as there are inputs. */
function toWeights(inputs: readonly number[]): FusionWeights {
  const weights = { ranking: signalNames.map(() => 1), coverage: inputs.map(() => 1) };
  return { bare: weights, phrased: weights };
}

describe('notes that say what they do not answer', () => {
  it('count as told by a half with 60 wordings, not at all without, never wholly', () => {
    expect([0, 60, 540].map(toToldShare)).toEqual([0, 0.5, 0.9]);
    expect(toToldShare(100_000)).toBeLessThan(1);
  });

  it('let counter-evidence count once more, in their share', () => {
    const inputs = toCoverageInputs(makeTable(2), Float64Array.of(5), 0);
    expect(inputs.slice(-6)).toEqual([0.5, 0.7, 2, 0.5, 0.7, 2]);
    const counted = (told: number) => blendWeights(toWeights(inputs), { phrased: 0.3, told }).coverage.slice(-6);
    expect(counted(0)).toEqual([1, 1, 1, 0, 0, 0]);
    expect(counted(0.5)).toEqual([1, 1, 1, 0.5, 0.5, 0.5]);
  });

  it('bound what a single far-off score of the classifier can do', () => {
    const inputs = (score: number) => toCoverageInputs(makeTable(score), Float64Array.of(5), 0);
    expect(inputs(1000)).toEqual(inputs(8));
    expect(inputs(-1000)).toEqual(inputs(-8));
  });
});
