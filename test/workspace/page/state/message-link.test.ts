// Links to messages, as the workspace writes them.
import { expect, it } from 'vitest';
import { parseMessageLink } from '../../../../src/workspace/page/state/message-link.ts';

const ORIGIN = 'http://127.0.0.1:3000';
const parse = (path: string) => parseMessageLink(`${ORIGIN}${path}`, ORIGIN);

it('reads channel and time, and the thread of a reply', () => {
  expect(parse('/archives/C1/p1700000000000200')).toEqual({
    message: { channel: 'C1', ts: '1700000000.000200' },
    root: null,
  });
  expect(parse('/archives/C1/p1700000001000300?thread_ts=1700000000.000200&cid=C1')).toEqual({
    message: { channel: 'C1', ts: '1700000001.000300' },
    root: { channel: 'C1', ts: '1700000000.000200' },
  });
});

it('takes a link to the root for a link to a message', () => {
  expect(parse('/archives/C1/p1700000000000200?thread_ts=1700000000.000200')?.root).toBeNull();
});

it('leaves every other address alone', () => {
  expect(parse('/')).toBeNull();
  expect(parse('/archives/C1')).toBeNull();
  expect(parseMessageLink('https://elsewhere.example/archives/C1/p1700000000000200', ORIGIN)).toBeNull();
  expect(parseMessageLink('no address', ORIGIN)).toBeNull();
});
