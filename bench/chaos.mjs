// `npm run chaos`: replicas of the program over PostgreSQL (or one over SQLite) and the local workspace, while everything around them
// goes wrong: events come twice and out of order, questions are edited and deleted, processes are killed, connections dropped, calls of
// the Web API fail, the database is away. Afterwards each question has exactly one right reply. Ends with 1 where that is not so.
//   node --import ./build.mjs bench/chaos.mjs [--questions 10000] [--rate 12] [--replicas 3] [--sqlite] [--seed 1]
// Over PostgreSQL: TEST_DATABASE_URL, a server on which databases may be made.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { startWorkspace } from '../dist/workspace/server/start-workspace.js';
import { CHANNELS } from '../dist/workspace/server/state/seed.js';
import { createPeople, findFaults } from './chaos/people.mjs';
import { startReplicas } from './chaos/replicas.mjs';
import { startUnreliableDatabase } from './chaos/unreliable-database.mjs';
import { startUnreliableSlack } from './chaos/unreliable-slack.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const NOTES = join(ROOT, 'test', 'fixtures', 'bot', 'notes');
const channel = CHANNELS.questions.id;
/** Nobody is answered more than five times a minute. */
const secondsBetweenQuestionsOfOne = 20;
const databaseAwayMs = 10_000;
/** So long nothing may come into order before it is given up: the bot looks for what it missed every five minutes. */
const patienceMs = 8 * 60_000;

const { values } = parseArgs({
  options: {
    questions: { type: 'string', default: '10000' },
    rate: { type: 'string', default: '12' },
    replicas: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    sqlite: { type: 'boolean', default: false },
  },
});
const questions = Number(values.questions);
const rate = Number(values.rate);
const random = createRandom(Number(values.seed));

/** The same numbers from the same seed: mulberry32. */
function createRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function readEntries() {
  const cli = join(ROOT, 'dist', 'bundle', 'cli.js');
  const env = { ...process.env, KNOWLEDGE_DIR: NOTES, ENCODER: 'off' };
  const all = JSON.parse(execFileSync(process.execPath, [cli, 'notes', '--json'], { env, cwd: tmpdir() }));
  return all.filter(({ note }) => note === 'lighthouse.md' || note === 'ferry.md');
}

/** Kills one at random now and then, and starts it again; drops connections; shuts the database twice. */
async function makeTrouble({ replicas, workspace, database, isOver, counts }) {
  const shutAt = database === null ? [] : [questions / 3, (2 * questions) / 3];
  const shutting = (async () => {
    for (const at of shutAt) {
      while (!isOver() && people.said.length < at) await wait(100);
      if (isOver()) return;
      database.shut();
      counts['database away'] += 1;
      await wait(databaseAwayMs);
      database.unshut();
    }
  })();
  while (!isOver()) {
    await wait(2000 + random() * 6000);
    if (isOver()) break;
    if (random() < 0.4) {
      workspace.socketMode.dropConnections();
      counts['connections dropped'] += 1;
      continue;
    }
    const replica = replicas[Math.floor(random() * replicas.length)];
    await replica.kill('SIGKILL');
    counts['processes killed'] += 1;
    await wait(random() * 2000);
    await replica.start();
  }
  await shutting;
}

/** Nothing goes wrong any more: every process is started afresh, as after an update, and looks for what was missed. */
async function calmDown(replicas, slack) {
  slack.isUnreliable = false;
  for (const replica of replicas) {
    await replica.kill('SIGTERM');
    await replica.start();
  }
}

const countAll = (faults) => Object.values(faults).reduce((sum, list) => sum + list.length, 0);

