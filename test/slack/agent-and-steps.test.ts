// Slack's agent view and the workflow step, by the payloads that Slack sends.
import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { parseConfig } from '../../src/app/config.ts';
import { createBot } from '../../src/app/create-bot.ts';
import { answerStep } from '../../src/slack/steps/answer-step.ts';
import { startLoopbackSlack, TestReceiver, toGateway } from './loopback-slack.ts';
import { SENDER } from './sender.ts';

const WATCH = 'How long is a watch at the lighthouse?';

const SECRET = 'the signing secret of this test';

async function start(env: Readonly<Record<string, string>> = {}, way: 'payloads' | 'http' = 'payloads') {
  const receiver = new TestReceiver();
  const slack = await startLoopbackSlack();
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-agent-'));
  const notes = fileURLToPath(new URL('../fixtures/bot/notes', import.meta.url));
  const state = { KNOWLEDGE_DIR: notes, STATE_DIR: folder, ENCODER: 'off', CATCH_UP_MINUTES: '0' };
  const isHttp = way === 'http';
  const by = isHttp
    ? ({ kind: 'http', signingSecret: SECRET } as const)
    : ({ kind: 'socket', appToken: 'xapp-loopback' } as const);
  const bot = await createBot({
    config: parseConfig({ ...state, ...env }),
    log: pino({ level: 'silent' }),
    connection: { botToken: 'xoxb-loopback', by, slackApiUrl: slack.apiUrl },
    teamChannel: null,
    database: ':memory:',
    port: isHttp ? 0 : null,
    ...(isHttp ? {} : { openGateway: toGateway(receiver) }),
  });
  onTestFinished(async () => {
    await bot.stop();
    await slack.close();
    rmSync(folder, { recursive: true });
  });
  let number = 0;
  const hear = async (event: object) => {
    number += 1;
    const body = { type: 'event_callback', team_id: 'T000LOOP', event_id: `Ev${number}`, event };
    await bot.app.processEvent({ body, ack: async () => {} });
    await bot.inFlight.drain(10_000);
    return slack.takeSent().filter(({ method }) => method !== 'auth.test');
  };
  const say = (ts: string, text: string) =>
    hear({ type: 'message', channel: 'D1', channel_type: 'im', user: 'U1', ts, text, client_msg_id: ts });
  return { hear, say, bot, slack };
}

const opened = { type: 'app_home_opened', user: 'U1', channel: 'D1', tab: 'messages', event_ts: '1.1' };

test('under the agent view each message is a thread, and who opens it is offered what is asked most', async () => {
  const { hear, say } = await start({ AGENT_VIEW: 'on' });
  const [first] = await hear(opened);
  expect(first?.method).toBe('assistant.threads.setSuggestedPrompts');
  expect(first?.fields).toMatchObject({ channel_id: 'D1' });
  expect(first?.fields['thread_ts']).toBeUndefined();
  const answers = await say('1700000001.000001', 'Who repairs the lamp?');
  expect(answers.map(({ method, fields }) => [method, fields['thread_ts']])).toEqual([
    ['chat.postMessage', '1700000001.000001'],
  ]);
  const [again] = await hear(opened);
  const prompts = JSON.parse(String(again?.fields['prompts']));
  expect(prompts).toHaveLength(4);
  expect(prompts[0].message).toBe('Who repairs the lamp?');
});

test('without it nothing is offered, and direct messages are answered flat', async () => {
  const { hear, say } = await start();
  expect(await hear(opened)).toEqual([]);
  const [answer] = await say('1700000001.000001', WATCH);
  expect(answer?.fields['thread_ts']).toBeUndefined();
});

test('the step gives the answer word for word, or says that there is none', async () => {
  const { hear } = await start();
  const run = async (inputs: object) =>
    await hear({
      type: 'function_executed',
      function: { id: 'Fn1', callback_id: answerStep, title: '', type: 'app', app_id: SENDER.botId },
      inputs,
      function_execution_id: 'Fx1',
      event_ts: '1.1',
      bot_access_token: 'xwfp-loopback',
    });
  const [answered] = await run({ question: WATCH });
  expect(answered?.method).toBe('functions.completeSuccess');
  expect(JSON.parse(String(answered?.fields['outputs']))).toEqual({
    is_answered: true,
    answer: expect.stringContaining('A watch lasts **six hours**.'),
    link: 'https://harbour.example/blog/keeper/#how-long-is-a-watch-at-the-lighthouse',
    matched_question: WATCH,
  });
  const [open] = await run({ question: 'Do you sponsor visas?' });
  expect(JSON.parse(String(open?.fields['outputs']))).toMatchObject({ is_answered: false, answer: '', link: '' });
  expect((await run({})).map(({ method }) => method)).toEqual(['functions.completeError']);
});

test('over signed HTTP Slack is told at once that the step runs, and its outcome with the token of this run', async () => {
  const { bot, slack } = await start({}, 'http');
  const question = { type: 'string', name: 'question', title: 'Question', is_required: true };
  const body = JSON.stringify({
    token: 'verification',
    team_id: 'T000LOOP',
    api_app_id: 'A111',
    event: {
      type: 'function_executed',
      function: {
        id: 'Fn111',
        callback_id: answerStep,
        title: 'Answer from the notes',
        type: 'app',
        input_parameters: [question],
        output_parameters: [],
        app_id: 'A111',
        date_updated: 1659054991,
      },
      inputs: { question: WATCH },
      function_execution_id: 'Fx111',
      event_ts: '1659055013.509853',
      bot_access_token: 'xwfp-this-run',
    },
    type: 'event_callback',
    event_id: 'Ev111',
    event_time: 1659055013,
  });
  const send = async (signed: string) => {
    const seconds = String(Math.floor(Date.now() / 1000));
    const signature = `v0=${createHmac('sha256', SECRET).update(`v0:${seconds}:${signed}`).digest('hex')}`;
    const response = await fetch(`http://127.0.0.1:${bot.port}/slack/events`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'x-slack-request-timestamp': seconds,
        'x-slack-signature': signature,
      },
    });
    await bot.inFlight.drain(10_000);
    return response.status;
  };
  expect(await send(`${body} `)).toBe(401);
  expect(await send(body)).toBe(200);
  const told = slack.takeSent().filter(({ method }) => method.startsWith('functions.'));
  expect(told).toMatchObject([
    {
      method: 'functions.completeSuccess',
      token: 'xwfp-this-run',
      fields: { function_execution_id: 'Fx111', outputs: expect.stringContaining('six hours') },
    },
  ]);
});
