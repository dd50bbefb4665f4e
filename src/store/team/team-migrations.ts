// The versions of the team's tables. Edge. A migration that has landed is never changed: add another one.
import type { Kysely, Migration } from 'kysely';
import { createSessions } from './session-schema.ts';

// biome-ignore lint/suspicious/noExplicitAny: a migration knows only the tables of its own time, so Kysely asks for any here.
type AnyDatabase = Kysely<any>;

async function createLearned(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('learned_phrasings')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('same', 'text', (column) => column.notNull().unique())
    .addColumn('wording', 'text', (column) => column.notNull())
    .addColumn('entry_key', 'text', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('entry_id', 'text', (column) => column.notNull())
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('taught_by', 'text', (column) => column.notNull())
    .addColumn('taught_by_name', 'text', (column) => column.notNull())
    .addColumn('taught_at', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('ts', 'text', (column) => column.notNull())
    .addColumn('asker', 'text')
    .addColumn('exported_at', 'text')
    .execute();
  await db.schema
    .createTable('versions')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('number', 'integer', (column) => column.notNull())
    .execute();
  await db.insertInto('versions').values({ name: 'learned', number: 0 }).execute();
}

async function createLinkDrafts(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('link_drafts')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('opened_by', 'text', (column) => column.notNull())
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('opened_at', 'text', (column) => column.notNull())
    .addColumn('draft', 'text', (column) => column.notNull())
    .execute();
}

async function createTeamQuestions(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('team_questions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('ts', 'text', (column) => column.notNull())
    .addColumn('thread_ts', 'text')
    .addColumn('asker', 'text')
    .addColumn('questions', 'text', (column) => column.notNull())
    .addColumn('proposed', 'text')
    .addColumn('team_channel', 'text', (column) => column.notNull())
    .addColumn('team_ts', 'text', (column) => column.notNull())
    .addColumn('closed_state', 'text')
    .addColumn('closed_by', 'text')
    .addColumn('closed_entry', 'text')
    .addColumn('learned_id', 'text')
    .addColumn('asked_at', 'text', (column) => column.notNull())
    .addUniqueConstraint('team_questions_message', ['team', 'team_channel', 'team_ts'])
    .execute();
  await db.schema
    .createIndex('team_questions_question')
    .on('team_questions')
    .columns(['team', 'channel', 'ts'])
    .execute();
}

async function createWaits(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('waits')
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('ts', 'text', (column) => column.notNull())
    .addColumn('thread_ts', 'text')
    .addColumn('asker', 'text', (column) => column.notNull())
    .addColumn('questions', 'text', (column) => column.notNull())
    .addColumn('seen', 'text', (column) => column.notNull())
    .addColumn('since', 'text', (column) => column.notNull())
    .addColumn('settled_at', 'text')
    .addPrimaryKeyConstraint('waits_key', ['team', 'channel', 'ts'])
    .execute();
}

async function keepEdits(db: AnyDatabase): Promise<void> {
  await db.schema.alterTable('team_questions').addColumn('edited_at', 'text').execute();
}

async function createOffered(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('offered_wordings')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('ts', 'text', (column) => column.notNull())
    .addColumn('asker', 'text', (column) => column.notNull())
    .addColumn('wording', 'text', (column) => column.notNull())
    .addColumn('entry_key', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('decided_by', 'text')
    .addColumn('offered_at', 'text', (column) => column.notNull())
    .addColumn('shown_in', 'text')
    .addUniqueConstraint('offered_wordings_message', ['team', 'channel', 'ts'])
    .execute();
}

async function createDrafts(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('draft_entries')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('ts', 'text', (column) => column.notNull())
    .addColumn('thread_ts', 'text')
    .addColumn('asker', 'text')
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('author_name', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('answer', 'text', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('entry_id', 'text')
    .addColumn('corrects', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('decided_by', 'text')
    .addColumn('released_at', 'text')
    .addColumn('exported_at', 'text')
    .addColumn('written_at', 'text', (column) => column.notNull())
    .addUniqueConstraint('draft_entries_message', ['team', 'channel', 'ts'])
    .execute();
  await db.insertInto('versions').values({ name: 'drafts', number: 0 }).execute();
}

async function keepWhoTakesQuestions(db: AnyDatabase): Promise<void> {
  for (const column of ['thread_ts', 'taken_by', 'taken_by_name', 'taken_at', 'reminded_at'])
    await db.schema.alterTable('open_questions').addColumn(column, 'text').execute();
}

async function createReviews(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('reviews')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('entry_id', 'text', (column) => column.notNull())
    .addColumn('review', 'text', (column) => column.notNull())
    .addColumn('interval_days', 'integer', (column) => column.notNull())
    .addColumn('asked_at', 'text')
    .addColumn('renewed_to', 'text')
    .addColumn('exported_at', 'text')
    .addUniqueConstraint('reviews_entry', ['team', 'note', 'entry_id'])
    .execute();
}

async function keepWordsAndReplies(db: AnyDatabase): Promise<void> {
  await db.schema.alterTable('draft_entries').addColumn('wordings', 'text').execute();
  await db.schema.alterTable('session_askings').addColumn('reply', 'text').execute();
}

async function keepReopened(db: AnyDatabase): Promise<void> {
  await db.schema.alterTable('session_questions').addColumn('reopened_at', 'text').execute();
}

export const teamMigrations: Readonly<Record<string, Migration>> = {
  '101-learned-phrasings': { up: createLearned },
  '102-link-drafts': { up: createLinkDrafts },
  '103-team-questions': { up: createTeamQuestions },
  '104-waits': { up: createWaits },
  '205-edits-of-team-questions': { up: keepEdits },
  '211-offered-wordings': { up: createOffered },
  '220-draft-entries': { up: createDrafts },
  '221-office-hours': { up: createSessions },
  '222-who-takes-questions': { up: keepWhoTakesQuestions },
  '223-reviews': { up: createReviews },
  '240-words-and-replies': { up: keepWordsAndReplies },
  '241-reopened-questions': { up: keepReopened },
};
