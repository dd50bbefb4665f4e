// Posted replies in SQL. Edge.
import type { Selectable } from 'kysely';
import type { RepliedEntry, ReplyStore, StoredReply } from '../use-cases/reply-store.ts';
import type { Database } from './open-database.ts';
import type { ReplyTable } from './schema.ts';

export class KyselyReplyStore implements ReplyStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async save(reply: StoredReply): Promise<void> {
    const row = toRow(reply);
    await this.#database
      .insertInto('replies')
      .values(row)
      .onConflict((conflict) => conflict.columns(['team', 'channel', 'ts']).doUpdateSet(row))
      .execute();
  }

  async listInThread(team: string, channel: string, threadTs: string): Promise<readonly StoredReply[]> {
    const rows = await this.#database
      .selectFrom('replies')
      .selectAll()
      .where('team', '=', team)
      .where('channel', '=', channel)
      .where('thread_ts', '=', threadTs)
      .orderBy('ts')
      .execute();
    return rows.map(toReply);
  }

  async find(team: string, channel: string, ts: string): Promise<StoredReply | null> {
    const row = await this.#database
      .selectFrom('replies')
      .selectAll()
      .where('team', '=', team)
      .where('channel', '=', channel)
      .where('ts', '=', ts)
      .executeTakeFirst();
    return row === undefined ? null : toReply(row);
  }

  async remove(team: string, channel: string, ts: string): Promise<void> {
    await this.#database
      .deleteFrom('replies')
      .where('team', '=', team)
      .where('channel', '=', channel)
      .where('ts', '=', ts)
      .execute();
  }
}

function toRow(reply: StoredReply): ReplyTable {
  return {
    team: reply.team,
    channel: reply.channel,
    ts: reply.ts,
    thread_ts: reply.threadTs,
    question_ts: reply.questionTs,
    asker: reply.asker,
    kind: reply.kind,
    entries: JSON.stringify(reply.entries),
    posted_at: new Date(reply.postedAt).toISOString(),
  };
}

function toReply(row: Selectable<ReplyTable>): StoredReply {
  return {
    team: row.team,
    channel: row.channel,
    ts: row.ts,
    threadTs: row.thread_ts,
    questionTs: row.question_ts,
    asker: row.asker,
    kind: row.kind as StoredReply['kind'],
    entries: JSON.parse(row.entries) as readonly RepliedEntry[],
    postedAt: Date.parse(row.posted_at),
  };
}
