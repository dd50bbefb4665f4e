// What one of several processes does for all of them. Interface only.

export interface LeaseStore {
  /**
   * `taken`: the caller does it now, alone until `until`; `held`: another does; `done`: it was begun at `since` or later, and ended.
   * All times: milliseconds since 1970, UTC.
   */
  take(
    name: string,
    holder: string,
    times: { now: number; until: number; since: number },
  ): Promise<'taken' | 'held' | 'done'>;
  /** Goes on until then. False where it is another's by now. */
  renew(name: string, holder: string, until: number): Promise<boolean>;
  /** It ended; what began at `begunAt` counts as done. Null: it failed, and somebody else may do it. */
  release(name: string, holder: string, begunAt: number | null): Promise<void>;
  /** When this was asked for the first time, by whichever process. */
  firstTime(name: string, now: number): Promise<number>;
}
