// Response URLs: each lets the app answer an interaction five times within thirty minutes. Pure.
import type { Ids } from '../state/ids.ts';
import { TEAM } from '../state/seed.ts';
import type { Clock } from '../state/timestamps.ts';

const LIFETIME_MS = 30 * 60_000;
const USES = 5;

/** What a response URL belongs to. */
export interface ResponsePlace {
  readonly userId: string;
  readonly channel: string;
  /** The message whose control was used; null for a command or a shortcut. */
  readonly messageTs: string | null;
}

export interface ResponseUrls {
  /** The URL's path, beginning with `/hooks/`. */
  issue(kind: 'actions' | 'commands' | 'app', place: ResponsePlace): string;
  /** Counts one use. */
  use(path: string): ResponsePlace | 'used_url' | 'expired_url';
}

export function createResponseUrls(clock: Clock, ids: Ids): ResponseUrls {
  const issued = new Map<string, { place: ResponsePlace; issuedMs: number; uses: number }>();
  let count = 0;
  return {
    issue(kind, place) {
      count += 1;
      const path = `/hooks/${kind}/${TEAM.id}/${count}/${ids.secret(12)}`;
      issued.set(path, { place, issuedMs: clock.now(), uses: 0 });
      return path;
    },
    use(path) {
      const found = issued.get(path);
      if (found === undefined || clock.now() - found.issuedMs > LIFETIME_MS) return 'expired_url';
      if (found.uses >= USES) return 'used_url';
      found.uses += 1;
      return found.place;
    },
  };
}
