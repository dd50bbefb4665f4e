// The bot's own work: no change of the notes is missed, however soon it follows another.
import { expect, test } from 'vitest';
import { type MaintenanceDependencies, MaintenanceJob } from '../../../src/use-cases/maintenance/maintenance-job.ts';

/** Lets `count` turns of the microtask queue pass. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await Promise.resolve();
}

test.each(Array.from({ length: 30 }, (_, count) => count))(
  'notes that change %i microtasks after a comparison has begun are compared',
  async (count) => {
    let looks = 0;
    const replies = {
      listAnswers: async () => {
        looks += 1;
        return [];
      },
    };
    const track = async (work: () => Promise<void>) => await work();
    const logger = { info: () => {}, warn: () => {}, error: () => {} };
    const notes = { findAll: async () => new Map() };
    const leases = { take: async () => 'taken', renew: async () => true, release: async () => {} };
    const given = { replies, track, logger, notes, leases, clock: Date };
    const keeper = new MaintenanceJob(given as unknown as MaintenanceDependencies);
    keeper.noteRead();
    await turns(count);
    const before = looks;
    keeper.noteRead();
    await turns(60);
    expect(looks).toBeGreaterThan(before);
    await keeper.stop();
  },
);
