import { expect, it } from 'vitest';
import type { Entry } from '../../../src/knowledge/entry.ts';
import { findLinked } from '../../../src/use-cases/unfurl/find-linked.ts';

const post = {
  note: 'role.md',
  title: 'Role',
  date: null,
  authors: [],
  url: 'https://example.org/blog/role/',
  closed: false,
  deadline: null,
};
const toEntry = (id: string): Entry => ({
  key: id,
  note: post.note,
  id,
  question: id,
  anchor: id,
  url: `${post.url}#${id}`,
  answer: 'Yes.',
  phrasings: [],
  post,
});
const bare = { ...post, note: 'bare.md', url: null };
const knowledge = {
  entries: [toEntry('pay'), toEntry('où'), { ...toEntry('nowhere'), url: null, post: bare }],
  posts: [post, bare],
  notCovered: [],
  faults: [],
};

it.each([
  ['https://example.org/blog/role/#pay', 'pay'],
  ['https://example.org/blog/role#pay', 'pay'],
  ['http://EXAMPLE.org/blog/role/?utm_source=mail#pay', 'pay'],
  ['https://example.org/blog/role/index.html#pay', 'pay'],
  ['https://example.org/blog/role/#o%C3%B9', 'où'],
  ['https://example.org/blog/role/#gone', 'post'],
  ['https://example.org/blog/role/', 'post'],
  ['https://example.org/blog/role', 'post'],
  ['https://example.org/blog/', null],
  ['https://example.org/blog/role/more/#pay', null],
  ['https://other.example/blog/role/#pay', null],
  ['ftp://example.org/blog/role/', null],
  ['https://example.org/%E0%A4%A/#x', null],
  ['no address', null],
  ['', null],
])('%s', (address, expected) => {
  const linked = findLinked(knowledge, address);
  expect(linked?.kind === 'entry' ? linked.entry.id : (linked?.kind ?? null)).toBe(expected);
});

it('a post comes with its questions', () => {
  const linked = findLinked(knowledge, 'https://example.org/blog/role/');
  expect(linked).toMatchObject({ kind: 'post', entries: [{ id: 'pay' }, { id: 'où' }] });
});
