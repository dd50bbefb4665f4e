// Two processes over one database file, several connections to one workspace: whatever Slack delivers how often, one reply.
import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startWorkspace } from '../../src/workspace/server/start-workspace.ts';
import { CHANNELS, PEOPLE } from '../../src/workspace/server/state/seed.ts';
import { connectTo, makeFolder, type Program, runProgram } from '../app/run-program.ts';
import { MANIFEST } from './running-bot.ts';

const QUESTIONS = 100;
const questions = CHANNELS.questions.id;

async function openWorkspace() {
  const workspace = await startWorkspace({
    port: 0,
    manifest: MANIFEST,
    pageDir: null,
    logger: { info: () => {}, warn: () => {}, error: () => {} },
    rateLimits: 'off',
  });
  onTestFinished(() => workspace.close());
  return workspace;
}

/** Started at the same instant, so that both find the database without its tables. */
async function startTwo(env: Readonly<Record<string, string>>): Promise<readonly [Program, Program]> {
  const shared = { ...env, STATE_DIR: join(makeFolder(), 'state') };
  const two = [runProgram(shared), runProgram(shared)] as const;
  await Promise.all(two.map((program) => program.until(/on port \d+/)));
  return two;
}

/** An error stands in its log: `stop` shows it. */
const hasFailed = (program: Program) => program.err().includes('"level":50');

async function stop(programs: readonly Program[]): Promise<void> {
  for (const { process } of programs) process.kill('SIGTERM');
  expect(await Promise.all(programs.map(({ ended }) => ended))).toEqual(programs.map(() => 0));
  for (const program of programs) {
    expect(program.err()).not.toContain('"level":50');
    expect(program.err()).toContain('"msg":"Decided"');
  }
}

/** What Slack would send for a message, signed as Slack signs it. */
async function sendSigned(port: string, secret: string, body: string): Promise<number> {
  const seconds = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex');
  const response = await fetch(`http://127.0.0.1:${port}/slack/events`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'x-slack-request-timestamp': seconds,
      'x-slack-signature': `v0=${signature}`,
    },
  });
  return response.status;
}

function toBody(ts: string, user: string, delivery: number): string {
  return JSON.stringify({
    type: 'event_callback',
    team_id: 'T0LOCAL001',
    api_app_id: 'A0LOCALAPP',
    event_id: `Ev${ts}-${delivery}`,
    event_time: Math.floor(Number(ts)),
    event: { type: 'message', channel: questions, channel_type: 'channel', user, ts, text: 'who repairs the lamp?' },
    authorizations: [{ team_id: 'T0LOCAL001', user_id: 'U0LOCALBOT', is_bot: true }],
  });
}

test('100 questions sent three times each to two processes at the same instant get exactly 100 replies', {
  timeout: 120_000,
}, async () => {
  const workspace = await openWorkspace();
  const { SLACK_APP_TOKEN: _, ...env } = connectTo(workspace);
  const two = await startTwo({ ...env, SLACK_SIGNING_SECRET: workspace.signingSecret });
  const ports = two.map((program) => /on port (\d+)/.exec(program.out())?.[1] ?? '');
  const asked = Array.from({ length: QUESTIONS }, () =>
    workspace.as(PEOPLE.candidate.id).post(questions, 'one moment'),
  );
  // A person of its own for each: nobody asks more than five in a minute.
  const deliveries = asked.flatMap(({ ts }, place) =>
    [0, 1, 2].map((delivery) =>
      sendSigned(ports[(place + delivery) % 2] ?? '', workspace.signingSecret, toBody(ts, `U0MANY${place}`, delivery)),
    ),
  );
  expect(new Set(await Promise.all(deliveries))).toEqual(new Set([200]));
  const answered = () => workspace.botMessages(questions).length;
  await workspace.waitFor(() => answered() >= QUESTIONS || two.some(hasFailed), 90_000);
  await stop(two);
  expect(answered()).toBe(QUESTIONS);
  const threads = new Set(workspace.botMessages(questions).map(({ threadTs }) => threadTs));
  expect(threads).toEqual(new Set(asked.map(({ ts }) => ts)));
  const posts = workspace.calls.filter(({ method }) => method === 'chat.postMessage');
  expect(posts).toHaveLength(QUESTIONS);
});

test('over several Socket Mode connections a mention, sent as two events to different processes, gets one reply', {
  timeout: 120_000,
}, async () => {
  const workspace = await openWorkspace();
  const two = await startTwo(connectTo(workspace));
  expect(workspace.socketMode.connectionCount).toBe(2);
  const people = Object.values(PEOPLE);
  const asked = Array.from({ length: 20 }, (_, place) =>
    workspace.as(people[place % people.length]?.id ?? '').post(questions, '@rolecall who repairs the lamp?'),
  );
  const answered = () => workspace.botMessages(questions).length;
  await workspace.waitFor(() => answered() >= asked.length || two.some(hasFailed), 60_000);
  await workspace.waitFor(() => workspace.isQuiet, 60_000);
  await stop(two);
  for (const { ts } of asked) expect(workspace.botMessages(questions, ts)).toHaveLength(1);
});

test('office hours under two processes: each of their messages once, whatever is counted', {
  timeout: 120_000,
}, async () => {
  const workspace = await openWorkspace();
  const two = await startTwo({ ...connectTo(workspace), TEAM_CHANNEL: CHANNELS.team.id });
  const host = workspace.as(PEOPLE.teamMember.id);
  const texts = (channel: string) => workspace.botMessages(channel).map(({ blocks }) => JSON.stringify(blocks));
  const count = (channel: string, text: string) => texts(channel).filter((said) => said.includes(text)).length;
  await Promise.all([1, 2].map((number) => host.command(questions, `/role office-hours start Evening ${number}`)));
  await workspace.waitFor(() => count(CHANNELS.team.id, '*Office hours: ') > 0, 60_000);
  const asked = [
    'can I bring my dog to the lighthouse?',
    'may I bring a dog to the lighthouse',
    'is there a pension plan?',
  ];
  for (const text of [...asked, ...asked]) workspace.as(PEOPLE.candidate.id).post(questions, text);
  await workspace.waitFor(() => count(CHANNELS.team.id, '*6 questions asked*, 2 different') > 0, 60_000);
  await Promise.all([1, 2].map(() => host.command(questions, '/role office-hours stop')));
  await workspace.waitFor(() => count(CHANNELS.team.id, 'A draft of the post') > 0, 60_000);
  await workspace.waitFor(() => workspace.isQuiet, 60_000);
  const said = ['have ended', 'what was asked'].map((text) => count(questions, text));
  expect([...said, count(CHANNELS.team.id, '*Office hours: '), count(CHANNELS.team.id, 'A draft of')]).toEqual([
    1, 1, 1, 1,
  ]);
  for (const { process } of two) process.kill('SIGTERM');
  await Promise.all(two.map(({ ended }) => ended));
  for (const program of two) expect(program.err()).not.toContain('"level":50');
});
