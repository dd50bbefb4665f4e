// The program as an operator meets it: how it starts, says what is wrong, and stops.
import { writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { LocalWorkspace } from '../../src/workspace/server/local-workspace.ts';
import { startWorkspace, type WorkspaceOptions } from '../../src/workspace/server/start-workspace.ts';
import { CHANNELS, PEOPLE } from '../../src/workspace/server/state/seed.ts';
import { MANIFEST } from '../bot/running-bot.ts';
import { connectTo, makeFolder, runProgram, type StartedProgram, startProgram } from './run-program.ts';

const questions = CHANNELS.questions.id;
const question = 'How long is a watch at the lighthouse?';
const amara = PEOPLE.candidate.id;

/** For several tests: the caller closes it. */
async function startWorkspaceAlone(options: Partial<WorkspaceOptions> = {}): Promise<LocalWorkspace> {
  return await startWorkspace({
    port: 0,
    manifest: MANIFEST,
    pageDir: null,
    logger: { info: () => {}, warn: () => {}, error: () => {} },
    rateLimits: 'off',
    ...options,
  });
}

async function openWorkspace(options: Partial<WorkspaceOptions> = {}): Promise<LocalWorkspace> {
  const workspace = await startWorkspaceAlone(options);
  onTestFinished(() => workspace.close());
  return workspace;
}

/** Hands every call on to the workspace at `origin`, as if that listened here. */
async function relayTo(origin: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { authorization = '', 'content-type': type = '' } = request.headers;
  const answer = await fetch(`${origin}${request.url}`, {
    method: 'POST',
    headers: { authorization, 'content-type': type },
    body: Buffer.concat(chunks),
  });
  response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
}

/** Breaks every connection off; once the outage has ended, hands calls on to the workspace at `origin`. */
async function openOutage(origin: string): Promise<{ readonly apiUrl: string; readonly end: () => void }> {
  let isOver = false;
  const server = createServer((request, response) => {
    if (isOver) void relayTo(origin, request, response);
    else request.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const end = () => {
    isOver = true;
  };
  return { apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`, end };
}

const fake = { SLACK_BOT_TOKEN: 'xoxb-1-secret', SLACK_APP_TOKEN: 'xapp-1-secret' };

describe('starting', () => {
  test('serves Slack over HTTP where there is a signing secret', async () => {
    const workspace = await openWorkspace();
    const { SLACK_APP_TOKEN: _, ...env } = connectTo(workspace);
    const program = runProgram({ ...env, SLACK_SIGNING_SECRET: workspace.signingSecret });
    const [, port] = await program.until(/on port (\d+)/);
    await workspace.useHttp(`http://127.0.0.1:${port}/slack/events`);
    const asked = workspace.as(amara).post(questions, question);
    await workspace.waitFor(() => workspace.botMessages(questions, asked.ts).length === 1);
    const forged = await fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST', body: '{}' });
    expect(forged.status).toBe(401);
    program.process.kill('SIGTERM');
    expect(await program.ended).toBe(0);
  });

  test.each([
    ['SLACK_BOT_TOKEN', 'xoxb-refused-secret', 'fatal'],
    ['SLACK_APP_TOKEN', 'xapp-refused-secret', 'trace'],
  ])(
    'a refused %s (%s) is said in one sentence, ends with 1 and never stands in the log, be that %s',
    async (variable, token, level) => {
      const workspace = await openWorkspace();
      const program = runProgram({ ...connectTo(workspace), [variable]: token, LOG_LEVEL: level });
      expect(await program.ended).toBe(1);
      const said = `Slack refuses ${variable} (invalid_auth)`;
      if (level === 'fatal') expect(program.err().trim().split('\n')).toEqual([expect.stringContaining(said)]);
      else expect(program.err()).toContain(said);
      const all = program.out() + program.err();
      expect(all).not.toMatch(/secret|\bat .*\.js|node_modules/);
      if (variable !== 'SLACK_BOT_TOKEN') expect(all).not.toContain(workspace.botToken);
    },
  );

  test('while Slack is down it says so, tries with growing pauses, and connects once Slack is there', async () => {
    const workspace = await openWorkspace();
    const slack = await openOutage(workspace.url);
    const program = runProgram({ ...connectTo(workspace), SLACK_API_URL: slack.apiUrl });
    await program.until(/Slack cannot be reached\. Trying again in 1 s[\s\S]*Trying again in 2 s/);
    slack.end();
    await program.until(/Connected to Slack/);
  });

  test('while Slack is down it stops on SIGTERM, with 0', async () => {
    const { apiUrl } = await openOutage('http://127.0.0.1');
    const program = runProgram({ ...fake, SLACK_API_URL: apiUrl });
    await program.until(/Slack cannot be reached/);
    program.process.kill('SIGTERM');
    expect(await program.ended).toBe(0);
    expect(program.err()).not.toMatch(/cannot start|secret/);
  });

  test('a port that is taken is named', async () => {
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(0, resolve));
    onTestFinished(() => void blocker.close());
    const { port } = blocker.address() as AddressInfo;
    const program = runProgram({ ...fake, PORT: String(port), SLACK_API_URL: 'http://127.0.0.1:9/api/' });
    expect(await program.ended).toBe(1);
    expect(program.err()).toContain(
      `Port ${port} cannot be used: another program listens there. Set PORT to another one.`,
    );
    const local = runProgram({ PORT: String(port) });
    expect(await local.ended).toBe(1);
    expect(local.err()).toContain(`${port}: another program listens there. Set PORT`);
  });

  test('a knowledge folder that is missing is named', async () => {
    const folder = join(makeFolder(), 'nowhere');
    const program = runProgram({ KNOWLEDGE_DIR: folder });
    expect(await program.ended).toBe(1);
    expect(program.err()).toContain(folder);
    expect(program.err()).not.toMatch(/\bat .*\.js/);
  });

  test('a state directory that cannot be written is named', async () => {
    const file = join(makeFolder(), 'file');
    writeFileSync(file, '');
    const program = runProgram({ ...fake, STATE_DIR: join(file, 'state'), SLACK_API_URL: 'http://127.0.0.1:9/api/' });
    expect(await program.ended).toBe(1);
    expect(program.err()).toContain('STATE_DIR');
    expect(program.err()).not.toMatch(/\bat .*\.js/);
  });

  test.each([
    ['with Slack', fake],
    ['in the local workspace', {}],
  ])('a state directory where nothing can be made is named at once %s', async (_, env) => {
    const program = runProgram({ ...env, STATE_DIR: '/proc/rolecall', SLACK_API_URL: 'http://127.0.0.1:9/api/' });
    expect(await program.ended).toBe(1);
    expect(program.err()).toContain('Is STATE_DIR a folder that this user may write to?');
    expect(program.err()).not.toMatch(/\bat .*\.js/);
  });

  test('every fault of the configuration is reported at once', async () => {
    const program = runProgram({ SLACK_APP_TOKEN: 'xapp-1-secret', PORT: 'abc', MAX_FALSE_REPLIES: '70%' });
    expect(await program.ended).toBe(1);
    for (const variable of ['SLACK_BOT_TOKEN', 'PORT', 'MAX_FALSE_REPLIES'])
      expect(program.err()).toContain(`  ${variable}: `);
    expect(program.err()).not.toMatch(/secret|\bat .*\.js/);
  });
});

