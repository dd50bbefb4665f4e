// What the bot says of its own.
import { describe, expect, test } from 'vitest';
import { formatAge, formatDate, helpLines, notices, reasons, replies } from '../../src/answer/wording.ts';

describe('dates and ages', () => {
  test.each([
    ['2022-03-22', '22 March 2022'],
    ['2024-02-29T23:59:59Z', '29 February 2024'],
    ['soon', 'soon'],
    ['', ''],
  ])('%s is written %s', (iso, expected) => {
    expect(formatDate(iso)).toBe(expected);
  });

  test.each([
    [59, '59 days'],
    [60, '1 month'],
    [61, '2 months'],
    [729, '23 months'],
    [730, '1 year'],
    [731, '2 years'],
    [1500, '4 years'],
  ])('%i days are %s', (days, expected) => {
    expect(formatAge(days)).toBe(expected);
  });
});

describe('sentences', () => {
  const sentences = [
    ...Object.values(reasons),
    ...Object.values(notices),
    replies.gone,
    replies.notInNotes,
    ...helpLines({ command: '/role', isTeamMember: true, example: 'How long is it?' }),
  ];

  test('begin with a capital, a mark or a command, and end', () => {
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z`][\s\S]*[.?!]$/);
  });

  test('name the command as it is configured', () => {
    expect(helpLines({ command: '/ask-us', isTeamMember: false, example: null }).join()).toContain('/ask-us');
    expect(helpLines({ command: '/ask-us', isTeamMember: false, example: null }).join()).not.toContain('/role');
  });

  test('are no mentions', () => {
    for (const sentence of sentences) expect(sentence).not.toMatch(/<[!@#]|@(?:channel|here|everyone)/);
  });
});
