// A message whose writer wants to be known no more: what is kept of it loses its words and who wrote it. Edge.
import type { Database } from '../open-database.ts';
import { emptyLog } from './empty-log.ts';

/** That it was dealt with, and what was posted for it, stays. */
export async function unnameMessage(
  database: Database,
  { team, channel, ts }: { readonly team: string; readonly channel: string; readonly ts: string },
): Promise<void> {
  const bare = JSON.stringify({ kind: 'silent', reason: 'asks-nothing', questions: [] });
  await database.transaction().execute(async (forgetting) => {
    const decided = forgetting.updateTable('decisions').set({ user_id: '', decision: bare, done: 1 });
    await decided.where('team', '=', team).where('channel', '=', channel).where('ts', '=', ts).execute();
    for (const table of ['open_questions', 'changes'] as const)
      await forgetting
        .deleteFrom(table)
        .where('team', '=', team)
        .where('channel', '=', channel)
        .where('ts', '=', ts)
        .execute();
    const replied = forgetting.updateTable('replies').set({ asker: null, texts: null });
    await replied.where('team', '=', team).where('channel', '=', channel).where('question_ts', '=', ts).execute();
  });
  await emptyLog(database);
}
