// Promises to come back with an answer, in SQL. Edge.

import type { PersonalData } from '../../use-cases/interfaces/personal-data.ts';
import type { Subscription, SubscriptionStore } from '../../use-cases/subscribe/subscription-store.ts';
import type { Database } from '../open-database.ts';

export class KyselySubscriptionStore implements SubscriptionStore, PersonalData {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async add(subscription: Subscription): Promise<void> {
    const row = {
      team: subscription.team,
      channel: subscription.channel,
      ts: subscription.ts,
      thread_ts: subscription.threadTs,
      asker: subscription.asker,
      questions: JSON.stringify(subscription.questions),
      seen: JSON.stringify(subscription.seen),
      since: new Date(subscription.since).toISOString(),
      settled_at: null,
    };
    await this.#database
      .insertInto('waits')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  async list(): Promise<readonly Subscription[]> {
    const rows = await this.#database
      .selectFrom('waits')
      .selectAll()
      .where('settled_at', 'is', null)
      .orderBy('since')
      .execute();
    return rows.map((row) => ({
      team: row.team,
      channel: row.channel,
      ts: row.ts,
      threadTs: row.thread_ts,
      asker: row.asker,
      questions: JSON.parse(row.questions) as readonly string[],
      seen: JSON.parse(row.seen) as readonly string[],
      since: Date.parse(row.since),
    }));
  }

  async settle(team: string, channel: string, ts: string, at: number): Promise<void> {
    await this.#database
      .updateTable('waits')
      .set({ settled_at: new Date(at).toISOString() })
      .where('team', '=', team)
      .where('channel', '=', channel)
      .where('ts', '=', ts)
      .execute();
  }

  async purgeBefore(time: number): Promise<void> {
    await this.#database.deleteFrom('waits').where('since', '<', new Date(time).toISOString()).execute();
  }

  async forgetUser(team: string, user: string): Promise<void> {
    await this.#database.deleteFrom('waits').where('team', '=', team).where('asker', '=', user).execute();
  }
}
