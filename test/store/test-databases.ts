// Databases for tests: SQLite always, PostgreSQL where a server is at hand; each made for one file and gone after it.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  return { place: url.href, remove: () => run(server, `DROP DATABASE ${name} WITH (FORCE)`) };
}

async function run(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}

const server = findPostgres();

/** Name, and a function that makes an empty database. */
export const engines: readonly (readonly [string, () => Promise<TestDatabase>])[] = [
  ['SQLite', makeSqlite],
  ...(server === null ? [] : [['PostgreSQL', () => makePostgres(server)] as const]),
];
