// Messages as rows: groups, days, what stands in the channel and what in the thread.
import { describe, expect, it } from 'vitest';
import {
  findLastOwn,
  selectChannelMessages,
  selectReplies,
  toRows,
} from '../../../../src/workspace/page/state/message-rows.ts';
import { messageOf } from '../workspace-state.ts';

const NOON = 1_700_000_000;
const at = (seconds: number): string => (NOON + seconds).toFixed(6);

function shown(messages: Parameters<typeof toRows>[0]): readonly string[] {
  return toRows(messages).map((row) => (row.kind === 'day' ? 'day' : row.grouped ? 'grouped' : 'headed'));
}

describe('toRows', () => {
  it('groups what one person writes within five minutes', () => {
    expect(
      shown([messageOf(at(0)), messageOf(at(60)), messageOf(at(400)), messageOf(at(410), { userId: 'U1' })]),
    ).toEqual(['day', 'headed', 'grouped', 'headed', 'headed']);
  });

  it('begins anew after replies, after a joining line and around an ephemeral message', () => {
    expect(
      shown([
        messageOf(at(0), { replyCount: 1 }),
        messageOf(at(1)),
        messageOf(at(2), { ephemeral: true }),
        messageOf(at(3), { subtype: 'channel_join' }),
        messageOf(at(4)),
      ]),
    ).toEqual(['day', 'headed', 'headed', 'headed', 'headed', 'headed']);
  });

  it('puts a divider before each day', () => {
    expect(shown([messageOf(at(0)), messageOf(at(86_400)), messageOf(at(86_401))])).toEqual([
      'day',
      'headed',
      'day',
      'headed',
      'grouped',
    ]);
  });
});

describe('what is shown where', () => {
  const root = messageOf(at(0));
  const reply = messageOf(at(1), { threadTs: root.ts });
  const both = messageOf(at(2), { threadTs: root.ts, alsoInChannel: true });
  const elsewhere = messageOf(at(3), { channel: 'C2' });
  const all = [root, reply, both, elsewhere];

  it('keeps replies out of the channel unless they were sent there too', () => {
    expect(selectChannelMessages(all, 'C1')).toEqual([root, both]);
  });

  it('gives a thread all its replies, without the root', () => {
    expect(selectReplies(all, 'C1', root.ts)).toEqual([reply, both]);
  });

  it('finds the last message that the person may edit', () => {
    const own = messageOf(at(4), { userId: 'U1' });
    const later = [messageOf(at(5), { userId: 'U1', subtype: 'tombstone' }), messageOf(at(6))];
    expect(findLastOwn([own, ...later], 'U1')).toBe(own);
    expect(findLastOwn(later, 'U1')).toBeNull();
  });
});
