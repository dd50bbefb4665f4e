// Which questions are one, by words and by meaning.
import { expect, test } from 'vitest';
import { isSameQuestion } from '../../src/office-hours/is-same-question.ts';
import { toHeading } from '../../src/office-hours/to-heading.ts';

const words = (wording: string, entryKey: string | null = null) => ({ wording, vector: null, entryKey });
test('without entries the words and the meaning decide', () => {
  expect(isSameQuestion(words('can I bring my dog?'), words('are pets allowed?', 'a'))).toBe(true);
  expect(isSameQuestion(words('can I bring my dog?'), words('is there a pension?'))).toBe(false);
});

test('what different entries answer are two questions, what one answers is one', () => {
  expect(isSameQuestion(words('how long is a watch', 'a'), words('how long is a watch at night', 'b'))).toBe(false);
  expect(isSameQuestion(words('how long is a watch', 'a'), words('am I up all night', 'a'))).toBe(true);
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
