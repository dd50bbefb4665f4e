// Which questions are one in other words: pairs of our own, with how many of them are found and how many are taken for one wrongly.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isSameQuestion, toCompared } from '../../src/answer/same-question.ts';

function readPairs(name: string): readonly (readonly [string, string])[] {
  const lines = readFileSync(new URL(`../../bench/lines/${name}.jsonl`, import.meta.url), 'utf8');
  return lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

const isSame = (one: string, other: string) => isSameQuestion(toCompared(one), toCompared(other));
/** Two vectors of unit length at this cosine. */
const at = (cosine: number, encoder = 'e') => ({ encoder, numbers: [cosine, Math.sqrt(1 - cosine ** 2)] });

describe('by words alone', () => {
  it.each([
    ['what about pay?', "what's the salary range?", true],
    ['can I bring my dog?', 'are pets allowed?', true],
    ['can I bring my dog to the lighthouse?', 'may I bring a dog to the lighthouse', true],
    ['what about pay?', 'when do I get paid?', false],
    ["what's the salary range?", "what's the age range?", false],
    ['can I bring my dog?', 'can I bring my partner?', false],
    ['when does it start?', 'when is the deadline?', false],
    ['is there a car park?', 'is there a pension plan?', false],
  ])('%s / %s', (one, other, expected) => {
    expect(isSame(one, other)).toBe(expected);
  });

  it('finds some of what is the same, and takes nothing for one that is not', () => {
    expect(readPairs('same-question').filter(([one, other]) => isSame(one, other)).length).toBeGreaterThanOrEqual(9);
    expect(readPairs('other-question').filter(([one, other]) => isSame(one, other))).toEqual([]);
  });
});

describe('with meaning', () => {
  it.each([
    ['is the salary negotiable?', 'can I negotiate what I earn?', 0.75, true],
    ['is the salary negotiable?', 'can I negotiate what I earn?', 0.73, false],
    ['is there a gym?', 'is there a swimming pool?', 0.9, false],
    ['how far is the pier?', 'where is the pier and the boat?', 0.9, false],
  ])('%s / %s at %d', (one, other, cosine, expected) => {
    expect(isSameQuestion(toCompared(one, at(1)), toCompared(other, at(cosine)))).toBe(expected);
  });

  it('vectors of different encoders are not compared', () => {
    const other = toCompared('can I negotiate what I earn?', at(0.9, 'f'));
    expect(isSameQuestion(toCompared('is the salary negotiable?', at(1)), other)).toBe(false);
  });
});
