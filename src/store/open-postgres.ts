// The state in PostgreSQL, which several replicas share. Edge.
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { connectTimeoutMs } from './is-postgres.ts';
import { migrate, NewerDatabaseError } from './migrate.ts';
import type { Schema } from './schema.ts';

/** One statement never takes so long; a server that hangs is not waited for. */
const statementTimeoutMs = 30_000;
/** Connections of one process: most work is one short statement after another. */
const mostConnections = 10;

/** Throws an `Error` that names the server, never the password, where it cannot be reached or its tables cannot be brought up to date. */
export async function openPostgres(url: string): Promise<Kysely<Schema>> {
  const pool = new pg.Pool({
    connectionString: url,
    max: mostConnections,
    connectionTimeoutMillis: connectTimeoutMs,
    statement_timeout: statementTimeoutMs,
    application_name: 'rolecall',
  });
  // A connection that breaks is replaced when the next one is needed. The pool hears of those that nobody uses; of one that is in use,
  // between two statements, only a listener of its own does, without which Node ends the process. Its next statement is refused.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const database = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  try {
    // Kysely takes a lock of the server's: of several processes one migrates and the others find it done.
    await migrate(database);
    return database;
  } catch (cause) {
    await database.destroy();
    if (cause instanceof NewerDatabaseError) throw cause;
    throw new Error(`The PostgreSQL database ${toPlace(url)} of DATABASE_URL cannot be used: ${toReason(cause)}.`, {
      cause,
    });
  }
}

function toPlace(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

/** Where a name stands for several addresses, Node tells of each and says nothing in words. */
function toReason(cause: unknown): string {
  if (cause instanceof AggregateError) return cause.errors.map(toReason).join(', ');
  return cause instanceof Error ? cause.message : String(cause);
}
