// Quiet suggestions in SQL. Edge.
import type { Selectable } from 'kysely';
import type { PersonalData } from '../use-cases/interfaces/personal-data.ts';
import type { StoredSuggestion, SuggestionState, SuggestionStore } from '../use-cases/suggest/suggestion-store.ts';
import type { Database } from './open-database.ts';
import type { SuggestionTable } from './schema.ts';

export class KyselySuggestionStore implements SuggestionStore, PersonalData {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async add(suggestion: StoredSuggestion): Promise<boolean> {
    const result = await this.#database
      .insertInto('suggestions')
      .values(toRow(suggestion))
      .onConflict((conflict) => conflict.columns(['team', 'channel', 'ts']).doNothing())
      .executeTakeFirst();
    return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
  }

  async find(key: string): Promise<StoredSuggestion | null> {
    const row = await this.#database.selectFrom('suggestions').selectAll().where('key', '=', key).executeTakeFirst();
    return row === undefined ? null : toSuggestion(row);
  }

  async setState(key: string, state: SuggestionState): Promise<void> {
    await this.#database.updateTable('suggestions').set({ state }).where('key', '=', key).execute();
  }

  async remove(key: string): Promise<void> {
    await this.#database.deleteFrom('suggestions').where('key', '=', key).execute();
  }

  async listLatest(
    { team, user }: Parameters<SuggestionStore['listLatest']>[0],
    limit: number,
    exceptTs: string,
  ): Promise<readonly StoredSuggestion[]> {
    const rows = await this.#database
      .selectFrom('suggestions')
      .selectAll()
      .where('team', '=', team)
      .where('asker', '=', user)
      .where('ts', '!=', exceptTs)
      .orderBy('offered_at', 'desc')
      .limit(limit)
      .execute();
    return rows.map(toSuggestion);
  }

  async hasStopped(team: string, user: string): Promise<boolean> {
    const row = await this.#database
      .selectFrom('suggestion_stops')
      .select('user_id')
      .where('team', '=', team)
      .where('user_id', '=', user)
      .executeTakeFirst();
    return row !== undefined;
  }

  async setStopped(team: string, user: string, isStopped: boolean): Promise<void> {
    if (isStopped)
      await this.#database
        .insertInto('suggestion_stops')
        .values({ team, user_id: user })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    else await this.#removeStop(team, user);
  }

  async #removeStop(team: string, user: string): Promise<void> {
    await this.#database.deleteFrom('suggestion_stops').where('team', '=', team).where('user_id', '=', user).execute();
  }

  /** Who wants no suggestions wants none later either. */
  async purgeBefore(time: number): Promise<void> {
    await this.#database.deleteFrom('suggestions').where('offered_at', '<', new Date(time).toISOString()).execute();
  }

  async forgetUser(team: string, user: string): Promise<void> {
    await this.#database.deleteFrom('suggestions').where('team', '=', team).where('asker', '=', user).execute();
    await this.#removeStop(team, user);
  }
}

function toRow(suggestion: StoredSuggestion): SuggestionTable {
  const { key, team, channel, ts, threadTs, asker, question, position, text, entryKeys, state, offeredAt } = suggestion;
  const dates = { thread_ts: threadTs, offered_at: new Date(offeredAt).toISOString() };
  return {
    key,
    team,
    channel,
    ts,
    asker,
    question,
    position,
    text,
    state,
    entries: JSON.stringify(entryKeys),
    ...dates,
  };
}

function toSuggestion(row: Selectable<SuggestionTable>): StoredSuggestion {
  const { key, team, channel, ts, asker, question, position, text } = row;
  return {
    ...{ key, team, channel, ts, asker, question, position, text },
    threadTs: row.thread_ts,
    entryKeys: JSON.parse(row.entries) as readonly string[],
    state: row.state as SuggestionState,
    offeredAt: Date.parse(row.offered_at),
  };
}
