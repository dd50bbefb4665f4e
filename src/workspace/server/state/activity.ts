// Counts what is under way between the workspace and the app, so that somebody can wait until nothing is. Pure.
import type { Changes } from './changes.ts';

export interface Activity {
  /** Counts `work` as under way until it settles. */
  track<Result>(work: Promise<Result>): Promise<Result>;
  readonly isQuiet: boolean;
}

export function createActivity(changes: Changes): Activity {
  let underWay = 0;
  return {
    async track(work) {
      underWay += 1;
      try {
        return await work;
      } finally {
        underWay -= 1;
        changes.publish({ type: 'activity' });
      }
    },
    get isQuiet() {
      return underWay === 0;
    },
  };
}
