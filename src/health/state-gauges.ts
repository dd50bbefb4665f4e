// How things stand at the moment somebody asks for the figures. Edge.
import { Gauge, type Registry } from 'prom-client';

/** What is asked each time; a source that fails leaves its figure out. */
export interface StateSources {
  /** What waits to be taken by Slack, and the age of the oldest of it in seconds. */
  readonly readOutbox: () => Promise<{ readonly count: number; readonly oldestSeconds: number }>;
  readonly readNotes: () => Promise<{
    readonly posts: number;
    readonly entries: number;
    readonly faults: readonly unknown[];
  }>;
  readonly countInFlight: () => number;
  /** What keeps the bot from being ready, in words. */
  readonly listMissing: () => readonly string[];
}

export function addStateGauges(register: Registry, sources: StateSources): void {
  const add = (name: string, help: string, read: () => Promise<number>) => {
    new Gauge({
      name: `rolecall_${name}`,
      help,
      registers: [register],
      async collect() {
        const value = await read().catch(() => null);
        if (value === null) this.remove();
        else this.set(value);
      },
    });
  };
  add('ready', '1 where the bot can do its work, else 0: /readyz says what is missing.', async () =>
    sources.listMissing().length === 0 ? 1 : 0,
  );
  add('in_flight', 'Events, commands and presses under way.', async () => sources.countInFlight());
  add(
    'outbox_pending',
    'Posts and changes that Slack has not taken yet, and questions that wait for people.',
    async () => (await sources.readOutbox()).count,
  );
  add('outbox_oldest_seconds', 'Age of the oldest of them.', async () => (await sources.readOutbox()).oldestSeconds);
  add('notes', 'Notes that were read.', async () => (await sources.readNotes()).posts);
  add('entries', 'Questions that the notes answer.', async () => (await sources.readNotes()).entries);
  add(
    'note_faults',
    'Faults in the notes: npm run rolecall -- check names them.',
    async () => (await sources.readNotes()).faults.length,
  );
}
