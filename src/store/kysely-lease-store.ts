// Leases in SQL: the update of a row decides whose turn it is. Edge.
import type { LeaseStore } from '../use-cases/interfaces/lease-store.ts';
import type { Database } from './open-database.ts';

const never = new Date(0).toISOString();

export class KyselyLeaseStore implements LeaseStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async take(
    name: string,
    holder: string,
    { now, until, since }: Parameters<LeaseStore['take']>[2],
  ): ReturnType<LeaseStore['take']> {
    await this.#insert(name, never);
    const taken = await this.#database
      .updateTable('leases')
      .set({ holder, held_until: toDate(until) })
      .where('name', '=', name)
      .where('held_until', '<=', toDate(now))
      .where('done_at', '<', toDate(since))
      .executeTakeFirst();
    if (taken.numUpdatedRows > 0n) return 'taken';
    return (await this.#readDoneAt(name)) >= toDate(since) ? 'done' : 'held';
  }

  async renew(name: string, holder: string, until: number): Promise<boolean> {
    const renewed = await this.#database
      .updateTable('leases')
      .set({ held_until: toDate(until) })
      .where('name', '=', name)
      .where('holder', '=', holder)
      .executeTakeFirst();
    return renewed.numUpdatedRows > 0n;
  }

  async release(name: string, holder: string, begunAt: number | null): Promise<void> {
    await this.#database
      .updateTable('leases')
      .set({ holder: '', held_until: never, ...(begunAt === null ? {} : { done_at: toDate(begunAt) }) })
      .where('name', '=', name)
      .where('holder', '=', holder)
      .execute();
  }

  async firstTime(name: string, now: number): Promise<number> {
    await this.#insert(name, toDate(now));
    return Date.parse(await this.#readDoneAt(name));
  }

  async #insert(name: string, doneAt: string): Promise<void> {
    await this.#database
      .insertInto('leases')
      .values({ name, holder: '', held_until: never, done_at: doneAt })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  async #readDoneAt(name: string): Promise<string> {
    const row = await this.#database
      .selectFrom('leases')
      .select('done_at')
      .where('name', '=', name)
      .executeTakeFirstOrThrow();
    return row.done_at;
  }
}

function toDate(time: number): string {
  return new Date(time).toISOString();
}
