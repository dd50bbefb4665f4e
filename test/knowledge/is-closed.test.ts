// When a role is closed.
import { describe, expect, it } from 'vitest';
import { isClosed } from '../../src/knowledge/is-closed.ts';

describe('isClosed', () => {
  it.each([
    [true, null, '2024-06-01T00:00:00Z', true],
    [false, null, '2024-06-01T00:00:00Z', false],
    [false, '2024-06-01', '2024-06-01T23:59:59Z', false],
    [false, '2024-06-01', '2024-06-02T00:00:00Z', true],
    [false, '2024-06-01T12:00:00Z', '2024-06-01T11:59:59Z', false],
    [false, '2024-06-01T12:00:00Z', '2024-06-01T12:00:00Z', true],
  ])('closed %s, deadline %s, at %s: %s', (closed, deadline, now, expected) => {
    expect(isClosed({ closed, deadline }, Date.parse(now))).toBe(expected);
  });
});
