// When the bot looks whether it missed something: at once where it was away, else now and then; one process for all.
import type { Clock } from '../interfaces/clock.ts';
import { doOnce, type LeaseDependencies } from '../maintenance/do-once.ts';
import { pause } from '../maintenance/pause.ts';
import { repeat } from '../maintenance/repeat.ts';
import { type CatchUpDependencies, catchUp, underWayMs } from './catch-up.ts';

const everyMs = 5 * 60_000;
/** Of Slack's histories fifty may be read a minute; so many at once leave room for the rest. */
const conversationsAtOnce = 25;
const pauseMs = 1500;

export class CatchUpJob {
  readonly #dependencies: CatchUpDependencies & LeaseDependencies & { readonly clock: Clock };
  readonly #stopping = new AbortController();
  readonly #stop: () => Promise<void>;
  /** Work of others counts where they began then or later. */
  #since = 0;
  #nextAt = 0;
  #againAt = 0;
  #wasAway = true;

  /** `track` runs and remembers work, so that stopping can wait for it. Every `lookMs` it is seen whether it is time. */
  constructor(
    dependencies: CatchUpDependencies & LeaseDependencies,
    track: (work: () => Promise<void>) => Promise<void>,
    lookMs: number,
  ) {
    this.#dependencies = dependencies;
    this.ask();
    this.#stop = repeat(
      () => track(() => this.#look()),
      lookMs,
      (error) => this.#onFault(error),
    );
  }

  /** Something may have been missed until now. What is under way at this moment is looked at a little later. */
  ask(): void {
    const now = this.#dependencies.clock.now();
    this.#wasAway = true;
    this.#since = now;
    this.#nextAt = now;
    this.#againAt = now + 2 * underWayMs;
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#stop();
  }

  async #look(): Promise<void> {
    const { clock } = this.#dependencies;
    const now = clock.now();
    if (this.#dependencies.catchUpMinutes === 0 || now < this.#nextAt || this.#stopping.signal.aborted) return;
    let conversations = 0;
    const outcome = await doOnce(this.#dependencies, 'catch-up', this.#since, async (goOn) => {
      const step = async () => {
        this.#stopping.signal.throwIfAborted();
        await goOn();
      };
      const rest = async () => {
        await step();
        conversations += 1;
        if (conversations > conversationsAtOnce) await pause(pauseMs, this.#stopping.signal);
      };
      await catchUp(this.#dependencies, { goOn: step, pause: rest, withDirects: this.#wasAway });
    });
    if (outcome === 'held') return;
    const isSoon = now < this.#againAt;
    this.#wasAway = isSoon;
    this.#nextAt = isSoon ? this.#againAt : now + everyMs;
    // Later than this look began, by whichever reading of the clock: its own work is not that of others.
    this.#since = isSoon ? this.#againAt : clock.now() + 1;
  }

  #onFault(error: unknown): void {
    this.#nextAt = this.#dependencies.clock.now() + underWayMs;
    if (this.#stopping.signal.aborted) return;
    this.#dependencies.logger.warn({ err: error }, 'What was said meanwhile cannot be read; it is tried again');
  }
}
