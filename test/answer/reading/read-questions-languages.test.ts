// Whether a message asks, in languages beside English.
import { expect, it } from 'vitest';
import { readQuestions } from '../../../src/answer/reading/read-questions.ts';

it.each([
  'Kann ich von zu Hause arbeiten?',
  'Puis-je travailler à distance ?',
  '¿Puedo trabajar desde casa?',
  'Posso trabalhar de casa?',
  '在宅で働けますか？',
  '在宅で働けますか。',
  'هل يمكنني العمل من المنزل؟',
  'هل يمكنني العمل من المنزل',
])('reads %s as a question', (text) => {
  const { questions, questionProbability } = readQuestions(text);
  expect(questionProbability).toBeGreaterThan(0.7);
  expect(questions.map(({ isStatement }) => isStatement)).toEqual([false]);
});

it.each(['Danke, bis morgen!', 'Ich komme morgen später.', 'ありがとうございます。', 'Merci beaucoup'])(
  'hears no question in %s',
  (text) => {
    expect(readQuestions(text).questionProbability).toBeLessThan(0.5);
  },
);
