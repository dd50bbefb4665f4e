import { expect, it } from 'vitest';
import { narrow, widen } from '../../src/encoder/half.ts';

it('reads every finite number of 16 bits, and writes it back', () => {
  const finite = Array.from({ length: 0x7c00 }, (_, half) => half).flatMap((half) =>
    half === 0 ? [0] : [half, half + 0x8000],
  );
  expect(finite.filter((half) => narrow(widen(half)) !== half)).toEqual([]);
  expect([0x3c00, 0xc000, 0x3555, 0x0001, 0x7bff].map(widen)).toEqual([1, -2, 0.333251953125, 2 ** -24, 65_504]);
});

it.each([
  [1 + 2 ** -12, 1],
  [2 - 2 ** -13, 2],
  [-0.1, -0.0999755859375],
  [2 ** -26, 0],
])('writes %s as the nearest, %s', (value, nearest) => {
  expect(widen(narrow(value))).toBe(nearest);
});
