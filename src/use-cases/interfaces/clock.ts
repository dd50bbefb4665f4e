// Time as use cases see it. Interface only.

export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
}
