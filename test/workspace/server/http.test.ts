// The workspace as a web server: what it serves, to whom, and what the page can ask for.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { Push, WorkspaceState } from '../../../src/workspace/page-api.ts';
import type { LocalWorkspace } from '../../../src/workspace/server/local-workspace.ts';
import { BOT_USER_ID, CHANNELS, directChannelId, PEOPLE } from '../../../src/workspace/server/state/seed.ts';
import { record } from '../recorder.ts';
import { clientFor, startForTest } from '../running.ts';

const { candidate, otherCandidate, teamMember } = PEOPLE;
const questions = CHANNELS.questions.id;

/** A request with any headers; `fetch` would not send a foreign Host. */
function ask(
  workspace: LocalWorkspace,
  path: string,
  headers: Record<string, string> = {},
  body?: string,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port: workspace.port, path, method: body === undefined ? 'GET' : 'POST', headers },
      (response) => {
        let text = '';
        response.on('data', (chunk) => {
          text += String(chunk);
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

async function call(workspace: LocalWorkspace, name: string, body: unknown): Promise<Record<string, unknown>> {
  const response = await fetch(`${workspace.url}/ui/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Record<string, unknown>;
}

/** Opens a page's socket and gathers its pushes. */
async function watch(workspace: LocalWorkspace, userId: string): Promise<Push[]> {
  const socket = new WebSocket(`${workspace.url.replace('http', 'ws')}/ui/socket?user=${userId}`);
  const pushes: Push[] = [];
  socket.on('message', (data) => pushes.push(JSON.parse(String(data))));
  onTestFinished(() => socket.terminate());
  await vi.waitUntil(() => pushes.length === 1);
  return pushes;
}

describe('who is let in', () => {
  test('only this machine, by its own names', async () => {
    const workspace = await startForTest();
    const host = (name: string): Record<string, string> => ({ host: name });
    expect((await ask(workspace, '/ui/state')).status).toBe(200);
    expect((await ask(workspace, '/ui/state', host(`localhost:${workspace.port}`))).status).toBe(200);
    expect((await ask(workspace, '/ui/state', host('evil.example'))).status).toBe(403);
    expect((await ask(workspace, '/ui/state', host(`evil.example:${workspace.port}`))).status).toBe(403);
    expect((await ask(workspace, '/ui/state', host('127.0.0.1:1'))).status).toBe(403);
  });

  test('nobody from outside: another address of this machine is refused', async () => {
    const workspace = await startForTest();
    const outside = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const { address } of outside)
      await expect(fetch(`http://${address}:${workspace.port}/ui/state`)).rejects.toThrow('fetch failed');
    expect((await fetch(`${workspace.url}/ui/state`)).status).toBe(200);
  });

  test('no page of another site', async () => {
    const workspace = await startForTest();
    const body = JSON.stringify({ user: candidate.id, channel: questions, text: 'x' });
    const json = { 'content-type': 'application/json' };
    expect((await ask(workspace, '/ui/post', { ...json, origin: 'https://evil.example' }, body)).status).toBe(403);
    expect((await ask(workspace, '/ui/post', { ...json, origin: 'null' }, body)).status).toBe(403);
    expect((await ask(workspace, '/ui/post', { ...json, 'sec-fetch-site': 'cross-site' }, body)).status).toBe(403);
    // What a form can send without asking first.
    expect((await ask(workspace, '/ui/post', { 'content-type': 'text/plain' }, body)).status).toBe(404);
    expect(workspace.messages(questions)).toHaveLength(0);
    expect((await ask(workspace, '/ui/post', { ...json, origin: workspace.url }, body)).status).toBe(200);
    expect(workspace.messages(questions)).toHaveLength(1);
  });

  test('sockets neither', async () => {
    const workspace = await startForTest();
    const opens = (path: string, origin?: string): Promise<boolean> => {
      const socket = new WebSocket(`ws://127.0.0.1:${workspace.port}${path}`, origin === undefined ? {} : { origin });
      return new Promise((resolve) => {
        socket.once('open', () => {
          socket.terminate();
          resolve(true);
        });
        socket.once('error', () => resolve(false));
      });
    };
    expect(await opens('/ui/socket', 'https://evil.example')).toBe(false);
    expect(await opens('/elsewhere')).toBe(false);
    expect(await opens('/ui/socket?user=U0NOBODY01')).toBe(false);
    expect(await opens('/ui/socket', workspace.url)).toBe(true);
  });

  test('a port that is taken is named, with what to set', async () => {
    const workspace = await startForTest();
    await expect(startForTest({ port: workspace.port })).rejects.toThrow(
      `The local workspace cannot listen on port ${workspace.port}: another program listens there. Set PORT`,
    );
  });
});

describe('the page', () => {
  test('is served with a strict policy; its addresses without an extension are the page itself', async () => {
    const pageDir = mkdtempSync(join(tmpdir(), 'page-'));
    onTestFinished(() => rmSync(pageDir, { recursive: true }));
    writeFileSync(join(pageDir, 'index.html'), '<!doctype html>the page');
    writeFileSync(join(pageDir, 'app.js'), 'run()');
    const workspace = await startForTest({ pageDir });
    for (const path of ['/', `/archives/${questions}/p1`]) {
      const response = await fetch(workspace.url + path);
      expect(await response.text()).toBe('<!doctype html>the page');
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
    const script = await fetch(`${workspace.url}/app.js`);
    expect(script.headers.get('content-type')).toContain('text/javascript');
    expect((await fetch(`${workspace.url}/missing.js`)).status).toBe(404);
  });

  test('nothing above its folder is served', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'page-'));
    onTestFinished(() => rmSync(outside, { recursive: true }));
    writeFileSync(join(outside, 'secret.txt'), 'secret');
    const workspace = await startForTest({ pageDir: join(outside, 'page') });
    for (const path of [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/x/..%2f..%2fsecret.txt',
      '/%00.js',
    ])
      expect((await ask(workspace, path)).text).not.toBe('secret');
  });

  test("stands aside for the bot's own answers about itself", async () => {
    const workspace = await startForTest();
    const read = async (path: string): Promise<[number, string]> => {
      const response = await fetch(workspace.url + path);
      return [response.status, await response.text()];
    };
    expect(await read('/healthz')).toEqual([200, 'ok\n']);
    expect(await read('/readyz')).toEqual([503, 'waiting for: the bot\n']);
    expect((await read('/metrics'))[0]).toBe(503);
    workspace.answerProbes((request, response) => void response.end(`the bot on ${request.url}`));
    for (const path of ['/healthz', '/readyz', '/metrics'])
      expect(await read(path)).toEqual([200, `the bot on ${path}`]);
  });

  test('says what to do while it is not built', async () => {
    const workspace = await startForTest({ pageDir: null });
    const response = await fetch(workspace.url);
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('node build.mjs');
  });
});

