// Waits for something to be so in the workspace, without sleeping. Edge: timers.
import type { World } from '../state/world.ts';

const DEFAULT_TIMEOUT_MS = 10_000;
/** An app acknowledges before it works: so long nothing may stir before the workspace counts as idle. */
const QUIET_MS = 100;

/** What `probe` finds, as soon as it finds something; it is asked again after every change. Rejects after `timeoutMs`. */
export function waitFor<Found>(
  world: World,
  probe: () => Found | undefined | null | false,
  timeoutMs = DEFAULT_TIMEOUT_MS,
): Promise<Found> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      unsubscribe();
      reject(new Error(`Nothing was found within ${timeoutMs} ms by: ${String(probe)}`));
    }, timeoutMs);
    const look = (): void => {
      const found = probe();
      if (found === undefined || found === null || found === false) return;
      clearTimeout(timer);
      unsubscribe();
      resolve(found);
    };
    const unsubscribe = world.changes.subscribe(look);
    look();
  });
}

/**
 * Resolves when nothing is under way and nothing has stirred for a moment. What the app does by itself after an
 * acknowledgement cannot be seen from here: `isBusy` tells of it.
 */
export async function whenIdle(world: World, isBusy: () => boolean = () => false, quietMs = QUIET_MS): Promise<void> {
  await new Promise<void>((resolve) => {
    let timer = setTimeout(check, quietMs);
    const unsubscribe = world.changes.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(check, quietMs);
    });
    function check(): void {
      if (!world.activity.isQuiet || isBusy()) {
        timer = setTimeout(check, quietMs);
        return;
      }
      unsubscribe();
      resolve();
    }
  });
}
