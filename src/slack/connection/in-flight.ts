// The work that has begun and not ended, so that stopping can wait for it: Bolt does not. Edge.

export class InFlight {
  readonly #work = new Set<Promise<unknown>>();

  /** Runs and remembers `work` until it ends, well or not; hands its outcome on. */
  async track<Result>(work: () => Promise<Result>): Promise<Result> {
    const running = work();
    this.#work.add(running);
    try {
      return await running;
    } finally {
      this.#work.delete(running);
    }
  }

  get size(): number {
    return this.#work.size;
  }

  /** Resolves with true when nothing is under way any more, with false after `timeoutMs`. */
  async drain(timeoutMs: number): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), timeoutMs);
    });
    const done = this.#settle();
    const isDone = await Promise.race([done, late]);
    clearTimeout(timer);
    return isDone;
  }

  async #settle(): Promise<true> {
    while (this.#work.size > 0) await Promise.allSettled([...this.#work]);
    return true;
  }
}
