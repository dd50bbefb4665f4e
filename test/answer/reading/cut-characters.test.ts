// Texts are cut between characters.
import { expect, test } from 'vitest';
import { cutCharacters } from '../../../src/answer/reading/cut-characters.ts';
import { cutText } from '../../../src/slack/blocks/mrkdwn.ts';

test.each([
  ['abc', 5, 'abc'],
  ['abcdef', 5, 'abcde'],
  ['ab😀cd', 3, 'ab'],
  ['ab😀cd', 4, 'ab😀'],
  ['a👩\u200d🚀b', 4, 'a'],
  ['ae\u0301', 2, 'a'],
])('%j within %i is %j', (text, max, cut) => {
  expect(cutCharacters(text, max)).toBe(cut);
});

test('no text of emoji is cut into half of one, wherever it is cut', () => {
  for (let max = 2; max < 40; max += 1) {
    const cut = cutText('😀'.repeat(40), max);
    expect(cut.length).toBeLessThanOrEqual(max);
    expect(JSON.stringify(cut)).not.toMatch(/\\ud[89a-f]/);
  }
});
