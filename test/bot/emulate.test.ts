// The bot over signed HTTP against an emulation of Slack's Web API that is not ours, with strict scopes: those of the manifest are enough.
import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { WebClient } from '@slack/web-api';
import { createEmulator } from 'emulate';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseConfig } from '../../src/app/config.ts';
import { createBot, type RunningBot } from '../../src/app/create-bot.ts';
import { freePort } from '../free-port.ts';
import { MANIFEST } from './running-bot.ts';

const secret = 'the signing secret of this test';
const tokens = { bot: 'xoxb-rolecall', person: 'xoxb-person' };
const WATCH = 'How long is a watch at the lighthouse?';

let emulator: Awaited<ReturnType<typeof createEmulator>>;
let bot: RunningBot;
let folder: string;
let person: WebClient;
let channel: string;
let team: string;
let personId: string;
const lines: string[] = [];

beforeAll(async () => {
  const self = { bot_id: 'B0ROLECALL', bot_user_id: 'U0ROLECALL', scopes: MANIFEST.oauth_config.scopes.bot };
  const all = ['chat:write', 'channels:read', 'channels:history', 'channels:join', 'users:read'];
  emulator = await createEmulator({
    service: 'slack',
    port: await freePort(),
    seed: {
      tokens: {
        [tokens.bot]: { login: self.bot_user_id, scopes: self.scopes },
        [tokens.person]: { login: 'amara', scopes: all },
      },
      slack: {
        team: { name: 'Harbour', domain: 'harbour' },
        users: [{ name: 'amara', real_name: 'Amara Diallo' }],
        channels: [{ name: 'role-questions' }],
        oauth_apps: [
          { client_id: '1.1', client_secret: 'x', name: 'Rolecall', redirect_uris: [], bot_name: 'rolecall', ...self },
        ],
        tokens: [{ token: tokens.bot, type: 'bot', user_id: self.bot_user_id, ...self }],
        strict_scopes: true,
      },
    },
  });
  const slackApiUrl = `${emulator.url}/api/`;
  person = new WebClient(tokens.person, { slackApiUrl, retryConfig: { retries: 0 } });
  const { channels = [] } = await person.conversations.list();
  channel = channels.find(({ name }) => name === 'role-questions')?.id ?? '';
  const who = await person.auth.test();
  [team, personId] = [who.team_id ?? '', who.user_id ?? ''];
  folder = mkdtempSync(`${tmpdir()}/rolecall-emulate-`);
  bot = await createBot({
    config: parseConfig({
      KNOWLEDGE_DIR: fileURLToPath(new URL('../fixtures/bot/notes', import.meta.url)),
      STATE_DIR: folder,
      ENCODER: 'off',
    }),
    log: pino({ level: 'warn' }, { write: (line: string) => lines.push(line) }),
    connection: { botToken: tokens.bot, by: { kind: 'http', signingSecret: secret }, slackApiUrl },
    teamChannel: null,
    database: ':memory:',
    port: 0,
  });
});

afterAll(async () => {
  await bot?.stop();
  await emulator.close();
  rmSync(folder, { recursive: true });
});

async function send(event: Readonly<Record<string, unknown>>): Promise<void> {
  const body = JSON.stringify({ type: 'event_callback', team_id: team, event_id: `Ev${Math.random()}`, event });
  const seconds = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex');
  const headers = { 'x-slack-request-timestamp': seconds, 'x-slack-signature': `v0=${signature}` };
  const response = await fetch(`http://127.0.0.1:${bot.port}/slack/events`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });
  expect(response.status).toBe(200);
  await bot.inFlight.drain(10_000);
}

async function readThread(ts: string) {
  const { messages = [] } = await person.conversations.replies({ channel, ts, include_all_metadata: true });
  return messages.filter((message) => message.ts !== ts);
}

test('a question is answered in its thread, and its reply follows an edit and a deletion', async () => {
  await person.conversations.join({ channel }).catch(() => {});
  await new WebClient(tokens.bot, { slackApiUrl: `${emulator.url}/api/` }).conversations
    .join({ channel })
    .catch(() => {});
  const { ts = '' } = await person.chat.postMessage({ channel, text: WATCH });
  const message = { type: 'message', channel, channel_type: 'channel', user: personId, ts, text: WATCH };
  await send(message);
  await send(message);
  const [reply, ...others] = await readThread(ts);
  expect(others).toEqual([]);
  expect(JSON.stringify(reply?.blocks)).toContain('six hours');
  expect(reply?.metadata).toMatchObject({ event_type: 'rolecall_delivery' });
  const text = 'would I have to move to the island?';
  const edited = { ...message, text, edited: { user: personId, ts: `${Number(ts) + 5}` } };
  await send({
    type: 'message',
    subtype: 'message_changed',
    channel,
    channel_type: 'channel',
    message: edited,
    previous_message: message,
  });
  expect(JSON.stringify((await readThread(ts)).map(({ blocks }) => blocks))).toContain('four rooms');
  await send({
    type: 'message',
    subtype: 'message_deleted',
    channel,
    channel_type: 'channel',
    deleted_ts: ts,
    previous_message: edited,
  });
  expect(await readThread(ts)).toEqual([]);
  expect(lines.join('')).not.toMatch(/missing_scope|invalid_/);
});
