// Leases: of several processes one does it, and what one has done the others need not do.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KyselyLeaseStore } from '../../src/store/kysely-lease-store.ts';
import { type Database, openDatabase } from '../../src/store/open-database.ts';
import { doOnce } from '../../src/use-cases/maintenance/do-once.ts';
import { engines, type TestDatabase } from './test-databases.ts';

describe.each(engines)('over %s', (_, make) => {
  let place: TestDatabase;
  let databases: readonly Database[];
  let now = 1_000_000;

  beforeAll(async () => {
    place = await make();
    databases = [await openDatabase(place.place), await openDatabase(place.place)];
  });

  afterAll(async () => {
    for (const database of databases) await database.destroy();
    await place.remove();
  });

  const processes = () =>
    databases.map((database, number) => ({
      leases: new KyselyLeaseStore(database),
      clock: { now: () => now },
      processId: `process ${number}`,
    }));

  async function both(name: string, work: (goOn: () => Promise<void>) => Promise<void>) {
    return await Promise.all(processes().map((process) => doOnce(process, name, now, work)));
  }

  it('one does it while the other is held off, and the other need not do it afterwards', async () => {
    let runs = 0;
    const work = async (goOn: () => Promise<void>) => {
      runs += 1;
      await goOn();
    };
    const outcomes = await both('a', work);
    expect(outcomes).toContain('done');
    expect(await both('a', work)).toEqual(['done', 'done']);
    expect(runs).toBe(1);
    now += 1;
    await both('a', work);
    expect(runs).toBe(2);
  });

  it('what failed is done by whoever comes next', async () => {
    const [one, other] = processes();
    if (one === undefined || other === undefined) throw new Error('There are not two');
    const broken = doOnce(one, 'b', now, () => Promise.reject(new Error('broken')));
    await expect(broken).rejects.toThrow('broken');
    let isDone = false;
    await doOnce(other, 'b', now, async () => {
      isDone = true;
    });
    expect(isDone).toBe(true);
  });

  it('who stands still for too long loses it, and does not go on', async () => {
    const [one, other] = processes();
    if (one === undefined || other === undefined) throw new Error('There are not two');
    let takenOver = '';
    const slow = doOnce(one, 'c', now, async (goOn) => {
      now += 100_000;
      takenOver = await doOnce(other, 'c', now, async () => {
        await expect(goOn()).rejects.toThrow('taken over');
      });
      throw new Error('stopped');
    });
    await expect(slow).rejects.toThrow('stopped');
    expect(takenOver).toBe('done');
  });

  it('remembers when something was asked for the first time', async () => {
    const [one, other] = processes();
    expect(await one?.leases.firstTime('d', 5000)).toBe(5000);
    expect(await other?.leases.firstTime('d', 9000)).toBe(5000);
  });
});
