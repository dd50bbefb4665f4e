// Opens the database and brings its tables up to date. Edge.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, Migrator, SqliteDialect, sql } from 'kysely';
import Sqlite from 'libsql';
import { migrations } from './migrations.ts';
import type { Schema } from './schema.ts';

export type Database = Kysely<Schema>;

/** How long a writer waits for another process's transaction, in milliseconds. Transactions here take well under one. */
const busyTimeoutMs = 5000;

/**
 * Opens (or makes) the SQLite file at `path`; `:memory:` keeps nothing. Several processes may hold the same file.
 * Throws an `Error` that names the path where it cannot be opened or its tables cannot be brought up to date.
 */
export async function openDatabase(path: string): Promise<Database> {
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
    const database = new Kysely<Schema>({ dialect: new SqliteDialect({ database: new Sqlite(path) }) });
    await sql.raw(`PRAGMA busy_timeout = ${busyTimeoutMs}`).execute(database);
    await sql.raw('PRAGMA journal_mode = WAL').execute(database);
    await sql.raw('PRAGMA synchronous = NORMAL').execute(database);
    await migrate(database);
    return database;
  } catch (cause) {
    throw new Error(`The database ${path} cannot be opened. Is STATE_DIR a folder that this user may write to?`, {
      cause,
    });
  }
}

/** Under a write lock from the start, so that of several processes one migrates and the others find it done. */
async function migrate(database: Database): Promise<void> {
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => ({ ...migrations }) } });
  await sql.raw('BEGIN IMMEDIATE').execute(database);
  const { error } = await migrator.migrateToLatest();
  await sql.raw(error === undefined ? 'COMMIT' : 'ROLLBACK').execute(database);
  if (error !== undefined) throw error;
}
