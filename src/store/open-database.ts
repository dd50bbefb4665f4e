// Opens the state's database, whichever engine holds it, and brings its tables up to date. Edge.
import type { Kysely } from 'kysely';
import { isPostgres } from './is-postgres.ts';
import { openSqlite } from './open-sqlite.ts';
import type { Schema } from './schema.ts';

export type Database = Kysely<Schema>;

/**
 * `place`: the address of a PostgreSQL database, the path of an SQLite file (made where there is none), or `:memory:`. Several
 * processes may hold the same one. Throws an `Error` in words where it cannot be opened, or a newer program has made it.
 */
export async function openDatabase(place: string): Promise<Database> {
  if (!isPostgres(place)) return await openSqlite(place);
  // Loaded where it is used: most have no PostgreSQL.
  const { openPostgres } = await import('./open-postgres.ts');
  return await openPostgres(place);
}
