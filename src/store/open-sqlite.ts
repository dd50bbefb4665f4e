// The state in an SQLite file. Edge.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement, sql } from 'kysely';
import Sqlite from 'libsql';
import { keepLast } from '../answer/keep-last.ts';
import { migrate, NewerDatabaseError } from './migrate.ts';
import type { Schema } from './schema.ts';

/** How long a writer waits for another process's transaction, in milliseconds. Transactions here take well under one. */
const busyTimeoutMs = 5000;
const pauseMs = 20;
const mostStatements = 200;

/** Throws an `Error` that names the path where it cannot be opened or its tables cannot be brought up to date. */
export async function openSqlite(path: string): Promise<Kysely<Schema>> {
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
    const database = new Kysely<Schema>({ dialect: new SqliteDialect({ database: guard(new Sqlite(path)) }) });
    await sql.raw(`PRAGMA busy_timeout = ${busyTimeoutMs}`).execute(database);
    await turnToWal(database);
    // What was deleted, as who asked without a name, is not left to be read in the file.
    await sql.raw('PRAGMA secure_delete = ON').execute(database);
    await sql.raw('PRAGMA synchronous = NORMAL').execute(database);
    await migrateLocked(database);
    return database;
  } catch (cause) {
    if (cause instanceof NewerDatabaseError) throw cause;
    throw new Error(`The database ${path} cannot be opened. Is STATE_DIR a folder that this user may write to?`, {
      cause,
    });
  }
}

/**
 * What is no value of SQLite (`true` where Slack should have sent an id) ends the whole process in the native code: refused here. A statement
 * is compiled once while it is among those used last: a message needs two dozen, and compiling costs as much as running.
 */
function guard(database: SqliteDatabase): SqliteDatabase {
  const prepare = keepLast((text): SqliteStatement => {
    const statement: SqliteStatement = database.prepare(text);
    return {
      reader: statement.reader,
      all: (values) => statement.all(toValues(values)),
      run: (values) => statement.run(toValues(values)),
      iterate: (values) => statement.iterate(toValues(values)),
    };
  }, mostStatements);
  return { close: () => database.close(), prepare };
}

function toValues(values: readonly unknown[]): readonly unknown[] {
  const wrong = values.find((value) => value !== null && !['string', 'number', 'bigint'].includes(typeof value));
  if (wrong !== undefined && !(wrong instanceof Uint8Array))
    throw new TypeError(`The state keeps texts and numbers, nothing of the type ${typeof wrong}.`);
  return values;
}

/** SQLite does not wait for another process that turns the same file at this moment: tried again for as long as it waits elsewhere. */
async function turnToWal(database: Kysely<Schema>): Promise<void> {
  const end = performance.now() + busyTimeoutMs;
  for (;;) {
    try {
      await sql.raw('PRAGMA journal_mode = WAL').execute(database);
      return;
    } catch (error) {
      if (!/locked|busy/i.test(String(error)) || performance.now() > end) throw error;
      await wait(pauseMs);
    }
  }
}

/** Under a write lock from the start, so that of several processes one migrates and the others find it done. */
async function migrateLocked(database: Kysely<Schema>): Promise<void> {
  await sql.raw('BEGIN IMMEDIATE').execute(database);
  try {
    await migrate(database);
    await sql.raw('COMMIT').execute(database);
  } catch (error) {
    await sql.raw('ROLLBACK').execute(database);
    throw error;
  }
}
