// Office-hours sessions in SQL: a unique row decides which one runs in a channel, the update of a row who ends it. Edge.
import { sql } from 'kysely';
import type { Asking, Session, SessionQuestion } from '../../office-hours/session.ts';
import type { PersonalData } from '../../use-cases/interfaces/personal-data.ts';
import type { NewAsking, SessionPost, SessionStore, Settlement } from '../../use-cases/office-hours/session-store.ts';
import type { Database } from '../open-database.ts';
import { emptyLog } from './empty-log.ts';
import { toAskingRow, toDate, toQuestions, toSession } from './session-rows.ts';
import { unnameMessage } from './unname-message.ts';

export class KyselySessionStore implements SessionStore, PersonalData {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async start(session: Parameters<SessionStore['start']>[0]): Promise<boolean> {
    const { id, team, channel, title, host, hostName, startedAt } = session;
    const at = toDate(startedAt);
    const started = await this.#database
      .insertInto('sessions')
      .values({
        ...{ id, team, channel, title, host, host_name: hostName, started_at: at, last_at: at, ended_at: null },
        ...{ running_in: toPlace(team, channel), changed: 1, shown: 0 },
      })
      .onConflict((conflict) => conflict.column('running_in').doNothing())
      .executeTakeFirst();
    return (started.numInsertedOrUpdatedRows ?? 0n) > 0n;
  }

  async find(id: string): Promise<Session | null> {
    const row = await this.#database.selectFrom('sessions').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : toSession(row);
  }

  async findRunning(team: string, channel: string): Promise<Session | null> {
    const row = await this.#database
      .selectFrom('sessions')
      .selectAll()
      .where('running_in', '=', toPlace(team, channel))
      .executeTakeFirst();
    return row === undefined ? null : toSession(row);
  }

  async listRunning(team: string): Promise<readonly Session[]> {
    const running = this.#database.selectFrom('sessions').selectAll().where('running_in', 'is not', null);
    const rows = await running.where('team', '=', team).orderBy('started_at', 'desc').execute();
    return rows.map(toSession);
  }

  async listNewest(limit: number): Promise<readonly Session[]> {
    const newest = this.#database.selectFrom('sessions').selectAll().orderBy('started_at', 'desc').limit(limit);
    return (await newest.execute()).map(toSession);
  }

  async listUnshown(): Promise<readonly Session[]> {
    const rows = await this.#database
      .selectFrom('sessions')
      .selectAll()
      .where((is) => is.or([is('running_in', 'is not', null), is('shown', '<', is.ref('changed'))]))
      .execute();
    return rows.map(toSession);
  }

