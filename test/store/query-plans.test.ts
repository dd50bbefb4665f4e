// What is asked at every message is found by an index that narrows it down to a few rows, in SQLite, which is told nothing of how many
// rows there are: a year of a busy channel would else be read for each.
import { CompiledQuery, createQueryId, type RootOperationNode } from 'kysely';
import { expect, it } from 'vitest';
import { KyselyDecisionStore } from '../../src/store/kysely-decision-store.ts';
import { KyselyOpenQuestionStore } from '../../src/store/kysely-open-question-store.ts';
import { KyselyReplyStore } from '../../src/store/kysely-reply-store.ts';
import { type Database, openDatabase } from '../../src/store/open-database.ts';

/** The plans of what is asked of a database, in SQLite's words. */
async function plansOf(ask: (database: Database) => Promise<unknown>): Promise<string> {
  const database = await openDatabase(':memory:');
  const asked: RootOperationNode[] = [];
  await ask(
    database.withPlugin({
      transformQuery({ node }) {
        asked.push(node);
        return node;
      },
      transformResult: async ({ result }) => result,
    }),
  );
  const plans: string[] = [];
  for (const node of asked) {
    const query = database.getExecutor().compileQuery(node, createQueryId());
    const plan = CompiledQuery.raw(`EXPLAIN QUERY PLAN ${query.sql}`, [...query.parameters]);
    const { rows } = await database.executeQuery<{ detail: string }>(plan);
    plans.push(...rows.map(({ detail }) => detail));
  }
  await database.destroy();
  return plans.join('\n');
}

it.each<[string, (database: Database) => Promise<unknown>, string]>([
  ['replies of a thread', (db) => new KyselyReplyStore(db).listInThread('T1', 'C1', '1.1'), 'thread_ts=?'],
  ['replies to a message', (db) => new KyselyReplyStore(db).listForQuestion('T1', 'C1', '1.1'), 'question_ts=?'],
  [
    'answers to a person',
    (db) => new KyselyDecisionStore(db).countAnsweredSince({ team: 'T1', user: 'U1' }, 1000, '1.1'),
    'decided_at>?',
  ],
  ['open questions of a message', (db) => new KyselyOpenQuestionStore(db).listFor('T1', 'C1', '1.1'), 'ts=?'],
])('%s', async (_, ask, narrowed) => {
  expect(await plansOf(ask)).toContain(narrowed);
});
