// Groups that mean the same become one; without vectors, or where they only sound alike, they stay apart.
import { expect, test } from 'vitest';
import { joinGroups } from '../../src/answer/join-groups.ts';

/** Two unit vectors with this cosine. */
const facing = (cosine: number) => Float32Array.from([cosine, Math.sqrt(1 - cosine * cosine)]);
const group = (text: string, askedAt: number, vector: Float32Array | null, nearest: string | null = null) => ({
  ...{ text, vector, nearest },
  questions: [{ text, askedAt }],
});
const texts = (groups: Parameters<typeof joinGroups>[0]) =>
  joinGroups(groups).map(({ questions }) => questions.map(({ text }) => text));

test('what means the same is one group, the newest first', () => {
  const groups = [group('dog?', 1, facing(1)), group('pier?', 3, facing(0)), group('pets?', 2, facing(0.62))];
  expect(texts(groups)).toEqual([['pets?', 'dog?'], ['pier?']]);
});

test('what only sounds alike is one where the same entry comes nearest to both', () => {
  const pay = (nearest: string) => [group('pay?', 1, facing(1), 'a'), group('salary?', 2, facing(0.375), nearest)];
  expect(texts(pay('a'))).toEqual([['salary?', 'pay?']]);
  expect(texts(pay('b'))).toEqual([['pay?'], ['salary?']]);
});

test('without vectors nothing is joined', () => {
  expect(texts([group('one?', 1, null, 'a'), group('two?', 2, null, 'a')])).toEqual([['one?'], ['two?']]);
});
