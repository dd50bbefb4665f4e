// The state as a command uses it: opened, used, closed.

import { createStores, type Stores } from '../../store/create-stores.ts';
import { openDatabase } from '../../store/open-database.ts';
import { toDatabasePlace } from '../config.ts';
import type { CommandContext } from './output.ts';

/** Runs `use` with the stores of STATE_DIR. Rejects where they cannot be opened. */
export async function withState<Result>(
  { config }: CommandContext,
  use: (stores: Stores) => Promise<Result>,
): Promise<Result> {
  const database = await openDatabase(toDatabasePlace(config));
  try {
    return await use(createStores(database));
  } finally {
    await database.destroy();
  }
}
