// What the bot does by itself, now and then: old texts are removed, posted replies kept up to date.
import type { Clock } from '../interfaces/clock.ts';
import type { PersonalData } from '../interfaces/personal-data.ts';
import { doOnce, type LeaseDependencies } from './do-once.ts';
import { pause } from './pause.ts';
import { type UpdateDependencies, updateReplies } from './update-replies.ts';

export interface MaintenanceDependencies extends UpdateDependencies, LeaseDependencies {
  readonly personalData: readonly PersonalData[];
  /** Question texts and askers are kept so long. */
  readonly retentionDays: number;
  /** Runs and remembers work, so that stopping can wait for it. */
  readonly track: (work: () => Promise<void>) => Promise<void>;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Slack takes 50 updates a minute (https://docs.slack.dev/apis/web-api/rate-limits, tier 3); this leaves room for others. */
const pauseBetweenUpdatesMs = 1500;

/** Removes question texts and askers that are older than `retentionDays`. */
export async function purgeOldTexts(dependencies: {
  readonly personalData: readonly PersonalData[];
  readonly clock: Clock;
  readonly retentionDays: number;
}): Promise<void> {
  const before = dependencies.clock.now() - dependencies.retentionDays * dayMs;
  for (const store of dependencies.personalData) await store.purgeBefore(before);
}

/** Starts with both, then looks every hour: a role closes by its deadline though no note changes. */
export class MaintenanceJob {
  readonly #dependencies: MaintenanceDependencies;
  readonly #stopping = new AbortController();
  #timer: ReturnType<typeof setInterval> | null = null;
  #updating: Promise<void> | null = null;
  #again = false;

  constructor(dependencies: MaintenanceDependencies) {
    this.#dependencies = dependencies;
  }

  start(): void {
    this.#timer = setInterval(() => this.#look(), hourMs);
    this.#look();
  }

  /** The notes were read anew. Replies are compared with them now, or once a comparison under way has ended. */
  noteRead(): void {
    this.#again = true;
    this.#updating ??= this.#dependencies
      .track(() => this.#update())
      .finally(() => {
        this.#updating = null;
        if (this.#again && !this.#stopping.signal.aborted) this.noteRead();
      });
  }

  /** Nothing more begins; what waits for its turn is left for the next start. */
  async stop(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#stopping.abort();
    await this.#updating;
  }

  #look(): void {
    this.noteRead();
    void this.#dependencies.track(
      async () =>
        await this.#guard('Old texts could not be removed', async () => {
          const since = this.#dependencies.clock.now() - hourMs / 2;
          await doOnce(this.#dependencies, 'retention', since, () => purgeOldTexts(this.#dependencies));
        }),
    );
  }

  async #update(): Promise<void> {
    while (this.#again && !this.#stopping.signal.aborted) {
      this.#again = false;
      await this.#guard('Replies could not be brought up to date', () => this.#updateInTurn());
    }
  }

  /** Another process may have read other notes: its work does not count for this one's, but the two take turns. */
  async #updateInTurn(): Promise<void> {
    const since = this.#dependencies.clock.now() + 1;
    const outcome = await doOnce(this.#dependencies, 'replies', since, async (goOn) => {
      const pauseBetween = async () => {
        await pause(pauseBetweenUpdatesMs, this.#stopping.signal);
        await goOn();
      };
      await updateReplies(this.#dependencies, { pause: pauseBetween });
    });
    if (outcome === 'done') return;
    this.#again = true;
    await pause(pauseBetweenUpdatesMs, this.#stopping.signal);
  }

  async #guard(failure: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!this.#stopping.signal.aborted) this.#dependencies.logger.error({ err: error }, failure);
    }
  }
}
