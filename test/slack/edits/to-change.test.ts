import { describe, expect, it } from 'vitest';
import { toChange } from '../../../src/slack/edits/to-change.ts';

const context = { team: 'T1', botUser: 'UBOT', botNames: ['rolecall'] };
const message = { type: 'message', user: 'U1', ts: '1.1', text: 'new words', edited: { user: 'U1', ts: '2.1' } };
const changed = {
  type: 'message',
  subtype: 'message_changed',
  hidden: true,
  channel: 'C1',
  channel_type: 'channel',
  ts: '2.2',
  event_ts: '2.2',
  message,
  previous_message: { ...message, text: 'old words', edited: undefined },
};
const read = {
  team: 'T1',
  channel: 'C1',
  ts: '1.1',
  threadTs: null,
  user: 'U1',
  text: 'new words',
  surface: 'channel',
  isBroadcast: false,
};

it('reads an edit', () => {
  expect(toChange(changed, context)).toEqual({ kind: 'edited', message: read, editedTs: '2.1' });
});

it.each([
  ['in a direct message', { channel_type: 'im' }, {}, { surface: 'direct' }],
  ['that mentions the bot now', {}, { text: 'hey <@UBOT>' }, { surface: 'mention', text: 'hey <@UBOT>' }],
  ['in a thread', {}, { thread_ts: '0.9' }, { threadTs: '0.9' }],
  ['of a thread’s root', {}, { thread_ts: '1.1' }, { threadTs: null }],
])('reads an edit %s', (_, outer, inner, expected) => {
  const event = { ...changed, ...outer, message: { ...message, ...inner } };
  expect(toChange(event, context)).toMatchObject({ kind: 'edited', message: expected });
});

it('takes the time of the event where the message has none of its own', () => {
  const { edited: _, ...bare } = message;
  expect(toChange({ ...changed, message: bare }, context)).toMatchObject({ kind: 'edited', editedTs: '2.2' });
});

it('reads a mention that Slack sends again after an edit', () => {
  const event = { ...message, type: 'app_mention', channel: 'C1', event_ts: '2.1', text: '<@UBOT> why?' };
  expect(toChange(event, context)).toMatchObject({ kind: 'edited', message: { surface: 'mention' }, editedTs: '2.1' });
});

describe('a deletion', () => {
  const deletion = { kind: 'deleted', team: 'T1', channel: 'C1', ts: '1.1' };

  it('comes as message_deleted', () => {
    const event = { type: 'message', subtype: 'message_deleted', channel: 'C1', deleted_ts: '1.1', ts: '3.1' };
    expect(toChange(event, context)).toEqual(deletion);
  });

  it('of a message with replies comes as a tombstone', () => {
    const tombstone = {
      type: 'message',
      subtype: 'tombstone',
      user: 'USLACKBOT',
      ts: '1.1',
      text: 'deleted',
      hidden: true,
    };
    expect(toChange({ ...changed, message: tombstone }, context)).toEqual(deletion);
  });
});

it.each([
  ['a preview of a link', { ...changed, previous_message: message }],
  ['a count of replies', { ...changed, message: { ...message, reply_count: 2 }, previous_message: message }],
  ['a change of the bot’s own', { ...changed, message: { ...message, bot_id: 'B1' } }],
  ['a change of the bot by user id', { ...changed, message: { ...message, user: 'UBOT' } }],
  ['a new mention', { ...message, type: 'app_mention', channel: 'C1', edited: undefined }],
  ['a new message', { ...message, channel: 'C1', edited: undefined }],
  ['a join', { type: 'message', subtype: 'channel_join', channel: 'C1', user: 'U1', ts: '1.1' }],
  ['a change without a message', { ...changed, message: null }],
  ['a change without a channel', { ...changed, channel: null }],
  ['nothing', null],
])('%s is no change', (_, event) => {
  expect(toChange(event, context)).toBeNull();
});
