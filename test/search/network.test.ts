import { expect, test } from 'vitest';
import { sumUp } from '../../src/search/scoring/network.ts';

test('a network adds up what its units find, and nothing for those that find nothing', () => {
  const units = [
    { bias: -1, weight: 2, inputs: [1, 0] },
    { bias: 0, weight: -3, inputs: [0, 1] },
  ];
  expect(sumUp({ bias: 0.5, units }, [3, 1])).toBe(0.5 + 2 * 2 - 3);
  expect(sumUp({ bias: 0.5, units }, [0.5, -1])).toBe(0.5);
});
