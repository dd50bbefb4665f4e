// Which events are messages to be answered.
import { expect, test } from 'vitest';
import { toMessage } from '../../../src/slack/answer/to-message.ts';

const context = { team: 'T1', botUser: 'U0BOT', botNames: ['rolecall', 'harbourbot'] };
const event = { type: 'message', channel: 'D1', channel_type: 'im', ts: '1.1', text: 'You have been removed from #x' };

test('a person’s are', () => {
  expect(toMessage({ ...event, user: 'U1' }, context)).toMatchObject({ surface: 'direct', user: 'U1' });
});

test.each(['USLACKBOT', 'U0BOT'])('those of %s are not', (user) => {
  expect(toMessage({ ...event, user }, context)).toBeNull();
});

test.each([
  ['@rolecall how long is it?', 'mention'],
  ['hi @HarbourBot, how long is it?', 'mention'],
  ['@jonas how long is it?', 'channel'],
  ['write to me@rolecall.example', 'channel'],
])('a handle typed as text is the bot’s where it is its name: %s', (text, surface) => {
  const typed = { ...event, channel: 'C1', channel_type: 'channel', user: 'U1', text };
  expect(toMessage(typed, context)?.surface).toBe(surface);
});

test('what somebody says with /me is said to the bot where nobody else hears it', () => {
  const said = { ...event, user: 'U1', subtype: 'me_message' };
  expect(toMessage(said, context)).toMatchObject({ surface: 'direct' });
  expect(toMessage({ ...said, channel: 'C1', channel_type: 'channel' }, context)).toBeNull();
});

test('what somebody forwards comes with it', () => {
  const attachments = [
    { is_share: true, text: 'how long is it?' },
    { from_url: 'https://example.org', text: 'a preview' },
  ];
  expect(toMessage({ ...event, user: 'U1', attachments }, context)?.forwarded).toBe('how long is it?');
  expect(toMessage({ ...event, user: 'U1' }, context)?.forwarded).toBeUndefined();
});
