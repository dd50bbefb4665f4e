// Posted replies in SQL. Edge.
import type { Selectable } from 'kysely';
import type { Byline, EarlierAnswer, Perhaps } from '../answer/reply/reply.ts';
import type { PersonalData } from '../use-cases/interfaces/personal-data.ts';
import type { RepliedEntry, ReplyPlace, ReplyStore, StoredReply } from '../use-cases/interfaces/reply-store.ts';
import type { Database } from './open-database.ts';
import type { ReplyTable } from './schema.ts';

export class KyselyReplyStore implements ReplyStore, PersonalData {
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

  async saveEntries({ team, channel, ts }: ReplyPlace, entries: readonly RepliedEntry[]): Promise<void> {
    await this.#database
      .updateTable('replies')
      .set({ entries: toEntriesJson(entries) })
      .where('team', '=', team)
      .where('channel', '=', channel)
      .where('ts', '=', ts)
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

  async listAnsweredKeys(team: string | null, since: number, limit: number): Promise<readonly string[]> {
    const rows = await this.#database
      .selectFrom('replies')
      .selectAll()
      .$if(team !== null, (query) => query.where('team', '=', team ?? ''))
      .where('kind', '=', 'answer')
      .where('posted_at', '>=', new Date(since).toISOString())
      .orderBy('posted_at', 'desc')
      .limit(limit)
      .execute();
    return rows.flatMap((row) => toReply(row).entries.map(({ entryKey }) => entryKey));
  }

  async listForQuestion(team: string, channel: string, questionTs: string): Promise<readonly StoredReply[]> {
    const rows = await this.#database
      .selectFrom('replies')
      .selectAll()
      .where('team', '=', team)
      .where('channel', '=', channel)
      .where('question_ts', '=', questionTs)
      .orderBy('ts')
      .execute();
    return rows.map(toReply);
  }

  async listSince(team: string, channel: string, since: number): Promise<readonly StoredReply[]> {
    const rows = await this.#database
      .selectFrom('replies')
      .selectAll()
      .where('team', '=', team)
      .where('channel', '=', channel)
      .where('posted_at', '>=', new Date(since).toISOString())
      .orderBy('ts')
      .execute();
    return rows.map(toReply);
  }

  async listAnswers(after: ReplyPlace | null, limit: number): Promise<readonly StoredReply[]> {
    const rows = await this.#database
      .selectFrom('replies')
      .selectAll()
      .where('kind', '=', 'answer')
      .$if(after !== null, (query) =>
        query.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('team', 'channel', 'ts'), '>', tuple(after?.team ?? '', after?.channel ?? '', after?.ts ?? '')),
        ),
      )
      .orderBy('team')
      .orderBy('channel')
      .orderBy('ts')
      .limit(limit)
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

  async purgeBefore(time: number): Promise<void> {
    await this.#database
      .updateTable('replies')
      .set(anonymous)
      .where('posted_at', '<', new Date(time).toISOString())
      .execute();
  }

  async forgetUser(team: string, user: string): Promise<void> {
    await this.#database
      .updateTable('replies')
      .set(anonymous)
      .where('team', '=', team)
      .where('asker', '=', user)
      .execute();
  }
}

/** Askers and their words go; which entry was posted where stays, so that old replies can still be corrected. */
const anonymous = { asker: null, texts: null } as const;

/** What a reply repeats of its question, and whom it names. */
interface Texts {
  readonly asked: readonly (string | null)[];
  readonly notCovered: readonly string[];
  readonly perhaps?: readonly Perhaps[];
  readonly to: string | null;
}

function toRow(reply: StoredReply): ReplyTable {
  const texts: Texts = {
    asked: reply.entries.map(({ asked }) => asked),
    notCovered: reply.notCovered,
    ...(reply.perhaps === undefined ? {} : { perhaps: reply.perhaps }),
    to: reply.byline?.to ?? null,
  };
  return {
    team: reply.team,
    channel: reply.channel,
    ts: reply.ts,
    thread_ts: reply.threadTs,
    question_ts: reply.questionTs,
    asker: reply.asker,
    kind: reply.kind,
    purpose: reply.purpose,
    entries: toEntriesJson(reply.entries),
    earlier: JSON.stringify(reply.alreadyAnswered),
    byline: reply.byline === null ? null : JSON.stringify({ ...reply.byline, to: null }),
    texts: JSON.stringify(texts),
    posted_at: new Date(reply.postedAt).toISOString(),
  };
}

/** Without the asker's words, which stand apart so that they can be removed. */
function toEntriesJson(entries: readonly RepliedEntry[]): string {
  return JSON.stringify(entries.map(({ asked: _, ...entry }) => entry));
}

function toReply(row: Selectable<ReplyTable>): StoredReply {
  const texts: Texts = row.texts === null ? { asked: [], notCovered: [], to: null } : JSON.parse(row.texts);
  const entries = JSON.parse(row.entries) as readonly Omit<RepliedEntry, 'asked'>[];
  const byline = row.byline === null ? null : (JSON.parse(row.byline) as Byline);
  return {
    team: row.team,
    channel: row.channel,
    ts: row.ts,
    threadTs: row.thread_ts,
    questionTs: row.question_ts,
    asker: row.asker,
    kind: row.kind as StoredReply['kind'],
    purpose: row.purpose as StoredReply['purpose'],
    entries: entries.map((entry, place) => ({ ...entry, asked: texts.asked[place] ?? null })),
    alreadyAnswered: JSON.parse(row.earlier) as readonly EarlierAnswer[],
    notCovered: texts.notCovered,
    ...(texts.perhaps === undefined ? {} : { perhaps: texts.perhaps }),
    byline: byline === null ? null : { ...byline, to: texts.to },
    postedAt: Date.parse(row.posted_at),
  };
}
