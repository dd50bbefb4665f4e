// Payloads as Slack really sends them, handed to the real Bolt app: which calls of the Web API each leads to.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseConfig } from '../../src/app/config.ts';
import { createBot, type RunningBot } from '../../src/app/create-bot.ts';
import { TestClock } from '../bot/running-bot.ts';
import { findShared } from '../requirements.ts';
import { type LoopbackSlack, startLoopbackSlack, TestReceiver, toGateway } from './loopback-slack.ts';
import { isObject, type Json, type Payload, readPayloads, replaceText, withOwnTimestamp } from './read-payloads.ts';
import { SENDER } from './sender.ts';

const EXPECTED = new URL('../fixtures/slack/recorded-calls.json', import.meta.url);
const shared = findShared();
const recorded: readonly Payload[] =
  shared === null ? [] : ['payloads', 'payloads-real'].flatMap((folder) => readPayloads(join(shared, 'slack', folder)));

const receiver = new TestReceiver();
const clock = new TestClock();
const lines: string[] = [];
let slack: LoopbackSlack;
let bot: RunningBot;
let folder: string;
let place = 0;

beforeAll(async () => {
  slack = await startLoopbackSlack();
  folder = mkdtempSync(join(tmpdir(), 'rolecall-payloads-'));
  bot = await createBot({
    config: parseConfig({
      KNOWLEDGE_DIR: fileURLToPath(new URL('../fixtures/bot/notes', import.meta.url)),
      STATE_DIR: folder,
      ENCODER: 'off',
      CATCH_UP_MINUTES: '0',
    }),
    log: pino({ level: 'info' }, { write: (line: string) => lines.push(line) }),
    connection: {
      botToken: 'xoxb-loopback',
      by: { kind: 'socket', appToken: 'xapp-loopback' },
      slackApiUrl: slack.apiUrl,
    },
    teamChannel: null,
    database: ':memory:',
    port: null,
    clock,
    openGateway: toGateway(receiver),
  });
});

afterAll(async () => {
  await bot.stop();
  await slack.close();
  rmSync(folder, { recursive: true });
});

/** Bolt itself finds the payload malformed; its receivers log that, and no listener hears of it. */
const REFUSED = '(refused by Bolt)';

interface Outcome {
  readonly calls: readonly string[];
  readonly faults: readonly string[];
}

/** Delivers it as if nothing had been asked for a while, and tells what was called and what went wrong. */
async function deliver(payload: Json): Promise<Outcome> {
  clock.advance(120_000);
  place += 1;
  const body = withOwnTimestamp(payload, place);
  if (typeof body['response_url'] === 'string') body['response_url'] = slack.responseUrl;
  if (typeof body['command'] === 'string') body['command'] = '/role';
  const callsBefore = slack.calls.length;
  const linesBefore = lines.length;
  const refused = await receiver.deliver(body).then(
    () => [],
    () => [REFUSED],
  );
  while (bot.inFlight.size > 0) await bot.inFlight.drain(10_000);
  // That the workspace has taken the token back is the operator's to read, no fault.
  const faults = lines
    .slice(linesBefore)
    .filter((line) => line.includes('"level":50') && !line.includes('Slack refuses SLACK_BOT_TOKEN'));
  return { calls: [...refused, ...slack.calls.slice(callsBefore)], faults };
}

/** Messages that no person wrote just now, or that are no messages: the bot must not speak in a channel. */
function mustBeQuiet({ event }: Json): boolean {
  if (!isObject(event) || (event['type'] !== 'message' && event['type'] !== 'app_mention')) return true;
  const { subtype } = event;
  const isWritten = subtype === undefined || subtype === 'file_share' || subtype === 'thread_broadcast';
  return !isWritten || 'bot_id' in event || event['user'] === SENDER.botUser || isObject(event['edited']);
}

/** Somebody has invited the bot: they, and nobody else, hear what it does. */
function isInvitation(event: Json): boolean {
  return event['type'] === 'member_joined_channel' && event['user'] === SENDER.botUser && 'inviter' in event;
}