const folder = mkdtempSync(join(tmpdir(), 'rolecall-chaos-'));
const crowd = Math.ceil(rate * secondsBetweenQuestionsOfOne);
const workspace = await startWorkspace({
  port: 0,
  manifest: parse(readFileSync(join(ROOT, 'manifest.yml'), 'utf8')),
  pageDir: null,
  logger: { info() {}, warn() {}, error() {} },
  rateLimits: 'off',
  crowd,
  random,
  eventCopies: () => (random() < 0.3 ? 2 : 1),
  retryDelaysMs: [0],
  losesUnheard: true,
});
const slack = await startUnreliableSlack(workspace.slackApiUrl, { random, share: 0.05 });
const server = process.env.TEST_DATABASE_URL;
if (!values.sqlite && server === undefined) throw new Error('Set TEST_DATABASE_URL, or say --sqlite');
const database = values.sqlite ? null : await startUnreliableDatabase(server);
const env = {
  PATH: process.env.PATH,
  PORT: '0',
  ENCODER: 'off',
  KNOWLEDGE_DIR: NOTES,
  STATE_DIR: join(folder, 'state'),
  LOG_LEVEL: 'warn',
  TEAM_CHANNEL: CHANNELS.team.id,
  SLACK_BOT_TOKEN: workspace.botToken,
  SLACK_APP_TOKEN: workspace.appToken,
  SLACK_API_URL: slack.apiUrl,
  ...(database === null ? {} : { DATABASE_URL: database.url }),
};
const replicas = await startReplicas(values.sqlite ? 1 : Number(values.replicas), env, folder);
const people = createPeople({ workspace, channel, crowd, entries: readEntries(), random });
const counts = { 'processes killed': 0, 'connections dropped': 0, 'database away': 0 };
const memory = [];
const begunAt = performance.now();
let isOver = false;
const trouble = makeTrouble({ replicas, workspace, database, isOver: () => isOver, counts });
while (people.said.length < questions) {
  people.say();
  if (people.said.length % 50 === 0) memory.push(Math.max(...replicas.map((replica) => replica.memory)));
  await wait((random() * 2 * 1000) / rate);
}
while (!people.isStill()) await wait(100);
isOver = true;
await trouble;
const calmAt = performance.now();
await calmDown(replicas, slack);
const findNow = () => findFaults({ workspace, channel, said: people.said });
let faults = findNow();
let fewest = Number.POSITIVE_INFINITY;
for (let fewestAt = calmAt; countAll(faults) > 0 && performance.now() - fewestAt < patienceMs; faults = findNow()) {
  if (countAll(faults) < fewest) fewestAt = performance.now();
  fewest = Math.min(fewest, countAll(faults));
  await wait(500);
}
const settledAt = performance.now();

const { said } = people;
const seconds = (from, to) => `${((to - from) / 1000).toFixed(0)} s`;
const half = Math.floor(memory.length / 2);
const mean = (list) => (list.length === 0 ? 0 : list.reduce((sum, value) => sum + value, 0) / list.length);
const rows = [
  ['messages', said.length],
  ['questions that stand', said.filter(({ entry, isDeleted }) => entry !== null && !isDeleted).length],
  ['edited', said.filter(({ isEdited }) => isEdited === true).length],
  ['deleted', said.filter(({ isDeleted }) => isDeleted).length],
  ['processes', `${replicas.length} over ${database === null ? 'SQLite' : 'PostgreSQL'}`],
  ...Object.entries(counts),
  ...Object.entries(slack.counts),
  ['asked within', seconds(begunAt, calmAt)],
  ['all in order after', seconds(calmAt, settledAt)],
  [
    'memory, first half, second half',
    `${mean(memory.slice(0, half)).toFixed(0)} MB, ${mean(memory.slice(half)).toFixed(0)} MB`,
  ],
  ...Object.entries(faults).map(([name, list]) => [`replies ${name}`, list.length]),
];
for (const [name, value] of rows) console.log(`${name.padEnd(36)} ${value}`);
if (countAll(faults) > 0) {
  console.log(JSON.stringify(faults));
  for (const line of replicas.flatMap((replica) => replica.faults).slice(-20)) console.log(line.slice(0, 600));
  process.exitCode = 1;
}
for (const replica of replicas) await replica.kill('SIGTERM');
await workspace.close();
slack.close();
await database?.remove();
rmSync(folder, { recursive: true, force: true });
process.exit();
