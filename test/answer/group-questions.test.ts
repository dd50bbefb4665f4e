import { expect, it } from 'vitest';
import { groupQuestions } from '../../src/answer/group-questions.ts';

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
