// Slack's timestamps: they name a message and order a channel. Pure.

export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
}

export interface Timestamps {
  /** Seconds since 1970 with six decimals; each one later than the one before, whatever the clock says. */
  next(): string;
}

export function createTimestamps(clock: Clock): Timestamps {
  let lastMicros = 0;
  return {
    next() {
      lastMicros = Math.max(clock.now() * 1000, lastMicros + 100);
      return toTimestamp(lastMicros);
    },
  };
}

function toTimestamp(micros: number): string {
  const seconds = Math.floor(micros / 1_000_000);
  return `${seconds}.${String(Math.floor(micros % 1_000_000)).padStart(6, '0')}`;
}

/** Both have ten digits before the point until the year 2286: text order is time order. */
export function compareTs(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
