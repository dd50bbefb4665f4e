// The database goes away while the bot runs: what Slack sends is acknowledged all the same, and answered once the database is back.
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CHANNELS, PEOPLE } from '../../src/workspace/server/state/seed.ts';
import { findPostgres } from '../requirements.ts';
import { engines, type TestDatabase } from '../store/test-databases.ts';
import { shown } from './reading-replies.ts';
import { type Running, startRunning, until } from './running-bot.ts';

const server = findPostgres();

let place: TestDatabase;
let run: Running;
let probes: Server;

beforeAll(async () => {
  const make = engines.find(([name]) => name === 'PostgreSQL')?.[1];
  if (make === undefined) return;
  place = await make();
  const onProbes = (answer: RequestListener) => {
    probes = createServer(answer).listen(0, '127.0.0.1');
  };
  run = await startRunning({ bot: { database: place.place, onProbes } });
});

afterAll(async () => {
  await run?.stop();
  probes?.close();
  await place?.remove();
});

async function admit(isAllowed: boolean): Promise<void> {
  const name = new URL(place.place).pathname.slice(1);
  const client = new pg.Client({ connectionString: server ?? '' });
  await client.connect();
  await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS ${isAllowed}`);
  if (!isAllowed)
    await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
  await client.end();
}

async function readiness(): Promise<string> {
  return await (await fetch(`http://127.0.0.1:${(probes.address() as AddressInfo).port}/readyz`)).text();
}

test.runIf(server !== null)('it is not ready meanwhile, and loses nothing', async () => {
  await admit(false);
  await until(async () => (await readiness()) === 'waiting for: database\n');
  const member = run.workspace.as(PEOPLE.candidate.id);
  const asked = member.post(CHANNELS.questions.id, 'How long is a watch at the lighthouse?');
  await run.idle();
  expect(run.replies(asked.ts)).toEqual([]);
  await admit(true);
  run.clock.advance(30_000);
  await until(async () => (await readiness()) === 'ready\n');
  await until(async () => run.replies(asked.ts).length > 0);
  await run.idle();
  expect(run.replies(asked.ts).map(shown)).toEqual([expect.stringContaining('six hours')]);
});