describe('stopping', () => {
  test('finishes the answer that is under way, and exits with 0', async () => {
    const workspace = await openWorkspace();
    const program = runProgram(connectTo(workspace));
    await program.until(/Connected to Slack/);
    workspace.arrange('chat.postMessage', { retryAfter: 2 });
    const asked = workspace.as(amara).post(questions, question);
    await workspace.waitFor(() => workspace.calls.some(({ method }) => method === 'chat.postMessage'));
    program.process.kill('SIGTERM');
    expect(await program.ended).toBe(0);
    expect(workspace.botMessages(questions, asked.ts)).toHaveLength(1);
  });

  test('does not wait for what Slack takes only later: it is kept', { timeout: 60_000 }, async () => {
    const workspace = await openWorkspace();
    const program = runProgram(connectTo(workspace));
    await program.until(/Connected to Slack/);
    workspace.arrange('chat.postMessage', { retryAfter: 59 });
    workspace.as(amara).post(questions, question);
    await workspace.waitFor(() => workspace.calls.some(({ method }) => method === 'chat.postMessage'));
    program.process.kill('SIGTERM');
    expect(await program.ended).toBe(0);
    expect(program.err()).toContain('it is tried again');
  });
});

describe('running, one program from its start to its end', () => {
  let workspace: LocalWorkspace;
  let program: StartedProgram;
  beforeAll(async () => {
    workspace = await startWorkspaceAlone();
    program = startProgram(connectTo(workspace));
    await program.until(/Connected to Slack/);
  });
  afterAll(async () => {
    await program.stop();
    await workspace.close();
  });

  async function isAnswered(): Promise<void> {
    const asked = workspace.as(amara).post(questions, question);
    await workspace.waitFor(() => workspace.botMessages(questions, asked.ts).length === 1);
  }

  test('it is connected, and answers', isAnswered);

  test('a connection that Slack closes or that breaks is opened again', async () => {
    const opened = () => workspace.calls.filter(({ method }) => method === 'apps.connections.open').length;
    for (const lose of [
      () => workspace.socketMode.requestReconnect('refresh_requested'),
      () => workspace.socketMode.dropConnections(),
    ]) {
      const before = opened();
      lose();
      await workspace.waitFor(() => opened() > before && workspace.socketMode.connectionCount === 1);
      await isAnswered();
    }
  });

  test('where Slack cannot be reached while the connection is lost it keeps trying', async () => {
    for (let count = 0; count < 2; count += 1) workspace.arrange('apps.connections.open', { status: 503 });
    workspace.socketMode.dropConnections();
    await program.until(/http_503[\s\S]*Trying again in 2 s/);
    await workspace.waitFor(() => workspace.socketMode.connectionCount === 1);
  });

  test('what makes no sense over the connection harms nothing: the next question is answered', async () => {
    const nonsense = [
      { type: 'events_api', payload: { type: 'event_callback', event: null } },
      { type: 'events_api', payload: {} },
      {
        type: 'events_api',
        payload: { type: 'event_callback', event: { type: 'message', user: null, channel: null } },
      },
      { type: 'events_api', payload: { type: 'app_rate_limited', team_id: 'T1', minute_rate_limited: 1 } },
      { type: 'interactive', payload: {} },
      { type: 'interactive', payload: { type: 'block_actions', actions: null, user: null, team: null } },
      { type: 'slash_commands', payload: { command: '/role' } },
    ] as const;
    for (const envelope of nonsense) void workspace.socketMode.send({ ...envelope, acceptsResponse: false }, null);
    await isAnswered();
  });

  test('it stops with 0 on SIGTERM, and leaves no connection', async () => {
    program.process.kill('SIGTERM');
    expect(await program.ended).toBe(0);
    expect(workspace.socketMode.connectionCount).toBe(0);
  });
});

describe('running', () => {
  test('a token that is revoked while it runs ends it with 1 and one sentence', async () => {
    const workspace = await openWorkspace();
    const program = runProgram({ ...connectTo(workspace), LOG_LEVEL: 'fatal' });
    await program.until(/Connected to Slack/);
    workspace.arrange('apps.connections.open', { error: 'account_inactive' });
    workspace.socketMode.dropConnections();
    expect(await program.ended).toBe(1);
    expect(program.err().trim()).toMatch(/^.*Slack refuses SLACK_APP_TOKEN \(account_inactive\).*$/);
  });

  test('without credentials it opens the local workspace and says where', async () => {
    const program = runProgram({});
    const [, url] = await program.until(/The local workspace is open at (http:\/\/127\.0\.0\.1:\d+)/);
    expect((await fetch(String(url))).status).toBe(200);
    // How it is, it says there as it does with Slack.
    const read = async (path: string): Promise<string> => await (await fetch(new URL(path, url))).text();
    expect([await read('/healthz'), await read('/readyz')]).toEqual(['ok\n', 'ready\n']);
    expect(await read('/metrics')).toContain('rolecall_decisions_total');
    program.process.kill('SIGINT');
    expect(await program.ended).toBe(0);
  });
});
