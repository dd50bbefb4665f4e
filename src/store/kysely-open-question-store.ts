// Questions without an answer, in SQL. Edge.
import type { Selectable } from 'kysely';
import type { OpenQuestionStore, StoredOpenQuestion } from '../use-cases/interfaces/open-question-store.ts';
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
      user_id: question.user,
      text: question.text,
      nearest_entry_key: question.nearestEntryKey,
      asked_at: new Date(question.askedAt).toISOString(),
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
    user: row.user_id,
    text: row.text,
    nearestEntryKey: row.nearest_entry_key,
    askedAt: Date.parse(row.asked_at),
  };
}
