// Trigger ids: each lets the app open one view for one person within three seconds. Pure.
import type { Ids } from '../state/ids.ts';
import type { Clock } from '../state/timestamps.ts';

const LIFETIME_MS = 3000;

export interface Trigger {
  readonly userId: string;
  /** The modal it came from, or null: only from a modal can another be pushed. */
  readonly fromViewId: string | null;
}

export type TriggerFault = 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id';

export interface TriggerIds {
  issue(trigger: Trigger): string;
  /** Uses the id up. */
  exchange(id: string): Trigger | TriggerFault;
}

export function createTriggerIds(clock: Clock, ids: Ids): TriggerIds {
  const issued = new Map<string, { trigger: Trigger; issuedMs: number; isUsed: boolean }>();
  let count = 0;
  return {
    issue(trigger) {
      count += 1;
      const id = `${clock.now()}.${count}.${ids.secret(16)}`;
      issued.set(id, { trigger, issuedMs: clock.now(), isUsed: false });
      return id;
    },
    exchange(id) {
      const found = issued.get(id);
      if (found === undefined) return 'invalid_trigger_id';
      if (found.isUsed) return 'exchanged_trigger_id';
      if (clock.now() - found.issuedMs > LIFETIME_MS) return 'expired_trigger_id';
      found.isUsed = true;
      return found.trigger;
    },
  };
}
