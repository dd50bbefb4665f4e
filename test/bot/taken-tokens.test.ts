// A token that Slack takes no more: what the program says of itself, and that it is ready again once a call succeeds.
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { TEAM } from '../../src/workspace/server/state/seed.ts';
import { refusal } from '../slack/failing-slack.ts';
import { type Running, startRunning } from './running-bot.ts';
import { post } from './team-steps.ts';

const WATCH = 'How long is a watch at the lighthouse?';

let run: Running;
let probes: Server;

beforeAll(async () => {
  const onProbes = (answer: RequestListener) => {
    probes = createServer(answer).listen(0, '127.0.0.1');
  };
  // Never by itself: a call that succeeds in between would show that the token is taken again.
  run = await startRunning({ failing: true, bot: { onProbes, pace: { takeUp: 600_000 } } });
});

afterAll(async () => {
  await run.stop();
  probes.close();
});

beforeEach(() => run.clock.advance(120_000));

afterEach(() => run.slack.release());

async function readiness(): Promise<string> {
  const { port } = probes.address() as AddressInfo;
  return await (await fetch(`http://127.0.0.1:${port}/readyz`)).text();
}

/** Slack sends an event to the app. */
async function send(event: Readonly<Record<string, unknown>>): Promise<void> {
  const payload = { type: 'event_callback', team_id: TEAM.id, event };
  await run.workspace.socketMode.send({ type: 'events_api', payload, acceptsResponse: false }, null);
  await run.idle();
}

describe('a token that Slack takes no more', () => {
  test.each([
    [
      'refused calls',
      async () => {
        run.slack.failAll({ answer: refusal('account_inactive') });
        await post(run, WATCH);
      },
    ],
    ['app_uninstalled', () => send({ type: 'app_uninstalled' })],
    ['tokens_revoked', () => send({ type: 'tokens_revoked', tokens: { bot: ['U1'], oauth: [] } })],
  ])('is told by %s: not ready, and the log names SLACK_BOT_TOKEN', async (_, happen) => {
    await happen();
    expect(await readiness()).toContain('SLACK_BOT_TOKEN');
    expect(run.log()).toMatch(/Slack refuses SLACK_BOT_TOKEN \((?:account_inactive|app_uninstalled|tokens_revoked)\)/);
    run.slack.release();
    await post(run, `@rolecall ${WATCH}`);
    expect(await readiness()).toBe('ready\n');
  });

  test('is not told by one person who takes a token of their own back', async () => {
    await send({ type: 'tokens_revoked', tokens: { oauth: ['U1'] } });
    expect(await readiness()).toBe('ready\n');
  });
});
