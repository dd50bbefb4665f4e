// Who wants to be told once a question is answered. Interface only.

export interface Subscription {
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
  readonly threadTs: string | null;
  readonly asker: string;
  readonly questions: readonly string[];
  /** Entries that the asker has seen and that were not the answer. */
  readonly seen: readonly string[];
  /** Milliseconds since 1970, UTC. */
  readonly since: number;
}

export interface SubscriptionStore {
  /** Keeps the promise; one about the same message stays as it is, also once it was kept. */
  add(subscription: Subscription): Promise<void>;
  /** Promises not kept yet, the oldest first. */
  list(): Promise<readonly Subscription[]>;
  /** The promise about this message was kept. Nothing happens where there is none. */
  settle(team: string, channel: string, ts: string, at: number): Promise<void>;
}
