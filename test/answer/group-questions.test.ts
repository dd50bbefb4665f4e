import { expect, it } from 'vitest';
import { groupQuestions, joinGroups } from '../../src/answer/group-questions.ts';
import { toCompared } from '../../src/answer/same-question.ts';

function group(...texts: readonly string[]) {
  const questions = texts.map((text, place) => ({ text, askedAt: place }));
  return groupQuestions(questions).map(({ text, questions: grouped }) => [text, grouped.length]);
}

it.each([
  ['nothing', [], []],
  [
    'the same words in another order',
    ['What is the salary?', 'the salary, what is it?'],
    [['the salary, what is it?', 2]],
  ],
  ['other forms of the same words', ['Do you sponsor visas?', 'sponsoring a visa?'], [['sponsoring a visa?', 2]]],
  [
    'different subjects apart, the largest group first',
    ['Is there a dog on the island?', 'What is the salary?', 'How high is the salary?', 'Is the salary high?'],
    [
      ['Is the salary high?', 3],
      ['Is there a dog on the island?', 1],
    ],
  ],
  ['questions without a subject by all their words', ['What is it?', 'what is it'], [['what is it', 2]]],
  [
    'one subject in other words',
    ['what about pay?', 'Is there a gym?', "what's the salary range?"],
    [
      ["what's the salary range?", 2],
      ['Is there a gym?', 1],
    ],
  ],
  [
    'no chain: what is the same as one of a group and not as the other stays apart',
    ['parrots, cages?', 'parrots, cages, seeds?', 'cages, seeds?'],
    [
      ['cages, seeds?', 2],
      ['parrots, cages?', 1],
    ],
  ],
  [
    'one group of two as newer before an older one',
    ['Visa?', 'Salary?'],
    [
      ['Salary?', 1],
      ['Visa?', 1],
    ],
  ],
])('groups %s', (_, texts, expected) => {
  expect(group(...texts)).toEqual(expected);
});

it('joins groups whose vectors say that they are one, the newest question first', () => {
  const at = (cosine: number) => ({ encoder: 'e', numbers: [cosine, Math.sqrt(1 - cosine ** 2)] });
  const groups = [
    { text: 'is the salary negotiable?', askedAt: 1, cosine: 1 },
    { text: 'is there a gym?', askedAt: 3, cosine: 0 },
    { text: 'can I negotiate what I earn?', askedAt: 2, cosine: 0.8 },
  ].map(({ text, askedAt, cosine }) => ({ text, cosine, questions: [{ text, askedAt }] }));
  const joined = joinGroups(groups, ({ text, cosine }) => toCompared(text, at(cosine)));
  expect(joined.map(({ questions }) => questions.map(({ text }) => text))).toEqual([
    ['can I negotiate what I earn?', 'is the salary negotiable?'],
    ['is there a gym?'],
  ]);
  expect(joinGroups(groups, ({ text }) => toCompared(text))).toHaveLength(3);
});
