// /healthz, /readyz and /metrics, in Socket Mode and over HTTP.
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { Health } from '../../src/health/health.ts';
import { createMetrics } from '../../src/health/metrics.ts';
import { serve } from '../../src/health/serve.ts';
import { CHANNELS, PEOPLE } from '../../src/workspace/server/state/seed.ts';
import { type Running, startRunning } from '../bot/running-bot.ts';

const questions = CHANNELS.questions.id;

async function read(port: number | null, path: string, init: RequestInit = {}): Promise<[number, string]> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, init);
  return [response.status, await response.text()];
}

async function serveForTest(health: Health): Promise<number> {
  const metrics = createMetrics({ now: Date.now });
  const listener = (_: unknown, response: { end(text: string): void }) => response.end('taken');
  const serving = await serve({ port: 0, health, metrics, mcp: null, slack: { path: '/slack/events', listener } });
  onTestFinished(() => serving.close());
  return serving.port;
}

describe('the server', () => {
  test('is healthy at once, and ready when the notes are indexed and Slack is connected', async () => {
    const health = new Health();
    const port = await serveForTest(health);
    expect(await read(port, '/healthz')).toEqual([200, 'ok\n']);
    expect(await read(port, '/readyz')).toEqual([503, 'waiting for: notes, slack\n']);
    health.noteIndex(true);
    expect(await read(port, '/readyz')).toEqual([503, 'waiting for: slack\n']);
    health.noteConnection(true);
    expect(await read(port, '/readyz')).toEqual([200, 'ready\n']);
    health.noteIndex(false);
    expect(await read(port, '/readyz')).toEqual([503, 'waiting for: notes\n']);
    health.noteIndex(true);
    health.noteConnection(false);
    expect((await read(port, '/readyz'))[0]).toBe(503);
  });

  test("turns Slack's requests away until it is ready, so that Slack sends them again", async () => {
    const health = new Health();
    const port = await serveForTest(health);
    expect((await read(port, '/slack/events', { method: 'POST' }))[0]).toBe(503);
    health.noteIndex(true);
    health.noteConnection(true);
    expect(await read(port, '/slack/events', { method: 'POST' })).toEqual([200, 'taken']);
  });

  test('knows no other path and no other method', async () => {
    const port = await serveForTest(new Health());
    expect((await read(port, '/'))[0]).toBe(404);
    expect((await read(port, '/slack/events'))[0]).toBe(404);
    expect((await read(port, '/healthz', { method: 'DELETE' }))[0]).toBe(405);
    expect((await read(port, '/healthz?x=1'))[0]).toBe(200);
  });
});

describe.each(['socket', 'http'] as const)('a bot over %s', (way) => {
  let running: Running;
  beforeAll(async () => {
    running = await startRunning({ way, bot: { port: 0 } });
  });
  afterAll(() => running.stop());

  test('counts what it does, without a word of it', async () => {
    const { port } = running.bot;
    expect(await read(port, '/readyz')).toEqual([200, 'ready\n']);
    const amara = running.workspace.as(PEOPLE.candidate.id);
    for (const text of ['How long is a watch at the lighthouse?', 'do you sponsor visas?', '@rolecall help']) {
      amara.post(questions, text);
      await running.idle();
    }
    running.workspace.arrange('chat.postMessage', { error: 'is_archived' });
    amara.post(questions, 'who repairs the lamp?');
    await running.idle();
    const [status, text] = await read(port, '/metrics');
    expect(status).toBe(200);
    expect(text).toContain('rolecall_decisions_total{kind="answer",surface="channel"} 2');
    expect(text).toContain('rolecall_decisions_total{kind="uncovered",surface="channel"} 1');
    expect(text).toMatch(/rolecall_decisions_total\{kind="silent",surface="mention"\} [12]\n/);
    expect(text).toContain('rolecall_replies_total{kind="answer"} 1');
    expect(text).toContain('rolecall_replies_total{kind="help"} 1');
    expect(text).toContain('rolecall_slack_errors_total{method="chat.postMessage",code="is_archived"} 1');
    expect(text).toContain('rolecall_reply_latency_seconds_count 2');
    expect(text).toContain('rolecall_asked_total{surface="channel"} 3');
    expect(text).toMatch(/rolecall_slack_calls_total\{method="chat\.postMessage"\} \d/);
    for (const figure of ['ready 1', 'outbox_pending 0', 'entries 15', 'notes 4', 'note_faults 0'])
      expect(text).toContain(`rolecall_${figure}\n`);
    expect(text).toContain('process_resident_memory_bytes');
    // What the bot does by itself now and then is under way for a moment, too.
    await expect.poll(async () => (await read(port, '/metrics'))[1]).toContain('rolecall_in_flight 0\n');
    expect(text).not.toMatch(/watch|lamp|visas|C0QUESTION|U0AMARA/);
  });

  test.runIf(way === 'socket')('that has lost its connection is not ready until it has another', async () => {
    const { port } = running.bot;
    running.workspace.arrange('apps.connections.open', { status: 503 });
    running.workspace.socketMode.dropConnections();
    await running.workspace.waitFor(() => running.log().includes('Slack cannot be reached') || look(running.workspace));
    expect(await read(port, '/readyz')).toEqual([503, 'waiting for: slack\n']);
    await running.workspace.waitFor(() => running.workspace.socketMode.connectionCount === 1);
    await expect.poll(async () => (await read(port, '/readyz'))[0]).toBe(200);
    expect((await read(port, '/healthz'))[0]).toBe(200);
  });
});

/** The bot's log stirs nothing in the workspace: this makes a waiting probe look again. */
function look(workspace: { showProgress(text: null): void }): false {
  setTimeout(() => workspace.showProgress(null), 20);
  return false;
}
