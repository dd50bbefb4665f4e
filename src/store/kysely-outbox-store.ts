// What is on its way to Slack, in SQL: `due_at` says whose it is, so every step asks for the one that was read. Edge.
import type { OutboxStore, Pending, Work } from '../use-cases/delivery/outbox-store.ts';
import type { PersonalData } from '../use-cases/interfaces/personal-data.ts';
import { toClaimRow } from './kysely-claim-store.ts';
import type { Database } from './open-database.ts';

export class KyselyOutboxStore implements OutboxStore, PersonalData {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async claim(pending: Parameters<OutboxStore['claim']>[0]): Promise<boolean> {
    return await this.#database.transaction().execute(async (claiming) => {
      const claimed = await claiming
        .insertInto('claims')
        .values(toClaimRow(pending.work.claim, pending.since))
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if ((claimed.numInsertedOrUpdatedRows ?? 0n) === 0n) return false;
      await claiming.insertInto('outbox').values(toRow(pending)).execute();
      return true;
    });
  }

  async keep(pending: Pending): Promise<void> {
    const row = toRow(pending);
    await this.#database
      .insertInto('outbox')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute();
  }

  async keepNew(pending: Pending): Promise<void> {
    await this.#database
      .insertInto('outbox')
      .values(toRow(pending))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  async postpone<Kind extends Work>(pending: Pending<Kind>, dueAt: number): Promise<Pending<Kind> | null> {
    const later = { ...pending, dueAt, attempts: pending.attempts + 1 };
    const result = await this.#database
      .updateTable('outbox')
      .set({ due_at: toDate(dueAt), attempts: later.attempts })
      .where('id', '=', pending.id)
      .where('due_at', '=', toDate(pending.dueAt))
      .executeTakeFirst();
    return result.numUpdatedRows > 0n ? later : null;
  }

  async remove({ id, dueAt }: Pending): Promise<void> {
    await this.#database.deleteFrom('outbox').where('id', '=', id).where('due_at', '=', toDate(dueAt)).execute();
  }

  async measure(): ReturnType<OutboxStore['measure']> {
    const row = await this.#database
      .selectFrom('outbox')
      .select(({ fn }) => [fn.countAll<number | string>().as('count'), fn.min('since').as('since')])
      .executeTakeFirstOrThrow();
    return { count: Number(row.count), since: row.since === null ? null : Date.parse(row.since) };
  }

  async listDue(now: number, limit: number): Promise<readonly Pending[]> {
    const rows = await this.#database
      .selectFrom('outbox')
      .selectAll()
      .where('due_at', '<=', toDate(now))
      .orderBy('due_at')
      .limit(limit)
      .execute();
    return rows.map((row) => ({
      id: row.id,
      work: JSON.parse(row.work) as Work,
      attempts: row.attempts,
      since: Date.parse(row.since),
      dueAt: Date.parse(row.due_at),
    }));
  }

  async purgeBefore(time: number): Promise<void> {
    await this.#database.deleteFrom('outbox').where('since', '<', toDate(time)).execute();
  }

  /** A deletion stays: it repeats nothing of theirs. */
  async forgetUser(team: string, user: string): Promise<void> {
    await this.#database.deleteFrom('outbox').where('team', '=', team).where('asker', '=', user).execute();
  }
}

function toRow({ id, work, attempts, since, dueAt }: Pending) {
  return {
    id,
    team: toTeam(work),
    asker: toAsker(work),
    work: JSON.stringify(work),
    attempts,
    since: toDate(since),
    due_at: toDate(dueAt),
  };
}

function toTeam(work: Work): string {
  if (work.kind === 'wait') return work.message.team;
  return work.kind === 'post' ? work.claim.team : work.place.team;
}

function toAsker(work: Work): string | null {
  if (work.kind === 'delete' || work.kind === 'mark') return null;
  if (work.kind === 'wait') return work.message.user;
  if (work.kind === 'update') return work.place.asker;
  const { record } = work;
  if (record.kind === 'card') return record.question.asker;
  return record.kind === 'reply' ? record.asker : null;
}

function toDate(time: number): string {
  return new Date(time).toISOString();
}
