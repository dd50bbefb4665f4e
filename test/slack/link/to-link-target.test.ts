// Who wrote the message of a shortcut, and where its answer belongs.
import type { MessageShortcut } from '@slack/bolt';
import { expect, test } from 'vitest';
import { toLinkTarget } from '../../../src/slack/link/to-link-target.ts';

const self = { team: 'T1', botId: 'B0SELF', botUser: 'U0SELF' };

function read(message: Readonly<Record<string, unknown>>) {
  const shortcut = {
    type: 'message_action',
    callback_id: 'answer_from_notes',
    trigger_id: '1.2.3',
    message_ts: '5.0001',
    response_url: 'https://hooks.example',
    user: { id: 'U9', name: 'priya' },
    channel: { id: 'C1', name: 'questions' },
    team: { id: 'T1', domain: 'd' },
    token: '',
    action_ts: '6.0',
    message: { type: 'message', ts: '5.0001', ...message },
  };
  return toLinkTarget(shortcut as unknown as MessageShortcut, self);
}

test.each([
  ['a person', { user: 'U1', text: 'hi?' }, 'person'],
  ['a person with a file', { user: 'U1', text: 'hi?', subtype: 'file_share' }, 'person'],
  ['a reply that was also sent to the channel', { user: 'U1', text: 'hi?', subtype: 'thread_broadcast' }, 'person'],
  ['the bot', { user: 'U0SELF', bot_id: 'B0SELF', text: 'Answer' }, 'bot'],
  ['the bot, known by its user alone', { user: 'U0SELF', text: 'Answer' }, 'bot'],
  ['another app', { user: 'U5', bot_id: 'B5', text: 'Stand-up!' }, 'app'],
  ['another app without a user', { bot_id: 'B5', subtype: 'bot_message', text: 'Stand-up!' }, 'app'],
  ['a join', { user: 'U1', subtype: 'channel_join', text: '<@U1> has joined' }, 'slack'],
  ['a tombstone', { user: 'USLACKBOT', subtype: 'tombstone', text: 'This message was deleted.' }, 'slack'],
  ['nobody', {}, 'slack'],
] as const)('%s', (_name, message, writtenBy) => {
  expect(read(message).writtenBy).toBe(writtenBy);
});

test('belongs in the thread of its parent, and the parent in its own', () => {
  expect(read({ user: 'U1', thread_ts: '4.0001' }).threadTs).toBe('4.0001');
  expect(read({ user: 'U1', thread_ts: '5.0001' }).threadTs).toBeNull();
  expect(read({ user: 'U1' })).toMatchObject({ ts: '5.0001', threadTs: null, text: '', author: 'U1', user: 'U9' });
});
