// Wires the bot by hand: configuration in, everything started, one function to stop it.
import type { App } from '@slack/bolt';
import { sql } from 'kysely';
import { Health } from '../health/health.ts';
import { createMetrics } from '../health/metrics.ts';
import { answerProbe } from '../health/serve.ts';
import type { StateSources } from '../health/state-gauges.ts';
import type { McpDependencies } from '../mcp/create-mcp-server.ts';
import { InFlight } from '../slack/connection/in-flight.ts';
import { createStores } from '../store/create-stores.ts';
import { hearChanges } from '../store/hear-changes.ts';
import { openDatabase } from '../store/open-database.ts';
import { firstStart } from '../use-cases/catch-up/catch-up.ts';
import type { BotOptions } from './bot-options.ts';
import { createSearch, type Search } from './create-search.ts';
import type { Parts } from './create-slack.ts';
import { readVersion } from './read-version.ts';
import { startBackground } from './start-background.ts';
import { startIndex } from './start-index.ts';

export interface RunningBot {
  readonly app: App;
  /** Where it listens, or null where it does not. */
  readonly port: number | null;
  readonly search: Search;
  /** Listeners under way. */
  readonly inFlight: InFlight;
  /** Takes in nothing new, finishes what is under way (at most 10 s), and closes. */
  stop(): Promise<void>;
}

const drainMs = 10_000;

/** Resolves once the notes are indexed and Slack is connected. Rejects, with everything closed again, where one of them fails. */
export async function createBot(options: BotOptions): Promise<RunningBot> {
  const { config, log, signal = new AbortController().signal } = options;
  const index = options.index ?? startIndex(config, log);
  const inFlight = new InFlight();
  const toClose: (() => Promise<void>)[] = [];
  const stop = async () => {
    const faults: unknown[] = [];
    for (const close of toClose.reverse()) await close().catch((error: unknown) => faults.push(error));
    for (const fault of faults) log.error({ err: fault }, 'Something did not close');
    if (faults.length > 0) throw faults[0];
  };
  try {
    signal.throwIfAborted();
    const clock = options.clock ?? { now: Date.now };
    const metrics = createMetrics(clock);
    const health = new Health();
    const database = await openDatabase(options.database);
    toClose.push(async () => await database.destroy());
    const stores = createStores(database);
    await stores.leases.firstTime(firstStart, clock.now());
    const search = createSearch({
      ...pickHooks(options),
      index,
      logger: log,
      clock,
      learned: stores.learned,
      drafts: stores.drafts,
      onReady: (isReady) => health.noteIndex(isReady),
    });
    toClose.push(async () => await index.close());
    const mcp = config.MCP ? await loadMcp({ searcher: search.index, notes: search.index, clock, log }) : null;
    options.onProbes?.((request, response) => answerProbe({ health, metrics, mcp }, request, response));
    // The notes are read in their thread while this one loads Slack's client and connects. A question that comes early waits for them.
    const reading = search.keeper.reload();
    reading.catch(() => {});
    const { createSlack } = await import('./create-slack.ts');
    const { bot, app, gateway } = await createSlack(options, { clock, stores, search, metrics, health, inFlight, mcp });
    toClose.push(async () => {
      gateway.stopTakingIn();
      if (!(await inFlight.drain(drainMs))) log.warn({ count: inFlight.size }, 'Stopped with work under way');
      await gateway.close();
    });
    await Promise.all([reading, gateway.open(app, signal)]);
    signal.throwIfAborted();
    const parts = { search, inFlight, health, probeDatabase: () => sql`select 1`.execute(database) };
    toClose.push(...startBackground(bot, { ...parts, retentionDays: config.RETENTION_DAYS, pace: options.pace }));
    toClose.push(search.keeper.watch(), hearChanges(options.database, bot.knowLearned));
    metrics.observe(toSources({ clock, stores, search, health, inFlight }));
    return { app, port: gateway.port, search, inFlight, stop };
  } catch (error) {
    await stop().catch(() => {});
    await index.close();
    throw error;
  }
}

/** The protocol's library is loaded only where it is wanted. */
async function loadMcp({ log, ...dependencies }: Omit<McpDependencies, 'version'> & Pick<BotOptions, 'log'>) {
  const { createMcpAnswer } = await import('../mcp/answer-mcp.ts');
  const onFault = (error: unknown) => log.error({ err: error }, 'A request at /mcp failed');
  return createMcpAnswer({ ...dependencies, version: readVersion() }, onFault);
}

function toSources({ clock, stores, search, health, inFlight }: Omit<Parts, 'metrics' | 'mcp'>): StateSources {
  return {
    readOutbox: async () => {
      const { count, since } = await stores.outbox.measure();
      return { count, oldestSeconds: since === null ? 0 : (clock.now() - since) / 1000 };
    },
    readNotes: () => search.index.summarise(),
    countInFlight: () => inFlight.size,
    listMissing: () => health.missing,
  };
}

function pickHooks({ onProgress, onSwap }: BotOptions) {
  return {
    ...(onProgress === undefined ? {} : { onProgress }),
    ...(onSwap === undefined ? {} : { onSwap }),
  };
}