describe.runIf(shared !== null)('recorded payloads', () => {
  const outcomes: Record<string, readonly string[]> = {};

  test.each(recorded.map((payload) => [payload.name, payload] as const))('%s', async (name, { body }) => {
    const { calls, faults } = await deliver(body);
    outcomes[name] = calls;
    expect(faults).toEqual([]);
    if (isObject(body['event']) && mustBeQuiet(body)) {
      const spoken = isInvitation(body['event']) ? ['chat.postMessage'] : ['chat.postMessage', 'chat.postEphemeral'];
      expect(calls.filter((call) => spoken.includes(call))).toEqual([]);
    }
  });

  test('lead to the calls that are written down', () => {
    if (process.env['UPDATE'] === '1') writeFileSync(EXPECTED, `${JSON.stringify(outcomes, null, 2)}\n`);
    if (!existsSync(EXPECTED)) throw new Error('There are no expectations: run once with UPDATE=1 and read the file');
    expect(outcomes).toEqual(JSON.parse(readFileSync(EXPECTED, 'utf8')));
  });
});

const question = 'How long is a watch at the lighthouse?';

function toEvent(event: Json, rest: Json = {}): Json {
  return {
    type: 'event_callback',
    team_id: 'T1',
    api_app_id: 'A1',
    event_id: `Ev${place}`,
    event_time: 1_700_000_000,
    event: { type: 'message', channel: 'C1', channel_type: 'channel', user: 'U1', ts: '1.000001', ...event },
    authorizations: [{ team_id: 'T1', user_id: SENDER.botUser, is_bot: true }],
    ...rest,
  };
}

describe('messages of our own making', () => {
  const reply = ['chat.postMessage'];

  test.each<[string, Json, readonly string[]]>([
    ['a plain question', { text: question }, reply],
    [
      'with every optional field null',
      {
        text: question,
        subtype: null,
        thread_ts: null,
        bot_id: null,
        edited: null,
        files: null,
        blocks: null,
        attachments: null,
        client_msg_id: null,
      },
      reply,
    ],
    ['with its own timestamp as thread', { text: question, thread_ts: '1.000001' }, reply],
    ['with a file', { text: question, subtype: 'file_share', files: [{ id: 'F1' }] }, reply],
    [
      'a mention as app_mention',
      { type: 'app_mention', text: `<@${SENDER.botUser}> ${question}`, channel_type: undefined },
      reply,
    ],
    ['a mention as message', { text: `${question} <@${SENDER.botUser}|rolecall>` }, reply],
    ['text null', { text: null }, []],
    ['text missing', { text: undefined }, []],
    ['text a number', { text: 42 }, []],
    ['text an object', { text: { a: 1 } }, []],
    ['user null', { text: question, user: null }, [REFUSED]],
    ['user missing', { text: question, user: undefined }, []],
    ['channel null', { text: question, channel: null }, [REFUSED]],
    ['ts null', { text: question, ts: null }, []],
    ['channel an object', { text: question, channel: { id: 'C1' } }, []],
    ['hidden', { text: question, hidden: true }, []],
    ['by a bot', { text: question, bot_id: 'B1' }, []],
    ['by a bot with subtype', { text: question, bot_id: 'B1', subtype: 'bot_message', user: undefined }, []],
    ['by the bot itself', { text: question, user: SENDER.botUser }, []],
    [
      'an edited mention',
      { type: 'app_mention', text: `<@${SENDER.botUser}> ${question}`, edited: { user: 'U1', ts: '2.0' } },
      [],
    ],
    ['a join', { text: '<@U1> has joined the channel', subtype: 'channel_join' }, []],
    ['a topic', { text: question, subtype: 'channel_topic' }, []],
    ['a pin', { text: question, subtype: 'pinned_item' }, []],
    ['me_message', { text: question, subtype: 'me_message' }, []],
    ['an unknown subtype', { text: question, subtype: 'something_new' }, []],
    ['a broadcast reply', { text: question, subtype: 'thread_broadcast', thread_ts: '0.5' }, []],
  ])('%s', async (_, event, expected) => {
    const { calls, faults } = await deliver(toEvent(event));
    expect({ calls, faults }).toEqual({ calls: expected, faults: [] });
  });

  test.each<[string, Json]>([
    ['changed, everything null', { subtype: 'message_changed', message: null, previous_message: null }],
    ['changed, nothing there', { subtype: 'message_changed' }],
    ['changed, empty objects', { subtype: 'message_changed', message: {}, previous_message: {} }],
    [
      'changed, a preview added',
      {
        subtype: 'message_changed',
        hidden: true,
        message: { ts: '9.1', user: 'U1', text: 'a' },
        previous_message: { ts: '9.1', user: 'U1', text: 'a' },
      },
    ],
    [
      'a tombstone of something unknown',
      {
        subtype: 'message_changed',
        message: { subtype: 'tombstone', ts: '9.2', text: '' },
        previous_message: { ts: '9.2', user: 'U1', text: 'a' },
      },
    ],
    ['deleted, everything null', { subtype: 'message_deleted', deleted_ts: null, previous_message: null }],
    ['deleted, nothing there', { subtype: 'message_deleted' }],
    [
      'deleted, something unknown',
      { subtype: 'message_deleted', deleted_ts: '9.3', previous_message: { ts: '9.3', user: 'U1', text: 'a' } },
    ],
  ])('%s: nothing happens', async (_, event) => {
    expect(await deliver(toEvent({ user: undefined, ...event }))).toEqual({ calls: [], faults: [] });
  });

  test('without team and authorizations a question is still answered', async () => {
    const body = toEvent({ text: question }, { authorizations: null, team_id: 'T1', event_id: null });
    expect(await deliver(body)).toEqual({ calls: reply, faults: [] });
  });
});