  async end(id: string, now: number): Promise<boolean> {
    const ended = await this.#database
      .updateTable('sessions')
      .set({ running_in: null, ended_at: toDate(now), changed: sql<number>`changed + 1` })
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    // Who asked without a name was known while it ran: nothing of that is left to be read.
    await emptyLog(this.#database);
    return ended.numUpdatedRows > 0n;
  }

  async remove(id: string): Promise<void> {
    await this.#removeAll([id]);
  }

  async touch(id: string, now: number | null): Promise<void> {
    const at = now === null ? {} : { last_at: toDate(now) };
    await this.#database
      .updateTable('sessions')
      .set({ changed: sql<number>`changed + 1`, ...at })
      .where('id', '=', id)
      .execute();
  }

  async setShown(id: string, changed: number): Promise<void> {
    await this.#database.updateTable('sessions').set({ shown: changed }).where('id', '=', id).execute();
  }

  async ask(askings: readonly NewAsking[]): Promise<number> {
    let added = 0;
    for (const asking of askings)
      added += await this.#database.transaction().execute(async (asked) => {
        const { numInsertedOrUpdatedRows } = await asked
          .insertInto('session_askings')
          .values(toAskingRow(asking))
          .onConflict((conflict) => conflict.columns(['session_id', 'ts', 'position']).doNothing())
          .executeTakeFirst();
        if ((numInsertedOrUpdatedRows ?? 0n) === 0n) return 0;
        const { questionId: id, sessionId: session_id, heading } = asking;
        const fresh = { entry_key: null, answer: null, answered_by: null, answered_by_name: null, reopened_at: null };
        await asked
          .insertInto('session_questions')
          .values({ id, session_id, heading, state: 'open', ...fresh })
          .execute();
        return 1;
      });
    return added;
  }

  async listQuestions(sessionId: string): Promise<readonly SessionQuestion[]> {
    const [questions, askings] = await Promise.all([
      this.#database.selectFrom('session_questions').selectAll().where('session_id', '=', sessionId).execute(),
      this.#database.selectFrom('session_askings').selectAll().where('session_id', '=', sessionId).execute(),
    ]);
    return toQuestions(questions, askings);
  }

  async findQuestion(id: string): Promise<SessionQuestion | null> {
    const [questions, askings] = await Promise.all([
      this.#database.selectFrom('session_questions').selectAll().where('id', '=', id).execute(),
      this.#database.selectFrom('session_askings').selectAll().where('question_id', '=', id).execute(),
    ]);
    return toQuestions(questions, askings)[0] ?? null;
  }

  async listAskings(team: string, channel: string, ts: string): Promise<readonly Asking[]> {
    const rows = await this.#database
      .selectFrom('session_askings')
      .innerJoin('sessions', 'sessions.id', 'session_askings.session_id')
      .selectAll('session_askings')
      .where('sessions.team', '=', team)
      .where('sessions.channel', '=', channel)
      .where('session_askings.ts', '=', ts)
      .execute();
    return toQuestions([], rows).flatMap(({ askings }) => askings);
  }

  async saveAsking(id: string, { vector, link, isSettled, reply, wording }: Parameters<SessionStore['saveAsking']>[1]) {
    await this.#database
      .updateTable('session_askings')
      .set({
        ...(vector === undefined ? {} : { vector: vector === null ? null : JSON.stringify(vector) }),
        ...(link === undefined ? {} : { link }),
        ...(reply === undefined ? {} : { reply: reply === null ? null : JSON.stringify(reply) }),
        ...(isSettled === undefined ? {} : { settled: isSettled ? 1 : 0 }),
        ...(wording === undefined ? {} : { wording }),
      })
      .where('id', '=', id)
      .execute();
  }

  async removeAsking({ id, questionId }: Pick<Asking, 'id' | 'questionId'>): Promise<void> {
    await this.#database.deleteFrom('session_askings').where('id', '=', id).execute();
    await this.#removeEmpty([questionId]);
  }

  async merge(from: string, to: string): Promise<boolean> {
    const moved = await this.#database
      .updateTable('session_askings')
      .set({ question_id: to })
      .where('question_id', '=', from)
      .where(({ exists, selectFrom }) => exists(selectFrom('session_questions').select('id').where('id', '=', to)))
      .executeTakeFirst();
    if (moved.numUpdatedRows === 0n) return false;
    await this.#removeEmpty([from]);
    return true;
  }

  async split(askings: readonly string[], { id, sessionId, heading }: Parameters<SessionStore['split']>[1]) {
    if (askings.length === 0) return;
    const fresh = { entry_key: null, answer: null, answered_by: null, answered_by_name: null, reopened_at: null };
    await this.#database.transaction().execute(async (splitting) => {
      await splitting
        .insertInto('session_questions')
        .values({ id, session_id: sessionId, heading, state: 'open', ...fresh })
        .execute();
      await splitting
        .updateTable('session_askings')
        .set({ question_id: id })
        .where('id', 'in', askings)
        .where('session_id', '=', sessionId)
        .execute();
    });
  }

  async setHeading(id: string, heading: string): Promise<void> {
    await this.#database.updateTable('session_questions').set({ heading }).where('id', '=', id).execute();
  }

  async settle(id: string, from: Parameters<SessionStore['settle']>[1], to: Settlement): Promise<boolean> {
    const { user = null, name = null } = to.answeredBy ?? {};
    const settled = await this.#database
      .updateTable('session_questions')
      .set({
        ...{ state: to.state, entry_key: to.entryKey, answer: to.answer },
        ...{ answered_by: user, answered_by_name: name },
        ...(to.reopenedAt == null ? {} : { reopened_at: toDate(to.reopenedAt) }),
      })
      .where('id', '=', id)
      .where('state', 'in', from)
      .executeTakeFirst();
    return settled.numUpdatedRows > 0n;
  }

  async listPosts(sessionId: string): Promise<readonly SessionPost[]> {
    return await this.#database
      .selectFrom('session_posts')
      .select(['part', 'channel', 'ts', 'fingerprint'])
      .where('session_id', '=', sessionId)
      .orderBy('ts')
      .execute();
  }

  async savePost(sessionId: string, post: SessionPost): Promise<void> {
    const row = { session_id: sessionId, ...post };
    await this.#database
      .insertInto('session_posts')
      .values(row)
      .onConflict((conflict) => conflict.columns(['session_id', 'part']).doUpdateSet(row))
      .execute();
  }

  async removePost(sessionId: string, part: string): Promise<void> {
    await this.#database
      .deleteFrom('session_posts')
      .where('session_id', '=', sessionId)
      .where('part', '=', part)
      .execute();
  }

  async unname(team: string, channel: string, ts: string): Promise<void> {
    await unnameMessage(this.#database, { team, channel, ts });
  }

  async purgeBefore(time: number): Promise<void> {
    const old = this.#database.selectFrom('sessions').select('id').where('started_at', '<', toDate(time));
    await this.#removeAll((await old.execute()).map(({ id }) => id));
  }

  /** What they asked goes; an answer that they gave stays without their name. */
  async forgetUser(team: string, user: string): Promise<void> {
    const own = this.#database.selectFrom('sessions').select('id').where('team', '=', team);
    const ids = (await own.execute()).map(({ id }) => id);
    if (ids.length === 0) return;
    const asked = await this.#database
      .deleteFrom('session_askings')
      .where('session_id', 'in', ids)
      .where('asker', '=', user)
      .returning('question_id')
      .execute();
    await this.#removeEmpty(asked.map(({ question_id }) => question_id));
    const replied = this.#database.updateTable('session_askings').set({ reply: null }).where('session_id', 'in', ids);
    await replied.where('reply', 'like', `%"user":${JSON.stringify(user)}%`).execute();
    await this.#database
      .updateTable('session_questions')
      .set({ answered_by: '', answered_by_name: '' })
      .where('session_id', 'in', ids)
      .where('answered_by', '=', user)
      .execute();
    await this.#database
      .updateTable('sessions')
      .set({ host: '', host_name: '' })
      .where('team', '=', team)
      .where('host', '=', user)
      .execute();
    await this.#database
      .updateTable('sessions')
      .set({ changed: sql<number>`changed + 1` })
      .where('id', 'in', ids)
      .where('running_in', 'is not', null)
      .execute();
  }

  async #removeEmpty(questions: readonly string[]): Promise<void> {
    if (questions.length === 0) return;
    const asked = this.#database.selectFrom('session_askings').select('question_id');
    await this.#database
      .deleteFrom('session_questions')
      .where('id', 'in', questions)
      .where('id', 'not in', asked)
      .execute();
  }

  async #removeAll(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    for (const table of ['session_posts', 'session_askings', 'session_questions'] as const)
      await this.#database.deleteFrom(table).where('session_id', 'in', ids).execute();
    await this.#database.deleteFrom('sessions').where('id', 'in', ids).execute();
  }
}

function toPlace(team: string, channel: string): string {
  return `${team} ${channel}`;
}
