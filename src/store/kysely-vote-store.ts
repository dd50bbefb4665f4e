// Votes on replies in SQL. Edge.
import { sql } from 'kysely';
import type { PersonalData } from '../use-cases/interfaces/personal-data.ts';
import type { ReplyPlace } from '../use-cases/interfaces/reply-store.ts';
import {
  type ReasonCounts,
  type StoredVote,
  type Vote,
  type VoteCounts,
  type VoteStore,
  voteReasons,
} from '../use-cases/vote/vote-store.ts';
import type { Database } from './open-database.ts';

export class KyselyVoteStore implements VoteStore, PersonalData {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async save({ team, channel, ts, user, vote, reason, entryKeys, votedAt }: StoredVote): Promise<void> {
    const said = { vote, reason, entry_keys: JSON.stringify(entryKeys), voted_at: new Date(votedAt).toISOString() };
    await this.#database
      .insertInto('votes')
      .values({ team, channel, ts, user_id: user, ...said })
      .onConflict((conflict) => conflict.columns(['team', 'channel', 'ts', 'user_id']).doUpdateSet(said))
      .execute();
  }

  async find({ team, channel, ts }: ReplyPlace, user: string): Promise<Vote | null> {
    const row = await this.#database
      .selectFrom('votes')
      .select('vote')
      .where('team', '=', team)
      .where('channel', '=', channel)
      .where('ts', '=', ts)
      .where('user_id', '=', user)
      .executeTakeFirst();
    return row === undefined ? null : (row.vote as Vote);
  }

  async countFor({ team, channel, ts }: ReplyPlace): Promise<VoteCounts> {
    const rows = await this.#count()
      .where('team', '=', team)
      .where('channel', '=', channel)
      .where('ts', '=', ts)
      .execute();
    return toCounts(rows);
  }

  async countSince(team: string | null, since: number): Promise<VoteCounts> {
    const rows = await this.#count()
      .$if(team !== null, (query) => query.where('team', '=', team ?? ''))
      .where('voted_at', '>=', new Date(since).toISOString())
      .execute();
    return toCounts(rows);
  }

  async countHelpfulByDaySince(team: string, since: number): Promise<ReadonlyMap<string, number>> {
    const day = sql<string>`substr(voted_at, 1, 10)`;
    const rows = await this.#database
      .selectFrom('votes')
      .select(({ fn }) => [day.as('day'), fn.countAll<number | string>().as('count')])
      .where('team', '=', team)
      .where('vote', '=', 'helpful')
      .where('voted_at', '>=', new Date(since).toISOString())
      .groupBy(day)
      .execute();
    return new Map(rows.map((row) => [row.day, Number(row.count)]));
  }

  async countReasonsSince(team: string | null, since: number): Promise<ReasonCounts> {
    const rows = await this.#database
      .selectFrom('votes')
      .select(({ fn }) => ['reason', fn.countAll<number | string>().as('count')])
      .$if(team !== null, (query) => query.where('team', '=', team ?? ''))
      .where('voted_at', '>=', new Date(since).toISOString())
      .where('reason', 'is not', null)
      .groupBy('reason')
      .execute();
    const count = (reason: string) => Number(rows.find((row) => row.reason === reason)?.count ?? 0);
    return Object.fromEntries(voteReasons.map((reason) => [reason, count(reason)])) as unknown as ReasonCounts;
  }

  #count() {
    return this.#database
      .selectFrom('votes')
      .select(({ fn }) => ['vote', fn.countAll<number | string>().as('count')])
      .groupBy('vote');
  }

  async purgeBefore(time: number): Promise<void> {
    await this.#database.deleteFrom('votes').where('voted_at', '<', new Date(time).toISOString()).execute();
  }

  async forgetUser(team: string, user: string): Promise<void> {
    await this.#database.deleteFrom('votes').where('team', '=', team).where('user_id', '=', user).execute();
  }
}

function toCounts(rows: readonly { readonly vote: string; readonly count: number | string }[]): VoteCounts {
  const count = (vote: Vote) => Number(rows.find((row) => row.vote === vote)?.count ?? 0);
  return { helpful: count('helpful'), 'not-what-i-asked': count('not-what-i-asked') };
}
