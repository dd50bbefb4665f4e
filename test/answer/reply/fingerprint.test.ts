import { describe, expect, it } from 'vitest';
import { toFingerprint } from '../../../src/answer/reply/fingerprint.ts';

const post = { note: 'n.md', title: 'Note', date: null, authors: [], url: null, closed: false, deadline: null };
const shown = (answer: string, other: object = {}) =>
  toFingerprint({ question: 'How long?', answer, post, isClosed: false, ...other });

describe('a fingerprint', () => {
  it.each([
    ['white space', 'Six hours,\nthen   sleep.', 'Six hours, then sleep.'],
    ['emphasis', '**Six** hours', '_Six_ hours'],
    ['bullets of another kind', '- one\n- two', '* one\n* two'],
    ['an address in angle brackets', 'See https://a.example/x', 'See <https://a.example/x>'],
    ['a link by reference', '[x](https://a.example)', '[x][1]\n\n[1]: https://a.example'],
  ])('is the same after a change of %s', (_, one, other) => {
    expect(shown(one)).toBe(shown(other));
  });

  it.each([
    ['a word', shown('Six hours'), shown('Ten hours')],
    ['where a link leads', shown('[x](https://a.example)'), shown('[x](https://b.example)')],
    ['the question', shown('Six'), shown('Six', { question: 'How long is it?' })],
    ['the title of the post', shown('Six'), shown('Six', { post: { ...post, title: 'Notes' } })],
    ['whether the role is closed', shown('Six'), shown('Six', { isClosed: true })],
    ['the order of sentences', shown('One. Two.'), shown('Two. One.')],
  ])('is another one after a change of %s', (_, one, other) => {
    expect(one).not.toBe(other);
  });
});
