// The bot's reactions on questions in SQL. Edge.
import type { MarkedPlace, MarkStore, QuestionMark, StandingMark } from '../use-cases/delivery/mark-store.ts';
import type { PersonalData } from '../use-cases/interfaces/personal-data.ts';
import type { Database } from './open-database.ts';

export class KyselyMarkStore implements MarkStore, PersonalData {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async find({ team, channel, ts }: MarkedPlace): Promise<StandingMark | null> {
    const row = await this.#database
      .selectFrom('question_marks')
      .select(['mark', 'sure'])
      .where('team', '=', team)
      .where('channel', '=', channel)
      .where('ts', '=', ts)
      .executeTakeFirst();
    return row === undefined ? null : { mark: row.mark as QuestionMark, isSure: row.sure > 0 };
  }

  async save({ team, channel, ts }: MarkedPlace, mark: QuestionMark, now: number): Promise<void> {
    const set = { mark, sure: 0, marked_at: new Date(now).toISOString() };
    await this.#database
      .insertInto('question_marks')
      .values({ team, channel, ts, ...set })
      .onConflict((conflict) => conflict.columns(['team', 'channel', 'ts']).doUpdateSet(set))
      .execute();
  }

  async confirm({ team, channel, ts }: MarkedPlace): Promise<void> {
    await this.#database
      .updateTable('question_marks')
      .set({ sure: 1 })
      .where('team', '=', team)
      .where('channel', '=', channel)
      .where('ts', '=', ts)
      .execute();
  }

  async remove({ team, channel, ts }: MarkedPlace): Promise<void> {
    await this.#database
      .deleteFrom('question_marks')
      .where('team', '=', team)
      .where('channel', '=', channel)
      .where('ts', '=', ts)
      .execute();
  }

  async purgeBefore(time: number): Promise<void> {
    await this.#database.deleteFrom('question_marks').where('marked_at', '<', new Date(time).toISOString()).execute();
  }

  /** Nothing here says whose question it was. */
  async forgetUser(): Promise<void> {}
}
