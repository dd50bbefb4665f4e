// Work that one of several processes does for all of them.
import type { Clock } from '../interfaces/clock.ts';
import type { LeaseStore } from '../interfaces/lease-store.ts';

export interface LeaseDependencies {
  readonly leases: LeaseStore;
  readonly clock: Clock;
  /** Names this process, as long as it runs. */
  readonly processId: string;
}

/** Longer than one step of such work takes; so long the others wait where this process dies. */
const leaseMs = 30_000;

/**
 * Does `work` unless another process has begun it at `since` or later, or is at it (`held`). `work` calls `goOn` between its steps; that
 * rejects where another has taken over, since this process stood still for too long. Rejects where `work` does; then it is not done.
 */
export async function doOnce(
  { leases, clock, processId }: LeaseDependencies,
  name: string,
  since: number,
  work: (goOn: () => Promise<void>) => Promise<void>,
): Promise<'done' | 'held'> {
  const now = clock.now();
  const outcome = await leases.take(name, processId, { now, until: now + leaseMs, since });
  if (outcome !== 'taken') return outcome;
  let begunAt: number | null = null;
  try {
    await work(async () => {
      if (await leases.renew(name, processId, clock.now() + leaseMs)) return;
      throw new Error(`Another process has taken over "${name}"`);
    });
    begunAt = now;
  } finally {
    await leases.release(name, processId, begunAt);
  }
  return 'done';
}
