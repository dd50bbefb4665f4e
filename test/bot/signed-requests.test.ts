// Over HTTP only what Slack has signed, just now and within bounds, is looked at.
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CHANNELS, PEOPLE, TEAM } from '../../src/workspace/server/state/seed.ts';
import { type Running, startRunning } from './running-bot.ts';

let run: Running;

beforeAll(async () => {
  run = await startRunning({ way: 'http' });
});

afterAll(async () => await run.stop());

const channel = CHANNELS.questions.id;
const fiveMinutes = 300;

function toBody(ts: string, filler = ''): string {
  const message = { type: 'message', channel, channel_type: 'channel', ts, user: PEOPLE.candidate.id };
  const event = { ...message, text: '@rolecall who repairs the lamp?', filler };
  return JSON.stringify({ type: 'event_callback', team_id: TEAM.id, event_id: `Ev${ts}`, event });
}

interface Signing {
  readonly secret?: string;
  readonly ageSeconds?: number;
  /** What was signed, where it is not what is sent. */
  readonly signed?: string;
  readonly withoutSignature?: boolean;
}

async function send(body: string, { secret, ageSeconds = 0, signed = body, withoutSignature }: Signing = {}) {
  const seconds = String(Math.floor(Date.now() / 1000) - ageSeconds);
  const key = secret ?? run.workspace.signingSecret;
  const signature = `v0=${createHmac('sha256', key).update(`v0:${seconds}:${signed}`).digest('hex')}`;
  const headers = { 'x-slack-request-timestamp': seconds, 'x-slack-signature': signature };
  const response = await fetch(`http://127.0.0.1:${run.bot.port}/slack/events`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...(withoutSignature === true ? {} : headers) },
  });
  await run.idle();
  return response.status;
}

test.each<[string, Signing, number]>([
  ['signed', {}, 200],
  ['signed with another secret', { secret: 'another secret than ours' }, 401],
  ['changed after it was signed', { signed: toBody('1700000000.000001') }, 401],
  ['signed more than five minutes ago', { ageSeconds: fiveMinutes + 10 }, 401],
  ['without a signature', { withoutSignature: true }, 401],
])('a request %s', async (_, signing, expected) => {
  const decided = run.decisions.length;
  const { ts } = run.workspace.as(PEOPLE.candidate.id).post(channel, 'one moment');
  await run.idle();
  const before = run.decisions.length;
  expect(before).toBe(decided + 1);
  expect(await send(toBody(`${Number(ts.split('.')[0]) + 1}.000900`), signing)).toBe(expected);
  expect(run.decisions.length - before).toBe(expected === 200 ? 1 : 0);
});

test('a request of more than four megabytes is not read', async () => {
  const before = run.decisions.length;
  const status = await send(toBody('1800000000.000100', 'x'.repeat(5 * 1024 * 1024))).catch(() => 413);
  expect(status).toBe(413);
  expect(run.decisions).toHaveLength(before);
});
