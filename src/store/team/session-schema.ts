// The tables of office hours as Kysely sees them, and the migration that makes them. Edge. Dates are ISO 8601 in UTC.
import type { Kysely } from 'kysely';

export interface SessionTable {
  readonly id: string;
  readonly team: string;
  readonly channel: string;
  /** Team and channel while it runs, else null: one runs in a channel. */
  readonly running_in: string | null;
  readonly title: string;
  readonly host: string;
  readonly host_name: string;
  readonly started_at: string;
  readonly last_at: string;
  readonly ended_at: string | null;
  readonly changed: number;
  readonly shown: number;
}

export interface SessionPostTable {
  readonly session_id: string;
  readonly part: string;
  readonly channel: string;
  readonly ts: string;
  readonly fingerprint: string;
}

export interface SessionQuestionTable {
  readonly id: string;
  readonly session_id: string;
  readonly heading: string;
  readonly state: string;
  readonly entry_key: string | null;
  readonly answer: string | null;
  readonly answered_by: string | null;
  readonly answered_by_name: string | null;
  readonly reopened_at: string | null;
}

export interface SessionAskingTable {
  readonly id: string;
  readonly session_id: string;
  readonly question_id: string;
  readonly ts: string;
  readonly thread_ts: string | null;
  readonly position: number;
  /** Null where it was asked without a name. */
  readonly asker: string | null;
  readonly asker_name: string | null;
  readonly wording: string;
  /** JSON: encoder and numbers, or null. */
  readonly vector: string | null;
  readonly link: string | null;
  /** JSON: the team's last answer in its thread, or null. */
  readonly reply: string | null;
  /** 1 once it was compared with the others. */
  readonly settled: number;
  readonly asked_at: string;
}

export interface SessionTables {
  readonly sessions: SessionTable;
  readonly session_posts: SessionPostTable;
  readonly session_questions: SessionQuestionTable;
  readonly session_askings: SessionAskingTable;
}

// biome-ignore lint/suspicious/noExplicitAny: a migration knows only the tables of its own time, so Kysely asks for any here.
export async function createSessions(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable('sessions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('running_in', 'text', (column) => column.unique())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('host', 'text', (column) => column.notNull())
    .addColumn('host_name', 'text', (column) => column.notNull())
    .addColumn('started_at', 'text', (column) => column.notNull())
    .addColumn('last_at', 'text', (column) => column.notNull())
    .addColumn('ended_at', 'text')
    .addColumn('changed', 'integer', (column) => column.notNull())
    .addColumn('shown', 'integer', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('session_posts')
    .addColumn('session_id', 'text', (column) => column.notNull())
    .addColumn('part', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('ts', 'text', (column) => column.notNull())
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('session_posts_key', ['session_id', 'part'])
    .execute();
  await createQuestions(db);
}

// biome-ignore lint/suspicious/noExplicitAny: see above.
async function createQuestions(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable('session_questions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('session_id', 'text', (column) => column.notNull())
    .addColumn('heading', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('entry_key', 'text')
    .addColumn('answer', 'text')
    .addColumn('answered_by', 'text')
    .addColumn('answered_by_name', 'text')
    .execute();
  await db.schema
    .createTable('session_askings')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('session_id', 'text', (column) => column.notNull())
    .addColumn('question_id', 'text', (column) => column.notNull())
    .addColumn('ts', 'text', (column) => column.notNull())
    .addColumn('thread_ts', 'text')
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('asker', 'text')
    .addColumn('asker_name', 'text')
    .addColumn('wording', 'text', (column) => column.notNull())
    .addColumn('vector', 'text')
    .addColumn('link', 'text')
    .addColumn('settled', 'integer', (column) => column.notNull())
    .addColumn('asked_at', 'text', (column) => column.notNull())
    .addUniqueConstraint('session_askings_message', ['session_id', 'ts', 'position'])
    .execute();
  await db.schema.createIndex('session_questions_session').on('session_questions').columns(['session_id']).execute();
}
