// Dates in messages.
import { expect, it } from 'vitest';
import { formatDate } from '../../../../src/workspace/page/text/format-date.ts';

it('fills the tokens it knows and leaves the rest', () => {
  const noon = Date.UTC(2026, 2, 9, 12) / 1000;
  expect(formatDate(noon, 'on {date_short}, {nothing}', 'x', 'en-US')).toBe('on Mar 9, 2026, nothing');
});

it('shows the fallback for a moment that is none', () => {
  expect(formatDate(Number.NaN, '{date}', 'some day')).toBe('some day');
});
