// The same calls to this workspace and to an independent emulation of Slack end the same way. Left out is where the other one
// is not like Slack's documentation: threads that are not there, a root's own thread_ts, metadata that nobody asked for.
import { WebClient } from '@slack/web-api';
import { createEmulator } from 'emulate';
import { expect, onTestFinished, test } from 'vitest';
import { CHANNELS } from '../../../src/workspace/server/state/seed.ts';
import { freePort } from '../../free-port.ts';
import { clientFor, startForTest } from '../running.ts';

const TOKEN = 'xoxb-test';
const SCOPES = [
  'chat:write',
  'channels:read',
  'channels:history',
  'channels:join',
  'users:read',
  'reactions:write',
  'reactions:read',
];

async function startEmulator(): Promise<WebClient> {
  const emulator = await createEmulator({
    service: 'slack',
    port: await freePort(),
    seed: {
      tokens: { [TOKEN]: { login: 'echo', scopes: SCOPES } },
      slack: {
        team: { name: 'Test', domain: 'test' },
        users: [{ name: 'amara', real_name: 'Amara Diallo' }],
        channels: [{ name: 'role-questions' }, { name: 'elsewhere' }],
        bots: [{ name: 'echo' }],
        strict_scopes: true,
      },
    },
  });
  onTestFinished(() => emulator.close());
  return new WebClient(TOKEN, { slackApiUrl: `${emulator.url}/api/`, retryConfig: { retries: 0 } });
}

/** What a call gives: its error, or the names of its fields, those of messages included. */
async function outcome(client: WebClient, method: string, args: Record<string, unknown>): Promise<string> {
  try {
    await client.apiCall(method, args);
    return 'accepted';
  } catch (error) {
    return String((error as { data?: { error?: string } }).data?.error ?? error);
  }
}

test('a handful of calls end the same way', async () => {
  const workspace = await startForTest();
  const ours = clientFor(workspace);
  const theirs = await startEmulator();
  const list = await theirs.conversations.list({});
  const theirChannel = String(list.channels?.find(({ name }) => name === 'role-questions')?.id);
  const places = [
    { client: ours, channel: CHANNELS.questions.id },
    { client: theirs, channel: theirChannel },
  ];
  const results = await Promise.all(
    places.map(async ({ client, channel }) => {
      const posted = await client.chat.postMessage({
        channel,
        text: 'root',
        metadata: { event_type: 'a', event_payload: { n: 1 } },
      });
      const ts = String(posted.ts);
      const reply = await client.chat.postMessage({ channel, text: 'reply', thread_ts: ts });
      const replies = await client.conversations.replies({ channel, ts, include_all_metadata: true });
      const calls: [string, Record<string, unknown>][] = [
        ['chat.postMessage', { channel }],
        ['chat.postMessage', { channel: 'C0NOWHERE1', text: 'x' }],
        ['chat.update', { channel, ts: '1.000000', text: 'x' }],
        ['chat.delete', { channel, ts: '1.000000' }],
        ['chat.update', { channel, ts, text: 'changed' }],
        ['conversations.info', { channel: 'C0NOWHERE1' }],
        ['users.info', { user: 'U0NOBODY01' }],
        ['reactions.add', { channel, timestamp: ts, name: 'eyes' }],
        ['reactions.add', { channel, timestamp: ts, name: 'eyes' }],
        ['reactions.remove', { channel, timestamp: ts, name: 'tada' }],
        [
          'views.open',
          { trigger_id: '1.2.3', view: { type: 'modal', title: { type: 'plain_text', text: 'T' }, blocks: [] } },
        ],
        ['chat.delete', { channel, ts: String(reply.ts) }],
      ];
      const outcomes: string[] = [];
      for (const [method, args] of calls) outcomes.push(`${method}: ${await outcome(client, method, args)}`);
      return {
        outcomes,
        thread: replies.messages?.map(({ text, thread_ts, reply_count }) => [
          text,
          text === 'root' || thread_ts === ts,
          reply_count,
        ]),
        metadata: replies.messages?.[0]?.metadata,
        reply: reply.message?.thread_ts === ts,
      };
    }),
  );
  expect(results[0]).toEqual(results[1]);
});