describe('commands and interactions of our own making', () => {
  const command: Json = {
    command: '/role',
    text: question,
    team_id: 'T1',
    channel_id: 'C1',
    user_id: 'U1',
    user_name: 'one',
    trigger_id: '1.1.a',
    response_url: 'set',
  };

  test.each<[string, Json]>([
    ['a question', {}],
    ['no text', { text: '' }],
    ['text null', { text: null }],
    ['text missing', { text: undefined }],
    ['trigger missing', { trigger_id: undefined }],
  ])('the command with %s is answered privately', async (_, change) => {
    expect(await deliver({ ...command, ...change })).toEqual({ calls: ['response_url'], faults: [] });
  });

  const press: Json = {
    type: 'block_actions',
    team: { id: 'T1', domain: 'one' },
    user: { id: 'U1', name: 'one', team_id: 'T1' },
    api_app_id: 'A1',
    trigger_id: '1.1.b',
    response_url: 'set',
    container: { type: 'message', message_ts: '5.5', channel_id: 'C1', is_ephemeral: false },
    channel: { id: 'C1', name: 'one' },
    message: { ts: '5.5', text: 'x' },
    actions: [
      { type: 'button', block_id: 'b', action_id: 'choose_suggestion:0', value: '0123456789abcdef', action_ts: '6' },
    ],
  };

  test.each<[string, Json]>([
    ['of an unknown message', {}],
    ['without a message', { message: null }],
    ['without a channel', { channel: null, message: null }],
    ['under a private reply', { container: { type: 'message', is_ephemeral: true }, message: undefined }],
    [
      'with value null',
      { actions: [{ type: 'button', block_id: 'b', action_id: 'choose_suggestion:1', value: null, action_ts: '6' }] },
    ],
  ])('a suggestion pressed %s posts nothing', async (_, change) => {
    const { calls, faults } = await deliver({ ...press, ...change });
    expect(faults).toEqual([]);
    expect(calls.filter((call) => call !== 'response_url' && call !== REFUSED)).toEqual([]);
  });

  test.each(['share_answer', 'nothing_known', 'choose_suggestion:x', ''])(
    'an action with id "%s" and a foreign value posts nothing',
    async (actionId) => {
      const actions = [{ type: 'button', block_id: 'b', action_id: actionId, value: '<!channel>', action_ts: '6' }];
      const { calls, faults } = await deliver({ ...press, actions });
      expect(faults).toEqual([]);
      expect(calls.filter((call) => call !== 'response_url' && call !== REFUSED)).toEqual([]);
    },
  );
});

test('what stands in a payload never makes it into the log', async () => {
  await deliver(toEvent({ text: `<@${SENDER.botUser}> Would zebras be welcome?` }));
  await deliver(replaceText(toEvent({ text: 'quagga?' }), 'channel_type', 'quagga'));
  expect(lines.join('')).not.toMatch(/zebra|quagga|xoxb-|xapp-/);
});
