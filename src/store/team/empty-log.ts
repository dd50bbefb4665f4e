// SQLite's write-ahead log holds what was deleted until it is begun anew: done where nothing may be left to be read. Edge.
import { SqliteAdapter, sql } from 'kysely';
import type { Database } from '../open-database.ts';

/** Nothing happens on PostgreSQL, whose log is its server's. Where another process reads at this moment the log stays until the next time. */
export async function emptyLog(database: Database): Promise<void> {
  if (database.getExecutor().adapter instanceof SqliteAdapter)
    await sql.raw('PRAGMA wal_checkpoint(TRUNCATE)').execute(database);
}
