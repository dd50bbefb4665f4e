// A learned wording says what was asked, and nothing that points to a person or a place.
import { expect, test } from 'vitest';
import { cleanWording, maxWordingCharacters } from '../../../src/answer/reading/clean-wording.ts';

const cases: readonly (readonly [string, string])[] = [
  ['Do I need a licence to steer?', 'Do I need a licence to steer?'],
  ['<@U0PRIYA001> can   I\nvisit?', 'can I visit?'],
  ['@priya can I visit?', 'can I visit?'],
  ['is <https://example.org/a|https://example.org/a> right about the pay?', 'is right about the pay?'],
  ['see www.example.org/jobs or mail me: ada@example.org', 'see or mail me:'],
  ['call me on +49 (170) 1234-567, is the job open?', 'call me on, is the job open?'],
  ['my number is 123456789', 'my number is'],
  ['do you pay 4000 a month in 2026?', 'do you pay 4000 a month in 2026?'],
  ['I live at 12 Mill Lane, do you come by?', 'I live at, do you come by?'],
  ['we are at 4b, rue de la Paix now', 'we are at now'],
  ['wohne Hauptstraße 7, fahrt ihr da?', 'wohne, fahrt ihr da?'],
  ['vivo en calle Mayor 12', 'vivo en'],
  ['are 2 years on the Road enough? is it 3 weeks by Road?', 'are 2 years on the Road enough? is it 3 weeks by Road?'],
  ['<!channel> is it &lt;b&gt;open&lt;/b&gt;?', 'is it b open /b?'],
  [':wave:', ''],
  ['<@U0PRIYA001>', ''],
];

test.each(cases)('%j becomes %j', (text, wording) => {
  expect(cleanWording(text)).toBe(wording);
});

test('is cut at a word', () => {
  const long = cleanWording('lighthouse '.repeat(60));
  expect(long.length).toBeLessThanOrEqual(maxWordingCharacters);
  expect(long.endsWith('lighthouse')).toBe(true);
});

test('cleaning what is clean changes nothing', () => {
  for (const [, wording] of cases) expect(cleanWording(wording)).toBe(wording);
});

test('a long run of letters and dots takes no longer than its length asks for', () => {
  const timeOf = (text: string) => {
    const start = process.cpuUsage().user;
    for (let times = 0; times < 5; times += 1) cleanWording(text);
    return process.cpuUsage(undefined).user - start;
  };
  timeOf('a.'.repeat(5000));
  const [short, long] = [timeOf('a.'.repeat(5000)), timeOf('a.'.repeat(80_000))];
  expect(long).toBeLessThan(64 * Math.max(short, 2000));
});