describe('what the page asks for', () => {
  test('the state is what the one person sees', async () => {
    const workspace = await startForTest();
    workspace.as(teamMember.id).post(CHANNELS.team.id, 'secret');
    workspace.as(candidate.id).post(directChannelId(candidate.id), 'direct');
    await clientFor(workspace).chat.postEphemeral({ channel: questions, user: candidate.id, text: 'psst' });
    workspace.showDecision({ channel: CHANNELS.team.id, ts: '1.0', decision: 'silent', reason: 'team', questions: [] });
    const see = async (userId: string): Promise<WorkspaceState> =>
      (await (await fetch(`${workspace.url}/ui/state?user=${userId}`)).json()) as WorkspaceState;
    const amara = await see(candidate.id);
    expect(amara.channels.map(({ name }) => name)).toEqual(['role-questions', 'office-hours', 'amara']);
    // What only she sees was shown to the page that was open then.
    expect(amara.messages.map(({ text }) => text)).toEqual(['direct']);
    expect(amara.decisions).toEqual([]);
    expect(amara.commands[0]).toEqual({ command: '/echo', description: 'Says it again', usageHint: 'anything' });
    expect(amara.commands.map(({ command }) => command)).toEqual(['/echo', '/invite']);
    const priya = await see(teamMember.id);
    expect(priya.messages.map(({ text }) => text)).toEqual(['secret']);
    expect(priya.decisions).toHaveLength(1);
  });

  test('a guest sees the one channel, and cannot join another', async () => {
    const workspace = await startForTest();
    const { guest } = PEOPLE;
    const state = (await (await fetch(`${workspace.url}/ui/state?user=${guest.id}`)).json()) as WorkspaceState;
    expect(state.channels.map(({ name }) => name)).toEqual(['role-questions', 'noor']);
    const join = { user: guest.id, channel: CHANNELS.officeHours.id, member: guest.id };
    expect(await call(workspace, 'invite', join)).toMatchObject({ error: 'channel_not_found' });
    expect(await clientFor(workspace).users.info({ user: guest.id })).toMatchObject({ user: { is_restricted: true } });
  });

  test('pushes: the state first, then what the person may see', async () => {
    const workspace = await startForTest();
    const amara = await watch(workspace, candidate.id);
    const priya = await watch(workspace, teamMember.id);
    workspace.as(teamMember.id).post(CHANNELS.team.id, 'secret');
    const posted = workspace.as(otherCandidate.id).post(questions, 'public');
    await clientFor(workspace).chat.postEphemeral({ channel: questions, user: candidate.id, text: 'psst' });
    workspace.as(otherCandidate.id).post(questions, 'reply', { threadTs: posted.ts });
    workspace.showProgress('Reading the notes: 12 of 300');
    workspace.as(otherCandidate.id).delete(posted);
    workspace.as(teamMember.id).invite(CHANNELS.team.id, otherCandidate.id);
    workspace.as(teamMember.id).remove(CHANNELS.team.id, otherCandidate.id);
    workspace.showProgress(null);
    const texts = (pushes: Push[]): unknown[] =>
      pushes.map((push) => {
        if (push.type === 'message') return [push.message.text, push.message.replyCount];
        return push.type === 'progress' ? push.text : push.type;
      });
    await vi.waitUntil(() => texts(amara).at(-1) === null && texts(priya).at(-1) === null);
    expect(texts(amara)).toEqual([
      'state',
      ['public', 0],
      ['psst', 0],
      ['reply', 0],
      ['public', 1],
      'Reading the notes: 12 of 300',
      ['This message was deleted.', 1],
      null,
    ]);
    expect(texts(priya)).toContainEqual(['secret', 0]);
    expect(texts(priya)).not.toContainEqual(['psst', 0]);
  });

  test('who leaves a private channel is told that it is gone', async () => {
    const workspace = await startForTest();
    const priya = await watch(workspace, teamMember.id);
    workspace.as(PEOPLE.otherTeamMember.id).remove(CHANNELS.team.id, teamMember.id);
    await vi.waitUntil(() => priya.some(({ type }) => type === 'channel_left'));
    expect(priya.at(-1)).toEqual({ type: 'channel_left', channel: CHANNELS.team.id });
  });

  test('every call, as the page makes it', async () => {
    const workspace = await startForTest();
    const recorder = await record(workspace, ({ body }) =>
      body['type'] === 'block_suggestion' ? { options: [{ text: { type: 'plain_text', text: 'A' }, value: 'a' }] } : {},
    );
    const client = clientFor(workspace);
    const user = candidate.id;
    const posted = await call(workspace, 'post', { user, channel: questions, text: 'hello' });
    expect(posted).toMatchObject({ ok: true });
    const message = { user, channel: questions, ts: posted['ts'] };
    expect(
      await call(workspace, 'post', {
        user,
        channel: questions,
        text: 'reply',
        threadTs: posted['ts'],
        alsoInChannel: true,
      }),
    ).toMatchObject({ ok: true });
    expect(await call(workspace, 'edit', { ...message, text: 'hello!' })).toEqual({ ok: true });
    expect(await call(workspace, 'react', { ...message, name: 'tada', on: true })).toEqual({ ok: true });
    expect(await call(workspace, 'messageShortcut', { ...message, callbackId: 'echo_message' })).toEqual({ ok: true });
    expect(await call(workspace, 'command', { user, channel: questions, command: '/echo', text: 'hi' })).toEqual({
      ok: true,
    });
    expect(await call(workspace, 'openHome', { user, tab: 'home' })).toEqual({ ok: true });
    expect(await call(workspace, 'invite', { user, channel: CHANNELS.officeHours.id, member: BOT_USER_ID })).toEqual({
      ok: true,
    });
    expect(await call(workspace, 'remove', { user, channel: CHANNELS.officeHours.id, member: BOT_USER_ID })).toEqual({
      ok: true,
    });
    expect(await call(workspace, 'globalShortcut', { user, callbackId: 'echo_anywhere' })).toEqual({ ok: true });
    const element = { type: 'external_select', action_id: 'entry' };
    const view = {
      type: 'modal',
      title: { type: 'plain_text', text: 'T' },
      submit: { type: 'plain_text', text: 'Send' },
      blocks: [
        { type: 'input', block_id: 'b', dispatch_action: true, label: { type: 'plain_text', text: 'L' }, element },
      ],
    };
    await client.apiCall('views.open', { trigger_id: recorder.received.at(-1)?.body['trigger_id'], view });
    const viewId = workspace.as(user).modal?.id;
    const control = { user, place: { kind: 'view', viewId }, blockId: 'b', actionId: 'entry' };
    expect(await call(workspace, 'options', { ...control, typed: 'a' })).toMatchObject({
      ok: true,
      options: [{ value: 'a' }],
    });
    const value = { type: 'external_select', selected_option: { text: { type: 'plain_text', text: 'A' }, value: 'a' } };
    expect(await call(workspace, 'press', { ...control, value })).toEqual({ ok: true });
    expect(await call(workspace, 'submit', { user, viewId, state: {} })).toEqual({ ok: true, errors: {} });
    expect(await call(workspace, 'close', { user, viewId, all: false })).toMatchObject({
      ok: false,
      error: 'view_not_found',
    });
    await client.chat.postEphemeral({ channel: questions, user, text: 'psst' });
    const [psst] = workspace.as(user).ephemerals;
    expect(await call(workspace, 'dismiss', { user, channel: questions, ts: psst?.ts })).toEqual({ ok: true });
    expect(await call(workspace, 'delete', message)).toEqual({ ok: true });
    expect(workspace.as(user).ephemerals).toEqual([]);
  });

  test('what is wrong comes back as a code and a sentence', async () => {
    const workspace = await startForTest();
    const user = candidate.id;
    expect(await call(workspace, 'post', { user, channel: questions })).toMatchObject({
      ok: false,
      error: 'invalid_request',
    });
    expect(await call(workspace, 'post', null)).toMatchObject({ ok: false, error: 'invalid_request' });
    expect(await call(workspace, 'post', { user: 'U0NOBODY01', channel: questions, text: 'x' })).toMatchObject({
      error: 'user_not_found',
    });
    expect(await call(workspace, 'post', { user: BOT_USER_ID, channel: questions, text: 'x' })).toMatchObject({
      error: 'user_not_found',
    });
    expect(await call(workspace, 'post', { user, channel: CHANNELS.team.id, text: 'x' })).toMatchObject({
      error: 'channel_not_found',
    });
    expect(await call(workspace, 'post', { user, channel: questions, text: '  ' })).toMatchObject({ error: 'no_text' });
    expect(await call(workspace, 'shout', { user })).toMatchObject({ error: 'unknown_call' });
    expect(await call(workspace, 'command', { user, channel: questions, command: '/echo', text: '' })).toEqual({
      ok: false,
      error: 'dispatch_failed',
      message: '/echo failed: Echo is not connected.',
    });
    const theirs = workspace.as(otherCandidate.id).post(questions, 'mine');
    expect(await call(workspace, 'edit', { user, channel: questions, ts: theirs.ts, text: 'x' })).toMatchObject({
      error: 'cant_change_message',
    });
  });

  test('the connection of the bot shows', async () => {
    const workspace = await startForTest();
    const pushes = await watch(workspace, candidate.id);
    const { client } = await record(workspace);
    await vi.waitUntil(() => pushes.length === 2);
    await client.disconnect();
    await vi.waitUntil(() => pushes.length === 3);
    expect(pushes.slice(1)).toEqual([
      { type: 'connection', connection: 'connected' },
      { type: 'connection', connection: 'lost' },
    ]);
  });
});

test('a body that is too large is refused', async () => {
  const workspace = await startForTest();
  const json = { 'content-type': 'application/json', authorization: `Bearer ${workspace.botToken}` };
  const { text } = await ask(workspace, '/api/auth.test', json, JSON.stringify({ text: 'x'.repeat(1_100_000) }));
  expect(JSON.parse(text)).toMatchObject({ ok: false });
});
