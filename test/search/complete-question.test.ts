import { expect, it } from 'vitest';
import { completeQuestion } from '../../src/search/complete-question.ts';
import { garden, indexOf, toEntry } from './notes.ts';

const index = indexOf([
  ...garden,
  toEntry('tools-broken', 'Tools that are broken', 'Tell Amina.'),
  toEntry('tool', 'Tools', 'See the shed.'),
]);
const complete = (typed: string, limit = 10) => completeQuestion(index, typed, limit).map(({ id }) => id);

it.each([
  ['tools', ['tool', 'tools-broken', 'tools'], 'exact, then beginning, then a word within'],
  ['WATERING s', ['watering'], 'a phrasing counts, capitals do not'],
  ['compsot', ['compost'], 'two letters swapped'],
  ['whe', ['compost', 'tools'], 'the beginning of a phrasing comes before a word within one'],
])('%s -> %j: %s', (typed, expected) => {
  expect(complete(typed).slice(0, expected.length)).toEqual(expected);
});

it('lists entries in reading order while nothing is typed, and never more than asked for', () => {
  expect(complete('', 3)).toEqual(['watering', 'plots', 'compost']);
  expect(complete('o', 2)).toHaveLength(2);
});

it('names each entry once', () => {
  const found = complete('water');
  expect(new Set(found).size).toBe(found.length);
});
