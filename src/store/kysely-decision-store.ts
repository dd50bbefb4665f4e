// Decisions in SQL. Edge.
import { sql } from 'kysely';
import type { DecisionKind } from '../answer/decision.ts';
import type { KeptDecision } from '../answer/kept-decision.ts';
import type { DayCounts, DecisionStore, StoredDecision } from '../use-cases/interfaces/decision-store.ts';
import type { PersonalData } from '../use-cases/interfaces/personal-data.ts';
import type { Database } from './open-database.ts';

export class KyselyDecisionStore implements DecisionStore, PersonalData {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async save(stored: StoredDecision): Promise<void> {
    const row = {
      team: stored.team,
      channel: stored.channel,
      ts: stored.ts,
      user_id: stored.user,
      answered: stored.isAnswered ? 1 : 0,
      kind: stored.decision.kind,
      decision: JSON.stringify(stored.decision),
      decided_at: new Date(stored.decidedAt).toISOString(),
      done: stored.isDone ? 1 : 0,
    };
    await this.#database
      .insertInto('decisions')
      .values(row)
      .onConflict((conflict) => conflict.columns(['team', 'channel', 'ts']).doUpdateSet(row))
      .execute();
  }

  async find(team: string, channel: string, ts: string): Promise<StoredDecision | null> {
    const row = await this.#database
      .selectFrom('decisions')
      .selectAll()
      .where('team', '=', team)
      .where('channel', '=', channel)
      .where('ts', '=', ts)
      .executeTakeFirst();
    if (row === undefined) return null;
    const decision = JSON.parse(row.decision) as KeptDecision;
    return {
      team,
      channel,
      ts,
      user: row.user_id,
      decision,
      isAnswered: row.answered > 0,
      isDone: row.done > 0,
      decidedAt: Date.parse(row.decided_at),
    };
  }

  async listSince(team: string, channel: string, sinceTs: string): ReturnType<DecisionStore['listSince']> {
    const rows = await this.#database
      .selectFrom('decisions')
      .select(['ts', 'user_id', 'done'])
      .where('team', '=', team)
      .where('channel', '=', channel)
      .where('ts', '>=', sinceTs)
      .execute();
    return new Map(rows.map(({ ts, user_id, done }) => [ts, { user: user_id, isDone: done > 0 }]));
  }

  async listUndone(before: number): ReturnType<DecisionStore['listUndone']> {
    return await this.#database
      .selectFrom('decisions')
      .select(['team', 'channel', 'ts'])
      .where('done', '=', 0)
      .where('decided_at', '<', new Date(before).toISOString())
      .execute();
  }

  async finish({ team, channel, ts }: Parameters<DecisionStore['finish']>[0]): Promise<void> {
    await this.#database
      .updateTable('decisions')
      .set({ done: 1 })
      .where('team', '=', team)
      .where('channel', '=', channel)
      .where('ts', '=', ts)
      .execute();
  }

  async countByKindSince(team: string, since: number): Promise<Readonly<Record<DecisionKind, number>>> {
    const rows = await this.#database
      .selectFrom('decisions')
      .select(({ fn }) => ['kind', fn.countAll<number | string>().as('count')])
      .where('team', '=', team)
      .where('decided_at', '>=', new Date(since).toISOString())
      .groupBy('kind')
      .execute();
    const count = (kind: DecisionKind) => Number(rows.find((row) => row.kind === kind)?.count ?? 0);
    return {
      answer: count('answer'),
      suggest: count('suggest'),
      uncovered: count('uncovered'),
      silent: count('silent'),
    };
  }

  async countByDaySince(team: string | null, since: number): Promise<readonly DayCounts[]> {
    const day = sql<string>`substr(decided_at, 1, 10)`;
    const rows = await this.#database
      .selectFrom('decisions')
      .select(({ fn }) => [day.as('day'), 'kind', fn.countAll<number | string>().as('count')])
      .where('decided_at', '>=', new Date(since).toISOString())
      .$if(team !== null, (query) => query.where('team', '=', team ?? ''))
      .groupBy([day, 'kind'])
      .execute();
    const days = [...new Set(rows.map((row) => row.day))].sort();
    const count = (on: string, kind: DecisionKind) =>
      Number(rows.find((row) => row.day === on && row.kind === kind)?.count ?? 0);
    return days.map((on) => ({
      day: on,
      decided: {
        answer: count(on, 'answer'),
        suggest: count(on, 'suggest'),
        uncovered: count(on, 'uncovered'),
        silent: count(on, 'silent'),
      },
    }));
  }

  async countAnsweredSince(
    who: { readonly team: string; readonly user: string },
    since: number,
    exceptTs: string,
  ): Promise<number> {
    const row = await this.#database
      .selectFrom('decisions')
      .select(({ fn }) => fn.countAll<number | string>().as('count'))
      .where('team', '=', who.team)
      .where('user_id', '=', who.user)
      .where('decided_at', '>=', new Date(since).toISOString())
      .where('ts', '!=', exceptTs)
      .$if(Number(exceptTs) > 60, (query) => query.where('ts', '>=', (Number(exceptTs) - 60).toFixed(6)))
      .where('answered', '>', 0)
      .executeTakeFirst();
    return Number(row?.count ?? 0);
  }

  async countAnsweredBefore(
    { team, user, ts }: Parameters<DecisionStore['countAnsweredBefore']>[0],
    seconds: number,
  ): Promise<number> {
    const row = await this.#database
      .selectFrom('decisions')
      .select(({ fn }) => fn.countAll<number | string>().as('count'))
      .where('team', '=', team)
      .where('user_id', '=', user)
      .where('ts', '<', ts)
      .where('ts', '>=', (Number(ts) - seconds).toFixed(6))
      .where('answered', '>', 0)
      .executeTakeFirst();
    return Number(row?.count ?? 0);
  }

  async remove(team: string, channel: string, ts: string): Promise<void> {
    await this.#database
      .deleteFrom('decisions')
      .where('team', '=', team)
      .where('channel', '=', channel)
      .where('ts', '=', ts)
      .execute();
  }

  async purgeBefore(time: number): Promise<void> {
    await this.#database.deleteFrom('decisions').where('decided_at', '<', new Date(time).toISOString()).execute();
  }

  /** That the messages were dealt with stays: else they would be taken for missed ones and read again. */
  async forgetUser(team: string, user: string): Promise<void> {
    const rows = await this.#database
      .selectFrom('decisions')
      .select(['channel', 'ts', 'decision'])
      .where('team', '=', team)
      .where('user_id', '=', user)
      .execute();
    for (const { channel, ts, decision } of rows) {
      const bare = { ...(JSON.parse(decision) as KeptDecision), questions: [] };
      await this.#database
        .updateTable('decisions')
        .set({ user_id: '', decision: JSON.stringify(bare) })
        .where('team', '=', team)
        .where('channel', '=', channel)
        .where('ts', '=', ts)
        .execute();
    }
  }
}
