// Learned wordings in SQL. Edge.
import type { Selectable, Transaction } from 'kysely';
import type { LearnedWording } from '../../knowledge/learned-wording.ts';
import { toSameWording } from '../../knowledge/phrasings/parse-phrasings.ts';
import type { PersonalData } from '../../use-cases/interfaces/personal-data.ts';
import type { LearnedStore, StoredWording } from '../../use-cases/learn/learned-store.ts';
import type { Database } from '../open-database.ts';
import type { Schema } from '../schema.ts';
import { changeCounted, readVersion } from './change-counted.ts';
import type { LearnedTable } from './team-schema.ts';

export class KyselyLearnedStore implements LearnedStore, PersonalData {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async add(wording: StoredWording): Promise<void> {
    const row = toRow(wording);
    await this.#change(async (changing) => {
      await changing.deleteFrom('learned_phrasings').where('same', '=', row.same).execute();
      await changing.insertInto('learned_phrasings').values(row).execute();
      return 1n;
    });
  }

  async find(id: string): Promise<StoredWording | null> {
    const row = await this.#database
      .selectFrom('learned_phrasings')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    return row === undefined ? null : toWording(row);
  }

  async list(): Promise<readonly StoredWording[]> {
    const rows = await this.#database.selectFrom('learned_phrasings').selectAll().orderBy('taught_at').execute();
    return rows.map(toWording);
  }

  async remove(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.#change(async (changing) => {
      const result = await changing.deleteFrom('learned_phrasings').where('id', 'in', ids).executeTakeFirst();
      return result.numDeletedRows;
    });
  }

  async move(entryKey: string, to: Pick<LearnedWording, 'entryKey' | 'note' | 'entryId'>): Promise<number> {
    const values = { entry_key: to.entryKey, note: to.note, entry_id: to.entryId, exported_at: null };
    const moved = await this.#change(async (changing) => {
      const update = changing.updateTable('learned_phrasings').set(values).where('entry_key', '=', entryKey);
      return (await update.executeTakeFirst()).numUpdatedRows;
    });
    return Number(moved);
  }

  async markExported(ids: readonly string[], at: number): Promise<void> {
    if (ids.length === 0) return;
    const values = { exported_at: new Date(at).toISOString() };
    await this.#change(async (changing) => {
      const update = changing.updateTable('learned_phrasings').set(values).where('id', 'in', ids);
      return (await update.executeTakeFirst()).numUpdatedRows;
    });
  }

  async version(): Promise<string> {
    return String(await readVersion(this.#database, 'learned'));
  }

  /** What was taught counts as long as it is not forgotten; only whose question it was goes with time. */
  async purgeBefore(time: number): Promise<void> {
    await this.#database
      .updateTable('learned_phrasings')
      .set({ asker: null })
      .where('taught_at', '<', new Date(time).toISOString())
      .execute();
  }

  /** Wordings out of this person's questions that stand in no file yet go altogether. */
  async forgetUser(team: string, user: string): Promise<void> {
    await this.#change(async (changing) => {
      const result = await changing
        .deleteFrom('learned_phrasings')
        .where('team', '=', team)
        .where('asker', '=', user)
        .where('exported_at', 'is', null)
        .executeTakeFirst();
      return result.numDeletedRows;
    });
    await this.#database
      .updateTable('learned_phrasings')
      .set({ asker: null })
      .where('team', '=', team)
      .where('asker', '=', user)
      .execute();
  }

  #change(change: (changing: Transaction<Schema>) => Promise<bigint>): Promise<bigint> {
    return changeCounted(this.#database, 'learned', change);
  }
}

function toRow(stored: StoredWording): LearnedTable {
  return {
    id: stored.id,
    same: toSameWording(stored.wording),
    wording: stored.wording,
    entry_key: stored.entryKey,
    note: stored.note,
    entry_id: stored.entryId,
    team: stored.team,
    taught_by: stored.taughtBy,
    taught_by_name: stored.taughtByName,
    taught_at: new Date(stored.taughtAt).toISOString(),
    channel: stored.channel,
    ts: stored.ts,
    asker: stored.asker,
    exported_at: stored.exportedAt === null ? null : new Date(stored.exportedAt).toISOString(),
  };
}

function toWording(row: Selectable<LearnedTable>): StoredWording {
  return {
    id: row.id,
    wording: row.wording,
    entryKey: row.entry_key,
    note: row.note,
    entryId: row.entry_id,
    team: row.team,
    taughtBy: row.taught_by,
    taughtByName: row.taught_by_name,
    taughtAt: Date.parse(row.taught_at),
    channel: row.channel,
    ts: row.ts,
    asker: row.asker,
    exportedAt: row.exported_at === null ? null : Date.parse(row.exported_at),
  };
}
