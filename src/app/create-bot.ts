// Wires the bot by hand: configuration in, everything started, one function to stop it.
import type { App } from '@slack/bolt';
import { Health } from '../health/health.ts';
import { createMetrics } from '../health/metrics.ts';
import { answerProbe } from '../health/serve.ts';
import type { Bot } from '../slack/bot.ts';
import { InFlight } from '../slack/connection/in-flight.ts';
import { createStores } from '../store/create-stores.ts';
import { openDatabase } from '../store/open-database.ts';
import { openAgain } from '../use-cases/ask-team/close-question.ts';
import { type TakeUpDependencies, takeUp } from '../use-cases/delivery/take-up.ts';
import { settleChanges } from '../use-cases/edits/follow-change.ts';
import { MaintenanceJob } from '../use-cases/maintenance/maintenance-job.ts';
import { repeat } from '../use-cases/maintenance/repeat.ts';
import { notifySubscribers } from '../use-cases/subscribe/notify-subscribers.ts';
import type { BotOptions } from './bot-options.ts';
import { createSearch, type Search } from './create-search.ts';
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
    const clock = options.clock ?? { now: Date.now };
    const metrics = createMetrics(clock);
    const health = new Health();
    options.onProbes?.((request, response) => answerProbe({ health, metrics }, request, response));
    const database = await openDatabase(options.database);
    toClose.push(async () => await database.destroy());
    const stores = createStores(database);
    const search = createSearch({
      ...pickHooks(options),
      index,
      logger: log,
      clock,
      learned: stores.learned,
      onReady: (isReady) => health.noteIndex(isReady),
    });
    toClose.push(async () => await index.close());
    // The notes are read in their thread while this one loads Slack's client and connects. A question that comes early waits for them.
    const reading = search.keeper.reload();
    reading.catch(() => {});
    const { createSlack } = await import('./create-slack.ts');
    const { bot, app, gateway } = await createSlack(options, { clock, stores, search, metrics, health, inFlight });
    toClose.push(async () => {
      gateway.stopTakingIn();
      if (!(await inFlight.drain(drainMs))) log.warn({ count: inFlight.size }, 'Stopped with work under way');
      await gateway.close();
    });
    await Promise.all([reading, gateway.open(app, signal)]);
    const maintenance = new MaintenanceJob({
      ...bot,
      retentionDays: config.RETENTION_DAYS,
      track: (work) => inFlight.track(work),
    });
    toClose.push(async () => await maintenance.stop());
    search.keeper.onUpdate(async () => maintenance.noteRead());
    notifyAfterUpdates(bot, { search, inFlight });
    toClose.push(followLearned(bot));
    toClose.push(takeUpAgain(bot, inFlight));
    maintenance.start();
    toClose.push(search.keeper.watch());
    return { app, port: gateway.port, search, inFlight, stop };
  } catch (error) {
    await stop().catch(() => {});
    await index.close();
    throw error;
  }
}

/** Looks for promises to keep now and after each change of the notes: by words at once, by meaning when that is read. */
function notifyAfterUpdates(
  bot: Bot,
  { search, inFlight }: { readonly search: Search; readonly inFlight: InFlight },
): void {
  const notify = () => inFlight.track(() => notifySubscribers(bot));
  const notifyTwice = async () => {
    await notify();
    if ((await search.index.whenMeaningful()) === 'words-and-meaning') await notify();
  };
  search.keeper.onUpdate(notifyTwice);
  notifyTwice().catch((error: unknown) => bot.logger.error({ err: error }, 'Promises to askers were not looked at'));
}

/** Every replica knows within a second what others learned and forgot. */
function followLearned({ knowLearned, logger }: Bot): () => Promise<void> {
  return repeat(knowLearned, 500, (error) =>
    logger.warn({ err: error }, 'What was learned elsewhere cannot be read; it is tried again'),
  );
}

/** Looks for what Slack did not take, by this process or one that ended. */
function takeUpAgain(bot: Bot, inFlight: InFlight): () => Promise<void> {
  const settle: TakeUpDependencies['settle'] = async (place) => {
    const { user_id: botUser } = await bot.client.auth.test();
    await settleChanges(bot, place, botUser ?? null);
  };
  const look = () => inFlight.track(() => takeUp({ ...bot, settle, onUnposted: (id, why) => openAgain(bot, id, why) }));
  return repeat(look, 2000, (error) =>
    bot.logger.warn({ err: error }, 'What Slack did not take cannot be read; it is tried again'),
  );
}

function pickHooks({ onProgress, onSwap }: BotOptions) {
  return {
    ...(onProgress === undefined ? {} : { onProgress }),
    ...(onSwap === undefined ? {} : { onSwap }),
  };
}
