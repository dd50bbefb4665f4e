// A connection to PostgreSQL that breaks while it is in use, between two statements.
import pg from 'pg';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/store/open-database.ts';
import { findPostgres } from '../requirements.ts';
import { engines } from './test-databases.ts';

const server = findPostgres();

test.runIf(server !== null)('is refused at its next statement, ends nothing else, and is replaced', async () => {
  const make = engines.find(([name]) => name === 'PostgreSQL')?.[1];
  if (make === undefined) return;
  const { place, remove } = await make();
  const database = await openDatabase(place);
  const ids = () => database.selectFrom('claims').select('ts').execute();
  const broken = database.transaction().execute(async (transaction) => {
    await transaction.selectFrom('claims').select('ts').execute();
    await endConnectionsTo(place);
    await transaction.selectFrom('claims').select('ts').execute();
  });
  await expect(broken).rejects.toThrow();
  await expect(ids()).resolves.toEqual([]);
  await database.destroy();
  await remove();
});

/** Resolves once the server has no connection to the database left. */
async function endConnectionsTo(place: string): Promise<void> {
  const client = new pg.Client({ connectionString: server ?? '' });
  await client.connect();
  const name = new URL(place).pathname.slice(1);
  const left = async (action: string) =>
    (await client.query(`SELECT ${action} FROM pg_stat_activity WHERE datname = $1`, [name])).rowCount ?? 0;
  await left('pg_terminate_backend(pid)');
  while ((await left('pid')) > 0);
  await client.end();
}
