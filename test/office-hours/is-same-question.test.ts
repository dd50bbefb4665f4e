// Which questions are one, by words and by meaning.
import { expect, test } from 'vitest';
import { isSameQuestion } from '../../src/office-hours/is-same-question.ts';
import { toHeading } from '../../src/office-hours/to-heading.ts';

const words = (wording: string, entryKey: string | null = null) => ({ wording, vector: null, entryKey });
/** Two vectors of unit length at this cosine. */
const at = (wording: string, cosine: number) => ({
  ...words(wording),
  vector: { encoder: 'e', numbers: [cosine, Math.sqrt(1 - cosine ** 2)] },
});

test.each([
  ['can I bring my dog to the lighthouse?', 'may I bring a dog to the lighthouse', true],
  ['can I bring my dog?', 'is there a pension?', false],
  ['is there a car park?', 'is there a pension plan?', false],
])('by words: %s / %s', (one, other, isSame) => {
  expect(isSameQuestion(words(one), words(other))).toBe(isSame);
});

test.each([
  [0.8, false, true],
  [0.66, false, false],
  [0.66, true, true],
  [0.5, true, false],
])('by meaning at %d (open: %s)', (cosine, isOpen, isSame) => {
  expect(isSameQuestion(at('is remote work possible', 1), at('home office ok', cosine), isOpen)).toBe(isSame);
});

test('what different entries answer are two questions, what one answers is one', () => {
  expect(isSameQuestion(words('how long is a watch', 'a'), words('how long is a watch at night', 'b'))).toBe(false);
  expect(isSameQuestion(words('how long is a watch', 'a'), words('am I up all night', 'a'))).toBe(true);
});

test('vectors of different encoders are not compared', () => {
  const other = { ...at('is there a pension', 1), vector: { encoder: 'f', numbers: [1, 0] } };
  expect(isSameQuestion(at('can I bring my dog', 1), other)).toBe(false);
});

test.each([
  [['hi all, can I bring my dog?'], 'Can I bring my dog?'],
  [['Also, is there a pension plan'], 'Is there a pension plan?'],
  [['quick question: how do I get parcels out there??'], 'How do I get parcels out there?'],
  [['I have never lived alone, should I apply?'], 'I have never lived alone, should I apply?'],
  [['<@U1> what about <https://x.example|this>?'], 'What about this?'],
  [['…'], ''],
])('a heading for %j', (wordings, heading) => {
  expect(toHeading(wordings)).toBe(heading);
});
