// What the bot does beside answering: promises kept, what others learned, what Slack did not take, what was missed, maintenance.
import { placeOf } from '../answer/message.ts';
import type { Health } from '../health/health.ts';
import type { Bot } from '../slack/bot.ts';
import type { InFlight } from '../slack/connection/in-flight.ts';
import { answerMessage } from '../use-cases/answer/answer-message.ts';
import { openAgain } from '../use-cases/ask-team/close-question.ts';
import { CatchUpJob } from '../use-cases/catch-up/catch-up-job.ts';
import { type TakeUpDependencies, takeUp } from '../use-cases/delivery/take-up.ts';
import { settleChanges, settleInTurn } from '../use-cases/edits/follow-change.ts';
import { MaintenanceJob } from '../use-cases/maintenance/maintenance-job.ts';
import { repeat } from '../use-cases/maintenance/repeat.ts';
import { keepSessions } from '../use-cases/office-hours/keep-sessions.ts';
import { postDigest } from '../use-cases/reports/read-digest.ts';
import { remindTakers } from '../use-cases/reports/remind-takers.ts';
import { askOwners } from '../use-cases/reviews/ask-owners.ts';
import { notifySubscribers } from '../use-cases/subscribe/notify-subscribers.ts';
import type { Search } from './create-search.ts';

/** How often the bot looks by itself, in milliseconds. */
export interface Pace {
  /** Whether Slack would take now what it did not take before. */
  readonly takeUp: number;
  /** Whether office hours show what is so: of changes Slack takes fifty a minute. */
  readonly sessions: number;
  /** Whether the team is to be told something. */
  readonly tellTeam: number;
  /** Whether something may have been missed. */
  readonly catchUp: number;
}

const usualPace: Pace = { takeUp: 1000, sessions: 1500, tellTeam: 20_000, catchUp: 1000 };

export interface BackgroundOptions {
  readonly search: Search;
  readonly inFlight: InFlight;
  readonly health: Health;
  readonly retentionDays: number;
  readonly pace?: Partial<Pace> | undefined;
  /** Asks the database something short. Rejects where it does not answer. */
  readonly probeDatabase: () => Promise<unknown>;
}

/** Gives what stops each, in the order in which they were started. */
export function startBackground(bot: Bot, options: BackgroundOptions): readonly (() => Promise<void>)[] {
  const { health, inFlight, search, retentionDays, probeDatabase } = options;
  const pace = { ...usualPace, ...options.pace };
  const track = (work: () => Promise<void>) => inFlight.track(work);
  const maintenance = new MaintenanceJob({ ...bot, retentionDays, track });
  search.keeper.onUpdate(async () => maintenance.noteRead());
  notifyAfterUpdates(bot, options);
  maintenance.start();
  const catchUp = new CatchUpJob(bot, track, pace.catchUp);
  health.onReturn(() => catchUp.ask());
  const probe = async () => {
    await probeDatabase();
    health.noteDatabase(true);
  };
  return [
    () => maintenance.stop(),
    followLearned(bot),
    takeUpAgain(bot, inFlight, pace.takeUp),
    followSessions(bot, inFlight, pace.sessions),
    tellTeam(bot, inFlight, pace.tellTeam),
    () => catchUp.stop(),
    repeat(probe, 1000, () => health.noteDatabase(false)),
  ];
}

/** Looks for promises to keep now and after each change of the notes: by words at once, by meaning when that is read. */
function notifyAfterUpdates(bot: Bot, { search, inFlight }: Pick<BackgroundOptions, 'search' | 'inFlight'>): void {
  const notify = () => inFlight.track(() => notifySubscribers(bot));
  const notifyTwice = async () => {
    await notify();
    if ((await search.index.whenMeaningful()) === 'words-and-meaning') await notify();
  };
  search.keeper.onUpdate(notifyTwice);
  notifyTwice().catch((error: unknown) => bot.logger.error({ err: error }, 'Promises to askers were not looked at'));
}

/** Every replica knows within a second what others learned and forgot, also where the database cannot tell (`hearChanges`). */
function followLearned({ knowLearned, logger }: Bot): () => Promise<void> {
  return repeat(knowLearned, 500, (error) =>
    logger.warn({ err: error }, 'What was learned elsewhere cannot be read; it is tried again'),
  );
}

/** The weekly digest, reminders of who took a question, and whether notes are still right. The first look is soon after the start. */
function tellTeam(bot: Bot, inFlight: InFlight, everyMs: number): () => Promise<void> {
  const look = () =>
    inFlight.track(async () => {
      await remindTakers(bot);
      await postDigest(bot);
      await askOwners(bot);
    });
  return repeat(look, everyMs, (error) =>
    bot.logger.warn({ err: error }, 'The team could not be told how things stand; it is tried again'),
  );
}

/** What office hours show is kept up to date. */
function followSessions(bot: Bot, inFlight: InFlight, everyMs: number): () => Promise<void> {
  const look = () => inFlight.track(() => keepSessions(bot));
  return repeat(look, everyMs, (error) =>
    bot.logger.warn({ err: error }, 'Office hours cannot be brought up to date; it is tried again'),
  );
}

/** Looks for what Slack did not take, by this process or one that ended, and for questions that have waited for people. */
function takeUpAgain(bot: Bot, inFlight: InFlight, everyMs: number): () => Promise<void> {
  const settle: TakeUpDependencies['settle'] = async (place) => {
    const { botUser } = await bot.history.readSelf();
    await settleChanges(bot, place, botUser);
  };
  const answer: TakeUpDependencies['answer'] = async (message) => {
    const { botUser } = await bot.history.readSelf();
    if ((await answerMessage(bot, message, botUser)) === null) await settleInTurn(bot, placeOf(message), botUser);
  };
  const onUnposted = (id: string, why: string) => openAgain(bot, id, why);
  const look = () => inFlight.track(() => takeUp({ ...bot, settle, answer, onUnposted }));
  return repeat(look, everyMs, (error) =>
    bot.logger.warn({ err: error }, 'What Slack did not take cannot be read; it is tried again'),
  );
}
