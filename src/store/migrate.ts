// Brings the tables up to date: forward only, one version after another. Edge.
import { type Kysely, Migrator } from 'kysely';
import { migrations } from './migrations.ts';
import type { Schema } from './schema.ts';

/** A newer program has changed the tables: this one would not know what it reads. */
export class NewerDatabaseError extends Error {
  override readonly name = 'NewerDatabaseError';
}

/** Throws `NewerDatabaseError`, or what the database says. The caller sees to it that two never migrate at once. */
export async function migrate(database: Kysely<Schema>): Promise<void> {
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  const unknown = /previously executed migration (\S+) is missing/.exec(
    error instanceof Error ? error.message : '',
  )?.[1];
  if (unknown === undefined) throw error;
  throw new NewerDatabaseError(
    `The database was made by a newer version of Rolecall (this one does not know its change ${unknown}). Start that version, or give this one another database.`,
  );
}
