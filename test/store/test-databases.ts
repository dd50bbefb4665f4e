// Databases for tests: SQLite always, PostgreSQL where a server is at hand; each made for one file and gone after it.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { findPostgres } from '../requirements.ts';

export interface TestDatabase {
  /** For `openDatabase`. */
  readonly place: string;
  remove(): Promise<void>;
}

async function makeSqlite(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-store-'));
  return { place: join(folder, 'state', 'rolecall.sqlite'), remove: async () => rmSync(folder, { recursive: true }) };
}

async function makePostgres(server: string): Promise<TestDatabase> {
  const name = `rolecall_${randomUUID().replaceAll('-', '')}`;
  await run(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { place: url.href, remove: () => drop(server, name) };
}

async function run(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

const insufficientPrivilege = '42501';
const [mostTries, pauseMs] = [40, 250];

/** While the server's own vacuum is at work in a database, nobody but a superuser may drop it: that lasts a moment. */
async function drop(server: string, name: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await run(server, `DROP DATABASE ${name} WITH (FORCE)`);
    } catch (error) {
      if (!(error instanceof pg.DatabaseError) || error.code !== insufficientPrivilege || tries === mostTries)
        throw error;
    }
    await setTimeout(pauseMs);
  }
}

const server = findPostgres();

/** Name, and a function that makes an empty database. */
export const engines: readonly (readonly [string, () => Promise<TestDatabase>])[] = [
  ['SQLite', makeSqlite],
  ...(server === null ? [] : [['PostgreSQL', () => makePostgres(server)] as const]),
];
