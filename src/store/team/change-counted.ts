// A change that other processes are told of. Edge.
import type { Transaction } from 'kysely';
import type { Database } from '../open-database.ts';
import type { Schema } from '../schema.ts';

/** What is counted in the table `versions`. */
export type Counted = 'learned' | 'drafts';

/**
 * Makes a change and, where rows changed, counts up the number that tells of it, in one transaction; `change` gives how many rows did, and
 * so does this. The number is touched first: its row is the lock.
 */
export async function changeCounted(
  database: Database,
  name: Counted,
  change: (changing: Transaction<Schema>) => Promise<bigint>,
): Promise<bigint> {
  return await database.transaction().execute(async (changing) => {
    await countUp(changing, name, 0);
    const rows = await change(changing);
    if (rows > 0n) await countUp(changing, name, 1);
    return rows;
  });
}

async function countUp(changing: Transaction<Schema>, name: Counted, by: 0 | 1): Promise<void> {
  await changing
    .updateTable('versions')
    .set(({ eb }) => ({ number: eb('number', '+', by) }))
    .where('name', '=', name)
    .execute();
}

/** The number as it stands now. */
export async function readVersion(database: Database, name: Counted): Promise<number> {
  const row = await database.selectFrom('versions').select('number').where('name', '=', name).executeTakeFirst();
  return row?.number ?? 0;
}
