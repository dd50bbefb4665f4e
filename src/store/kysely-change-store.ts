// Edits and deletions of messages in SQL. Edge.
import type { Message } from '../answer/message.ts';
import type { ChangeStore, StoredChange } from '../use-cases/edits/change-store.ts';
import type { PersonalData } from '../use-cases/interfaces/personal-data.ts';
import type { Database } from './open-database.ts';

/** Sorts behind every timestamp of Slack's, in every collation. */
const afterAll = 'deleted';

export class KyselyChangeStore implements ChangeStore, PersonalData {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async save({ team, channel, ts, message, changedTs, changedAt }: StoredChange): Promise<void> {
    const now = {
      user_id: message?.user ?? null,
      message: message === null ? null : JSON.stringify(message),
      changed_ts: message === null ? afterAll : changedTs,
      changed_at: new Date(changedAt).toISOString(),
      settled: 0,
    };
    await this.#database
      .insertInto('changes')
      .values({ team, channel, ts, ...now })
      .onConflict((conflict) =>
        conflict.columns(['team', 'channel', 'ts']).doUpdateSet(now).where('changes.changed_ts', '<', now.changed_ts),
      )
      .execute();
  }

  async find({ team, channel, ts }: Parameters<ChangeStore['find']>[0]): Promise<StoredChange | null> {
    const row = await this.#database
      .selectFrom('changes')
      .selectAll()
      .where('team', '=', team)
      .where('channel', '=', channel)
      .where('ts', '=', ts)
      .executeTakeFirst();
    if (row === undefined) return null;
    const message = row.message === null ? null : (JSON.parse(row.message) as Message);
    return { team, channel, ts, message, changedTs: row.changed_ts, changedAt: Date.parse(row.changed_at) };
  }

  async settle({ team, channel, ts, changedTs }: Parameters<ChangeStore['settle']>[0]): Promise<void> {
    await this.#database
      .updateTable('changes')
      .set({ settled: 1 })
      .where('team', '=', team)
      .where('channel', '=', channel)
      .where('ts', '=', ts)
      .where('changed_ts', '=', changedTs)
      .execute();
  }

  async listUnsettled(before: number): ReturnType<ChangeStore['listUnsettled']> {
    return await this.#database
      .selectFrom('changes')
      .select(['team', 'channel', 'ts'])
      .where('settled', '=', 0)
      .where('changed_at', '<', new Date(before).toISOString())
      .execute();
  }

  async purgeBefore(time: number): Promise<void> {
    await this.#database.deleteFrom('changes').where('changed_at', '<', new Date(time).toISOString()).execute();
  }

  async forgetUser(team: string, user: string): Promise<void> {
    await this.#database.deleteFrom('changes').where('team', '=', team).where('user_id', '=', user).execute();
  }
}
