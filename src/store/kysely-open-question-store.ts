// Questions without an answer, in SQL. Edge.
import type { Selectable } from 'kysely';
import type { OpenQuestionStore, StoredOpenQuestion, TakenBy } from '../use-cases/interfaces/open-question-store.ts';
import type { PersonalData } from '../use-cases/interfaces/personal-data.ts';
import type { Database } from './open-database.ts';
import type { OpenQuestionTable } from './schema.ts';

export class KyselyOpenQuestionStore implements OpenQuestionStore, PersonalData {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async record(questions: readonly StoredOpenQuestion[]): Promise<void> {
    if (questions.length === 0) return;
    const rows = questions.map((question) => ({
      team: question.team,
      channel: question.channel,
      ts: question.ts,
      position: question.position,
      user_id: question.user ?? '',
      text: question.text,
      nearest_entry_key: question.nearestEntryKey,
      asked_at: new Date(question.askedAt).toISOString(),
      thread_ts: question.threadTs ?? null,
    }));
    await this.#database
      .insertInto('open_questions')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  async list(team: string, limit: number): Promise<readonly StoredOpenQuestion[]> {
    const rows = await this.#database
      .selectFrom('open_questions')
      .selectAll()
      .where('team', '=', team)
      .orderBy('asked_at', 'desc')
      .limit(limit)
      .execute();
    return rows.map(toQuestion);
  }

  async listFor(team: string, channel: string, ts: string): Promise<readonly StoredOpenQuestion[]> {
    const rows = await this.#database
      .selectFrom('open_questions')
      .selectAll()
      .where('team', '=', team)
      .where('channel', '=', channel)
      .where('ts', '=', ts)
      .orderBy('position')
      .execute();
    return rows.map(toQuestion);
  }

  async removeFor(team: string, channel: string, ts: string): Promise<void> {
    await this.#database
      .deleteFrom('open_questions')
      .where('team', '=', team)
      .where('channel', '=', channel)
      .where('ts', '=', ts)
      .execute();
  }

  async take(place: Parameters<OpenQuestionStore['take']>[0], by: TakenBy | null): Promise<void> {
    const taken_at = by === null ? null : new Date(by.at).toISOString();
    await this.#update(place, {
      taken_by: by?.user ?? null,
      taken_by_name: by?.name ?? null,
      taken_at,
      reminded_at: null,
    });
  }

  async listTaken(before: number): Promise<readonly StoredOpenQuestion[]> {
    const rows = await this.#database
      .selectFrom('open_questions')
      .selectAll()
      .where('taken_at', '<', new Date(before).toISOString())
      .where('reminded_at', 'is', null)
      .orderBy('taken_at')
      .execute();
    return rows.map(toQuestion);
  }

  async noteReminded(place: Parameters<OpenQuestionStore['noteReminded']>[0], at: number): Promise<void> {
    await this.#update(place, { reminded_at: new Date(at).toISOString() });
  }

  async #update(
    { team, channel, ts, position }: Parameters<OpenQuestionStore['take']>[0],
    values: Partial<Pick<OpenQuestionTable, 'taken_by' | 'taken_by_name' | 'taken_at' | 'reminded_at'>>,
  ): Promise<void> {
    await this.#database
      .updateTable('open_questions')
      .set(values)
      .where('team', '=', team)
      .where('channel', '=', channel)
      .where('ts', '=', ts)
      .where('position', '=', position)
      .execute();
  }

  async remove({ team, channel, ts, position }: Parameters<OpenQuestionStore['remove']>[0]): Promise<void> {
    await this.#database
      .deleteFrom('open_questions')
      .where('team', '=', team)
      .where('channel', '=', channel)
      .where('ts', '=', ts)
      .where('position', '=', position)
      .execute();
  }

  async purgeBefore(time: number): Promise<void> {
    await this.#database.deleteFrom('open_questions').where('asked_at', '<', new Date(time).toISOString()).execute();
  }

  async forgetUser(team: string, user: string): Promise<void> {
    await this.#database.deleteFrom('open_questions').where('team', '=', team).where('user_id', '=', user).execute();
    await this.#database
      .updateTable('open_questions')
      .set({ taken_by: null, taken_by_name: null, taken_at: null, reminded_at: null })
      .where('team', '=', team)
      .where('taken_by', '=', user)
      .execute();
  }

  async listTexts(limit: number): Promise<readonly string[]> {
    const newest = this.#database.selectFrom('open_questions').select('text').orderBy('asked_at', 'desc').limit(limit);
    return (await newest.execute()).map(({ text }) => text);
  }
}

function toQuestion(row: Selectable<OpenQuestionTable>): StoredOpenQuestion {
  return {
    team: row.team,
    channel: row.channel,
    ts: row.ts,
    position: row.position,
    user: row.user_id === '' ? null : row.user_id,
    text: row.text,
    nearestEntryKey: row.nearest_entry_key,
    askedAt: Date.parse(row.asked_at),
    ...(row.thread_ts === null ? {} : { threadTs: row.thread_ts }),
    ...(row.taken_by === null || row.taken_at === null
      ? {}
      : { taken: { user: row.taken_by, name: row.taken_by_name ?? '', at: Date.parse(row.taken_at) } }),
  };
}
