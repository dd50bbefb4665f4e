// The versions of the tables, oldest first. Edge. A migration that has landed is never changed: add another one.
import { type Kysely, type Migration, PostgresAdapter, sql } from 'kysely';
import { keepKeysAndFigures } from './keep-keys-and-figures.ts';
import { teamMigrations } from './team/team-migrations.ts';

// biome-ignore lint/suspicious/noExplicitAny: a migration knows only the tables of its own time, so Kysely asks for any here.
type AnyDatabase = Kysely<any>;

async function createFirstTables(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('claims')
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('ts', 'text', (column) => column.notNull())
    .addColumn('purpose', 'text', (column) => column.notNull())
    .addColumn('claimed_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('claims_key', ['team', 'channel', 'ts', 'purpose'])
    .execute();
  await db.schema
    .createTable('replies')
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('ts', 'text', (column) => column.notNull())
    .addColumn('thread_ts', 'text', (column) => column.notNull())
    .addColumn('question_ts', 'text', (column) => column.notNull())
    .addColumn('asker', 'text')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('entries', 'text', (column) => column.notNull())
    .addColumn('posted_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('replies_key', ['team', 'channel', 'ts'])
    .execute();
  await db.schema.createIndex('replies_thread').on('replies').columns(['team', 'channel', 'thread_ts']).execute();
  await db.schema
    .createTable('decisions')
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('ts', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('questions', 'integer', (column) => column.notNull())
    .addColumn('decision', 'text', (column) => column.notNull())
    .addColumn('decided_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('decisions_key', ['team', 'channel', 'ts'])
    .execute();
  await db.schema.createIndex('decisions_user').on('decisions').columns(['team', 'user_id', 'decided_at']).execute();
}

async function createTeamTables(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('open_questions')
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('ts', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('nearest_entry_key', 'text')
    .addColumn('asked_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('open_questions_key', ['team', 'channel', 'ts', 'position'])
    .execute();
  await db.schema
    .createTable('channel_settings')
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('mode', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('channel_settings_key', ['team', 'channel'])
    .execute();
}

async function keepWhatRepliesShow(db: AnyDatabase): Promise<void> {
  await db.schema
    .alterTable('replies')
    .addColumn('purpose', 'text', (column) => column.notNull().defaultTo('auto'))
    .execute();
  await db.schema
    .alterTable('replies')
    .addColumn('earlier', 'text', (column) => column.notNull().defaultTo('[]'))
    .execute();
  await db.schema.alterTable('replies').addColumn('byline', 'text').execute();
  await db.schema.alterTable('replies').addColumn('texts', 'text').execute();
  await db.schema.createIndex('replies_question').on('replies').columns(['team', 'channel', 'question_ts']).execute();
}

async function createVotes(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('votes')
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('ts', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('vote', 'text', (column) => column.notNull())
    .addColumn('entry_keys', 'text', (column) => column.notNull())
    .addColumn('voted_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('votes_key', ['team', 'channel', 'ts', 'user_id'])
    .execute();
}

async function createChanges(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('changes')
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('ts', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text')
    .addColumn('message', 'text')
    .addColumn('changed_ts', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('changes_key', ['team', 'channel', 'ts'])
    .execute();
}

async function keepKindOfDecision(db: AnyDatabase): Promise<void> {
  await db.schema.alterTable('decisions').addColumn('kind', 'text').execute();
}

async function createOutbox(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('outbox')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('asker', 'text')
    .addColumn('work', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('since', 'text', (column) => column.notNull())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('outbox_due').on('outbox').columns(['due_at']).execute();
}

async function createSuggestions(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('suggestions')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('ts', 'text', (column) => column.notNull())
    .addColumn('thread_ts', 'text')
    .addColumn('asker', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('entries', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('offered_at', 'text', (column) => column.notNull())
    .addUniqueConstraint('suggestions_message', ['team', 'channel', 'ts'])
    .execute();
  await db.schema.createIndex('suggestions_asker').on('suggestions').columns(['team', 'asker', 'offered_at']).execute();
  await db.schema
    .createTable('suggestion_stops')
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('suggestion_stops_key', ['team', 'user_id'])
    .execute();
  await db.schema
    .alterTable('channel_settings')
    .addColumn('suggestions', 'integer', (column) => column.notNull().defaultTo(1))
    .execute();
}

/** Rows of before count as done. */
async function keepWhatIsDone(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('leases')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('holder', 'text', (column) => column.notNull())
    .addColumn('held_until', 'text', (column) => column.notNull())
    .addColumn('done_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .alterTable('decisions')
    .addColumn('done', 'integer', (column) => column.notNull().defaultTo(1))
    .execute();
  await db.schema
    .alterTable('changes')
    .addColumn('settled', 'integer', (column) => column.notNull().defaultTo(1))
    .execute();
  await db.schema.createIndex('replies_posted').on('replies').columns(['team', 'channel', 'posted_at']).execute();
}

/** Channels that were set before answer from all notes. */
async function keepNotesOfChannels(db: AnyDatabase): Promise<void> {
  await db.schema
    .alterTable('channel_settings')
    .addColumn('notes', 'text', (column) => column.notNull().defaultTo('[]'))
    .execute();
}

/** The channel on which PostgreSQL tells who listens that what the processes share has changed (`hear-changes.ts`). */
async function announceVersions(db: AnyDatabase): Promise<void> {
  if (!(db.getExecutor().adapter instanceof PostgresAdapter)) return;
  await sql`create function announce_version() returns trigger language plpgsql as $$
    begin perform pg_notify('rolecall', new.name); return null; end $$`.execute(db);
  await sql`create trigger versions_announced after update of number on versions
    for each row when (old.number is distinct from new.number) execute function announce_version()`.execute(db);
}

/** Why an answer was not what somebody asked. */
async function keepVoteReasons(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('votes').addColumn('reason', 'text').execute();
}

/** Channels that were set before want no reactions. */
async function keepQuestionMarks(db: AnyDatabase): Promise<void> {
  await db.schema
    .alterTable('channel_settings')
    .addColumn('reactions', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .createTable('question_marks')
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('ts', 'text', (column) => column.notNull())
    .addColumn('mark', 'text', (column) => column.notNull())
    .addColumn('sure', 'integer', (column) => column.notNull())
    .addColumn('marked_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('question_marks_key', ['team', 'channel', 'ts'])
    .execute();
}

/**
 * What is asked for in order is found in order: SQLite, told nothing of how many rows a channel has, would else read all replies of the
 * channel in the order of its key.
 */
async function indexRepliesInOrder(db: AnyDatabase): Promise<void> {
  for (const column of ['thread', 'question']) {
    await db.schema.dropIndex(`replies_${column}`).execute();
    await db.schema
      .createIndex(`replies_${column}`)
      .on('replies')
      .columns(['team', 'channel', `${column}_ts`, 'ts'])
      .execute();
  }
}

export const migrations: Readonly<Record<string, Migration>> = {
  '001-claims-replies-decisions': { up: createFirstTables },
  '002-open-questions-settings': { up: createTeamTables },
  ...teamMigrations,
  '201-what-replies-show': { up: keepWhatRepliesShow },
  '202-votes': { up: createVotes },
  '203-changes': { up: createChanges },
  '204-kind-of-decision': { up: keepKindOfDecision },
  '206-outbox': { up: createOutbox },
  '207-keys-and-figures': { up: keepKeysAndFigures },
  '210-quiet-suggestions': { up: createSuggestions },
  '211-leases-and-what-is-done': { up: keepWhatIsDone },
  '212-notes-of-channels': { up: keepNotesOfChannels },
  '213-versions-announced': { up: announceVersions },
  '221-vote-reasons': { up: keepVoteReasons },
  '224-question-marks': { up: keepQuestionMarks },
  '242-replies-in-order': { up: indexRepliesInOrder },
};
