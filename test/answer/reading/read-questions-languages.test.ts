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

it.each([
  '¡Hola a todos!',
  'Hola, buenos días, ¿qué tal?',
  '¿Cómo estás?',
  'Muchas gracias por la ayuda',
  'مرحبا بالجميع',
  'السلام عليكم ورحمة الله',
  'كيف حالك؟',
  'شكرا جزيلا',
  'Guten Morgen zusammen!',
  'Wie geht es dir?',
  'Bonjour à tous, ça va ?',
  'Olá, tudo bem?',
  'こんにちは、お元気ですか？',
])('hears a greeting or thanks in %s', (text) => {
  expect(readQuestions(text).asksNothing).toBe(true);
});

it.each([
  '¿Por qué?',
  '¿Qué tal es el sueldo?',
  'Wie geht es weiter?',
  'Hallo, kann ich kommen?',
  'Ça va durer combien ?',
  'كيف أتقدم؟',
])('hears more than a greeting in %s', (text) => {
  expect(readQuestions(text).asksNothing).toBe(false);
});
