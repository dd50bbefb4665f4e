// What one of the team wrote: an answer, or a word on the way to one.
import { expect, test } from 'vitest';
import { saysSomething } from '../../../src/answer/reading/says-something.ts';

test.each([
  'Let me check',
  'let me check with Priya and get back to you',
  "Good question! I'll ask the others.",
  'I will look into it tomorrow.',
  "We'll get back to you.",
  'Checking …',
  'One moment please',
  'hold on',
  "I'm not sure, sorry",
  'No idea.',
  'Thanks!',
  '👍',
  'ok',
  'What do you mean by that?',
  '<@U1> can you answer this?',
  'Which role is it about? Let me look.',
  'Ich schaue mal nach.',
  'Gute Frage!',
  'Je vérifie et je reviens vers toi.',
  'Buena pregunta, lo miro.',
  'I can ask around',
  'looking into it',
  '',
])('%j is no answer', (text) => {
  expect(saysSomething(text)).toBe(false);
});

test.each([
  'Yes, it is paid.',
  'Let me check the amount. It is paid monthly, in euros.',
  'No, you need a laptop of your own',
  'See <https://example.org/x|the form>',
  'Until Friday, noon.',
  'We will pay for your travel.',
  'It ends in May. Does that help?',
  'Die Stelle ist bis Mai befristet.',
  'Yes: one for everybody, in the boat.',
  'Wait for the boat at the pier.',
  'We are looking for people who like fog.',
  'We will see you on Monday at nine.',
  'We will check your papers at the gate.',
])('%j answers', (text) => {
  expect(saysSomething(text)).toBe(true);
});
