// When the bot looks for what it missed: time that passes while it begins to look keeps it from no later look.
import { expect, onTestFinished, test } from 'vitest';
import { createStores } from '../../../src/store/create-stores.ts';
import { openDatabase } from '../../../src/store/open-database.ts';
import type { CatchUpDependencies } from '../../../src/use-cases/catch-up/catch-up.ts';
import { CatchUpJob } from '../../../src/use-cases/catch-up/catch-up-job.ts';
import type { LeaseDependencies } from '../../../src/use-cases/maintenance/do-once.ts';

test('where a millisecond passes at each look at the clock it looks again every five minutes', async () => {
  const database = await openDatabase(':memory:');
  onTestFinished(() => database.destroy());
  let now = Date.parse('2026-10-03T12:00:00Z');
  const clock = {
    now: () => {
      now += 1;
      return now;
    },
  };
  let looks = 0;
  const history = {
    readSelf: async () => ({ botUser: 'U1' }),
    listConversations: async () => {
      looks += 1;
      return [];
    },
  };
  const given = { ...createStores(database), history, clock, processId: 'one', catchUpMinutes: 60 };
  const job = new CatchUpJob(
    given as unknown as CatchUpDependencies & LeaseDependencies,
    async (work) => await work(),
    50,
  );
  onTestFinished(() => job.stop());
  for (const look of [1, 2, 3, 4]) {
    await expect.poll(() => looks).toBe(look);
    now += 6 * 60_000;
  }
});
