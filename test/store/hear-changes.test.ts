// What one process changes another hears of from the database, also after its connection broke.
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { hearChanges } from '../../src/store/hear-changes.ts';
import { type Database, openDatabase } from '../../src/store/open-database.ts';
import { KyselyLearnedStore } from '../../src/store/team/kysely-learned-store.ts';
import { findPostgres } from '../requirements.ts';
import { engines, type TestDatabase } from './test-databases.ts';

const server = findPostgres();
const patience = { timeout: 10_000, interval: 20 };

describe.runIf(server !== null)('over PostgreSQL', () => {
  let made: TestDatabase;
  let database: Database;
  let learned: KyselyLearnedStore;
  let stop: () => Promise<void>;
  const onChange = vi.fn(async () => {});

  beforeAll(async () => {
    const make = engines.find(([name]) => name === 'PostgreSQL')?.[1];
    if (make === undefined) throw new Error('PostgreSQL is at hand, and no way to make a database in it');
    made = await make();
    database = await openDatabase(made.place);
    learned = new KyselyLearnedStore(database);
    stop = hearChanges(made.place, onChange);
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1), patience);
  });

  afterAll(async () => {
    await stop();
    await database.destroy();
    await made.remove();
  });

  const learn = (id: string) =>
    learned.add({
      id,
      wording: `wording ${id}`,
      entryKey: 'key',
      note: 'a.md',
      entryId: 'a',
      team: 'T1',
      taughtBy: 'U1',
      taughtByName: 'Ada',
      taughtAt: 0,
      channel: 'C1',
      ts: '1.0',
      asker: 'U2',
      exportedAt: null,
    });

  it('a wording that is learned is told of once, one that is not there is not', async () => {
    const before = onChange.mock.calls.length;
    await learned.remove(['nobody has it']);
    await learn('one');
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(before + 1), patience);
  });

  it('a connection that broke is made anew, and what was missed is looked for', async () => {
    const before = onChange.mock.calls.length;
    const client = new pg.Client({ connectionString: server ?? '' });
    await client.connect();
    await client.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'rolecall listening' AND datname = $1",
      [new URL(made.place).pathname.slice(1)],
    );
    await client.end();
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(before + 1), patience);
    await learn('two');
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(before + 2), patience);
  });
});

it('over SQLite, which cannot tell, nothing is opened', async () => {
  await expect(hearChanges(':memory:', async () => {})()).resolves.toBeUndefined();
});

/** A port behind which PostgreSQL stands once it is opened. */
async function reserve(): Promise<{ port: number; open: () => Promise<Server> }> {
  const { hostname, port: behind } = new URL(server ?? '');
  const listen = (at: number) =>
    new Promise<Server>((resolve) => {
      const opened = createServer((socket) => {
        const onward = connect(Number(behind || 5432), hostname);
        for (const end of [socket, onward]) end.on('error', () => {});
        socket.pipe(onward).pipe(socket);
      });
      opened.listen(at, '127.0.0.1', () => resolve(opened));
    });
  const first = await listen(0);
  const { port } = first.address() as AddressInfo;
  await new Promise((resolve) => first.close(resolve));
  return { port, open: () => listen(port) };
}

it.runIf(server !== null)('a server that is not there is tried again until it is', async () => {
  const { port, open } = await reserve();
  const onChange = vi.fn(async () => {});
  const url = new URL(server ?? '');
  [url.hostname, url.port] = ['127.0.0.1', String(port)];
  const tries = vi.spyOn(pg.Client.prototype, 'connect');
  const stop = hearChanges(url.href, onChange);
  await vi.waitFor(() => expect(tries.mock.calls.length).toBeGreaterThanOrEqual(2), patience);
  expect(onChange).not.toHaveBeenCalled();
  const opened = await open();
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1), patience);
  await stop();
  tries.mockRestore();
  opened.close();
});
