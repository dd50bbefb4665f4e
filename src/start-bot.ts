// Wires the bot by hand: configuration in, everything started, one function to stop it.
import { join } from 'node:path';
import type { App } from '@slack/bolt';
import type { Logger as Pino } from 'pino';
import { composeSearch, type Search } from './compose-search.ts';
import type { Config } from './config.ts';
import type { Bot } from './slack/bot.ts';
import { createApp, createClient, type SlackConnection } from './slack/create-app.ts';
import { InFlight } from './slack/in-flight.ts';
import { SlackChat } from './slack/slack-chat.ts';
import { SlackTeamRoster } from './slack/slack-team-roster.ts';
import { KyselyClaimStore } from './store/kysely-claim-store.ts';
import { KyselyDecisionStore } from './store/kysely-decision-store.ts';
import { KyselyOpenQuestionStore } from './store/kysely-open-question-store.ts';
import { KyselyReplyStore } from './store/kysely-reply-store.ts';
import { KyselySettingsStore } from './store/kysely-settings-store.ts';
import { type Database, openDatabase } from './store/open-database.ts';
import type { AnswerDependencies } from './use-cases/plan-message.ts';

export interface BotOptions {
  readonly config: Config;
  readonly connection: SlackConnection;
  readonly log: Pino;
  /** Id of the team channel, or null for none. */
  readonly teamChannel: string | null;
  /** Path of the database file; `:memory:` keeps nothing. */
  readonly databasePath: string;
  readonly onDecision?: AnswerDependencies['onDecision'];
  readonly onProgress?: (done: number, total: number) => void;
  readonly onSwap?: (reading: 'words' | 'words-and-meaning', entries: number) => void;
}

export interface RunningBot {
  readonly app: App;
  readonly search: Search;
  /** Listeners under way. */
  readonly inFlight: InFlight;
  /** Takes in nothing new, finishes what is under way (at most 10 s), and closes. */
  stop(): Promise<void>;
}

const drainMs = 10_000;

/** Path of the state's database file. */
export function toDatabasePath(config: Config): string {
  return join(config.STATE_DIR, 'rolecall.sqlite');
}

/** Resolves once the notes are indexed and Slack is connected. Rejects, with everything closed again, where one of them fails. */
export async function startBot(options: BotOptions): Promise<RunningBot> {
  const { config, connection, log } = options;
  const inFlight = new InFlight();
  const database = await openDatabase(options.databasePath);
  const search = await composeSearch(config, { logger: log, now: Date.now, ...pickHooks(options) });
  const app = createApp(connection, { bot: createBot(options, database, search), log, inFlight });
  let stopWatching = async () => {};
  const stop = async () => {
    await app.stop().catch((error: unknown) => log.warn({ err: error }, 'Slack was not taken leave of'));
    if (!(await inFlight.drain(drainMs))) log.warn({ count: inFlight.size }, 'Stopped with work under way');
    await stopWatching();
    await search.close();
    await database.destroy();
  };
  try {
    await search.keeper.reload();
    await app.init();
    await app.start(config.PORT);
    stopWatching = search.keeper.watch();
  } catch (error) {
    await stop();
    throw error;
  }
  return { app, search, inFlight, stop };
}

function pickHooks({ onProgress, onSwap }: BotOptions) {
  return { ...(onProgress === undefined ? {} : { onProgress }), ...(onSwap === undefined ? {} : { onSwap }) };
}

function createBot(options: BotOptions, database: Database, search: Search): Bot {
  const { config, connection, log, teamChannel } = options;
  const client = createClient(connection, log);
  const clock = { now: Date.now };
  return {
    client,
    clock,
    logger: log,
    searcher: search.searcher,
    notes: search.notes,
    chat: new SlackChat(client, { canAskTeam: teamChannel !== null }),
    roster: new SlackTeamRoster(client, teamChannel, { clock, logger: log }),
    claims: new KyselyClaimStore(database),
    replies: new KyselyReplyStore(database),
    decisions: new KyselyDecisionStore(database),
    openQuestions: new KyselyOpenQuestionStore(database),
    settings: new KyselySettingsStore(database),
    onDecision: options.onDecision ?? (() => {}),
    defaultMode: config.CHANNEL_MODE,
    canAskTeam: teamChannel !== null,
    command: config.SLASH_COMMAND,
    staleAfterDays: config.STALE_AFTER,
  };
}
