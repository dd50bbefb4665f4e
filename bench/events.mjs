// `npm run bench:events`: messages a second through the whole bot, over signed HTTP, beside the smallest bot on Bolt.
import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { Agent, createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startFlags } from './start-flags.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const secret = 'a-secret-for-the-benchmark';
const together = 32;
const questions = [
  'How crucial is a deep-seated knowledge of Jupyter for this role?',
  'What does success look like in the short and long term?',
  'What challenges have you run into thus far?',
];
const chatter = ['good morning everyone', 'thanks, that helps a lot', 'the build is green again'];

/** A Web API that agrees to everything, and tells of every reply by the message that it answers. */
async function startSlack() {
  const waiting = new Map();
  let count = 0;
  const server = createServer(async (incoming, response) => {
    const chunks = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const fields = new URLSearchParams(Buffer.concat(chunks).toString());
    count += 1;
    const ts = `1800000000.${String(count).padStart(6, '0')}`;
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({
        ok: true,
        ts,
        message: { ts, thread_ts: fields.get('thread_ts') ?? undefined },
        channel: { id: fields.get('channel') ?? 'D0LOOP' },
        ...{ members: [], messages: [], channels: [], permalink: 'https://loopback.example/p1' },
        user: { id: fields.get('user') ?? 'U0', name: 'ada', profile: {} },
        ...{ user_id: 'UBOT00001', bot_id: 'BBOT00001', team_id: 'TLOOP0001' },
      }),
    );
    if (incoming.url.endsWith('chat.postMessage')) waiting.get(fields.get('thread_ts'))?.();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { waiting, url: `http://127.0.0.1:${server.address().port}/api/`, close: () => server.close() };
}

async function startBot(name, slackUrl) {
  const directory = await mkdtemp(join(tmpdir(), 'rolecall-events-'));
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const file = name === 'Rolecall' ? join(root, 'dist', 'bundle', 'main.js') : join(root, 'bench', 'smallest-bot.mjs');
  const child = spawn(process.execPath, [...startFlags(), file], {
    cwd: directory,
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      STATE_DIR: join(directory, 'state'),
      KNOWLEDGE_DIR: join(root, 'knowledge'),
      LOG_LEVEL: 'error',
      ENCODER: 'off',
      SLACK_BOT_TOKEN: 'xoxb-1-benchmark',
      SLACK_SIGNING_SECRET: secret,
      SLACK_API_URL: slackUrl,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const stop = async () => {
    child.kill('SIGTERM');
    await once(child, 'exit');
    await rm(directory, { recursive: true });
  };
  return { child, port, stop };
}

let sent = 0;
const agent = new Agent({ keepAlive: true, maxSockets: together });

/** Sends one message as Slack does; resolves with the status. */
function send(port, text) {
  sent += 1;
  const now = Math.floor(Date.now() / 1_000);
  const ts = `${now}.${String(sent).padStart(6, '0')}`;
  const [channel, user] = [`C${String(sent).padStart(8, '0')}`, `U${String(sent).padStart(8, '0')}`];
  const body = JSON.stringify({
    type: 'event_callback',
    team_id: 'TLOOP0001',
    api_app_id: 'ALOOP0001',
    event_id: `Ev${sent}`,
    event_time: now,
    authorizations: [{ team_id: 'TLOOP0001', user_id: 'UBOT00001', is_bot: true }],
    event: { type: 'message', channel, user, text, ts, event_ts: ts, channel_type: 'channel', team: 'TLOOP0001' },
  });
  const time = String(now);
  const signature = `v0=${createHmac('sha256', secret).update(`v0:${time}:${body}`).digest('hex')}`;
  const headers = {
    'content-type': 'application/json',
    'x-slack-request-timestamp': time,
    'x-slack-signature': signature,
  };
  const status = new Promise((resolve, reject) => {
    const post = () => {
      const options = { agent, port, host: '127.0.0.1', method: 'POST', path: '/slack/events', headers };
      const outgoing = request(options, (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode));
      });
      // A connection that nothing was sent on for five seconds may be closed while it is taken up again.
      outgoing.on('error', (error) => (outgoing.reusedSocket && error.code === 'ECONNRESET' ? post() : reject(error)));
      outgoing.end(body);
    };
    post();
  });
  return { ts, status };
}

/** Sends a question; resolves with the milliseconds until its reply. */
async function ask({ waiting }, port, text) {
  const start = performance.now();
  const { ts, status } = send(port, text);
  const replied = new Promise((resolve) => waiting.set(ts, resolve));
  await Promise.all([
    status,
    Promise.race([replied, wait(30_000).then(() => Promise.reject(new Error(`No reply to: ${text}`)))]),
  ]);
  waiting.delete(ts);
  return performance.now() - start;
}

/** Keeps so many messages under way until `count` are through; gives the milliseconds of each. */
async function flood(count, one) {
  const times = [];
  let begun = 0;
  const work = async () => {
    while (begun < count) {
      begun += 1;
      times.push(await one(begun));
    }
  };
  await Promise.all(Array.from({ length: together }, work));
  return times.sort((a, b) => a - b);
}

async function memoryOf({ pid }) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

async function measure(name, slack, count) {
  const { child, port, stop } = await startBot(name, slack.url);
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const isThere = await send(port, 'hello')
      .status.then((status) => status === 200)
      .catch(() => false);
    if (isThere) break;
    await wait(200);
  }
  await flood(200, (at) => ask(slack, port, questions[at % questions.length]));
  const start = performance.now();
  const times = await flood(count, (at) => ask(slack, port, questions[at % questions.length]));
  const perSecond = count / ((performance.now() - start) / 1_000);
  const memory = [await memoryOf(child)];
  const talk = (at) => (at % 5 === 0 ? ask(slack, port, questions[at % 3]) : send(port, chatter[at % 3]).status);
  for (let part = 0; part < 4; part += 1) {
    await flood(5_000, talk);
    memory.push(await memoryOf(child));
  }
  await stop();
  const at = (share) => times[Math.floor(share * (times.length - 1))].toFixed(0);
  return { name, perSecond, latency: [at(0.5), at(0.9), at(0.99)], memory };
}

export async function compareEvents() {
  const slack = await startSlack();
  const results = [];
  for (const name of ['smallest', 'Rolecall', 'smallest', 'Rolecall']) {
    const result = await measure(name, slack, 2_000);
    results.push(result);
    const { perSecond, latency, memory } = result;
    process.stdout.write(
      `${name.padEnd(9)} ${perSecond.toFixed(0)} messages a second, ${together} at a time; p50/p90/p99 ${latency.join('/')} ms; memory at 2,000 questions and after each 5,000 messages more: ${memory.join(', ')} MB\n`,
    );
  }
  const mean = (name) => results.filter((one) => one.name === name).reduce((sum, one) => sum + one.perSecond / 2, 0);
  process.stdout.write(
    `Rolecall takes ${(mean('Rolecall') / mean('smallest')).toFixed(2)} times the messages of the smallest bot.\n`,
  );
  agent.destroy();
  slack.close();
}
