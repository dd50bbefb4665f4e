// The same events, commands and interactions as signed HTTP requests to a real Bolt app, and to servers that misbehave.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, LogLevel } from '@slack/bolt';
import { expect, onTestFinished, test } from 'vitest';
import type { LocalWorkspace } from '../../../src/workspace/server/local-workspace.ts';
import { CHANNELS, PEOPLE } from '../../../src/workspace/server/state/seed.ts';
import { clientFor, startForTest } from '../running.ts';

const questions = CHANNELS.questions.id;
const amara = PEOPLE.candidate.id;

async function connectOverHttp(
  workspace: LocalWorkspace,
  register: (app: App) => void,
  secret = workspace.signingSecret,
): Promise<string> {
  const app = new App({
    token: workspace.botToken,
    signingSecret: secret,
    deferInitialization: true,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: workspace.slackApiUrl, retryConfig: { retries: 0 } },
  });
  register(app);
  await app.init();
  const server = await app.start(0);
  onTestFinished(async () => {
    await app.stop();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
}

/** A server that proves itself and then answers as `answer` says. */
async function listen(
  answer: (request: IncomingMessage, response: ServerResponse, body: string) => void,
): Promise<string> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += String(chunk);
    });
    request.on('end', () => {
      const challenge = /"challenge":"(\w+)"/.exec(body)?.[1];
      if (challenge === undefined) answer(request, response, body);
      else response.end(challenge);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

test('events, commands and presses reach a Bolt app, which believes the signature', async () => {
  const workspace = await startForTest();
  const pressed: string[] = [];
  const url = await connectOverHttp(workspace, (app) => {
    app.event('app_mention', async ({ event, client }) => {
      await client.chat.postMessage({
        channel: event.channel,
        thread_ts: event.ts,
        text: 'here',
        blocks: [
          {
            type: 'actions',
            elements: [{ type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' } }],
          },
        ],
      });
    });
    app.command('/echo', async ({ ack, command }) => ack({ text: `You said ${command.text}` }));
    app.action('go', async ({ ack, body, respond }) => {
      await ack();
      pressed.push(body.user.id);
      await respond({ text: 'gone', replace_original: true });
    });
  });
  await workspace.useHttp(url);
  const asked = workspace.as(amara).post(questions, '@echo hello?');
  const reply = await workspace.waitFor(() => workspace.botMessages(questions, asked.ts)[0]);
  await workspace.as(amara).press(reply, 'Go');
  await workspace.waitFor(() => workspace.current(reply)?.text === 'gone');
  await workspace.as(amara).command(questions, '/echo hi & <there>');
  expect(pressed).toEqual([amara]);
  expect(workspace.as(amara).ephemerals.map(({ text }) => text)).toEqual(['You said hi &amp; &lt;there&gt;']);
});

test('an app with another secret refuses, and the address does not prove itself', async () => {
  const workspace = await startForTest();
  const url = await connectOverHttp(workspace, () => {}, 'another-secret');
  await expect(workspace.useHttp(url)).rejects.toThrow('url_verification');
});

test('an event is sent again with its number and reason, until the app says not to', async () => {
  const workspace = await startForTest({ retryDelaysMs: [0, 0, 0] });
  const seen: unknown[] = [];
  await workspace.useHttp(
    await listen((request, response) => {
      seen.push([request.headers['x-slack-retry-num'], request.headers['x-slack-retry-reason']]);
      response.writeHead(500, seen.length === 3 ? { 'x-slack-no-retry': '1' } : {}).end();
    }),
  );
  workspace.as(amara).post(questions, 'hello');
  await workspace.idle();
  expect(seen).toEqual([
    [undefined, undefined],
    ['1', 'http_error'],
    ['2', 'http_error'],
  ]);
});

test('three seconds without an answer are a timeout', async () => {
  const workspace = await startForTest({ ackTimeoutMs: 400, retryDelaysMs: [0] });
  const reasons: unknown[] = [];
  await workspace.useHttp(await listen((request) => reasons.push(request.headers['x-slack-retry-reason'])));
  workspace.as(amara).post(questions, 'hello');
  await workspace.idle();
  expect(reasons).toEqual([undefined, 'http_timeout']);
  await expect(workspace.as(amara).command(questions, '/echo')).rejects.toMatchObject({ code: 'operation_timeout' });
});

test('nobody at the address is a failed connection', async () => {
  const workspace = await startForTest({ retryDelaysMs: [] });
  await expect(workspace.useHttp('http://127.0.0.1:9/')).rejects.toThrow('http://127.0.0.1:9/');
  expect(await clientFor(workspace).auth.test()).toMatchObject({ ok: true });
});

test('a command is a form, an interaction a form with one field of JSON', async () => {
  const workspace = await startForTest();
  const bodies: URLSearchParams[] = [];
  await workspace.useHttp(
    await listen((_request, response, body) => {
      bodies.push(new URLSearchParams(body));
      response.end();
    }),
  );
  await workspace.as(amara).command(questions, '/echo a+b');
  await workspace.as(amara).globalShortcut('echo_anywhere');
  expect(bodies[0]?.get('text')).toBe('a+b');
  expect(bodies[0]?.get('is_enterprise_install')).toBe('false');
  expect(JSON.parse(bodies[1]?.get('payload') ?? '')).toMatchObject({ type: 'shortcut', callback_id: 'echo_anywhere' });
});
