// Slack's rate limits: so many calls a minute for a method, one message a second for a channel. Pure.
import type { Clock } from '../state/timestamps.ts';
import type { Tier } from './method-table.ts';

/** https://docs.slack.dev/apis/web-api/rate-limits: the guaranteed minimum of each tier, in calls a minute. */
const CALLS_A_MINUTE = { t1: 1, t2: 20, t3: 50, t4: 100 } as const;
/** "Short bursts" are allowed above one message a second and channel; their size is not documented. */
const POST_BURST = 10;

interface Bucket {
  tokens: number;
  filledMs: number;
}

export interface RateLimiter {
  /** Counts a call. Null where it may go ahead, else the whole seconds to wait. `key`: the method, or the channel posted to. */
  take(tier: Tier, key: string): number | null;
}

/** Token buckets: each holds a minute's calls (a burst of posts) and fills steadily. */
export function createRateLimiter(clock: Clock): RateLimiter {
  const buckets = new Map<string, Bucket>();
  return {
    take(tier, key) {
      if (tier === 'none') return null;
      const size = tier === 'post' ? POST_BURST : CALLS_A_MINUTE[tier];
      const perMs = tier === 'post' ? 1 / 1000 : size / 60_000;
      const nowMs = clock.now();
      const bucket = buckets.get(key) ?? { tokens: size, filledMs: nowMs };
      const tokens = Math.min(size, bucket.tokens + (nowMs - bucket.filledMs) * perMs);
      buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, filledMs: nowMs });
      return tokens >= 1 ? null : Math.ceil((1 - tokens) / perMs / 1000);
    },
  };
}
