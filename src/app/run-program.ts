// Starts the bot: with Slack credentials in that workspace, without them in the local workspace.
import dotenv from 'dotenv';
import { type Logger as Pino, pino } from 'pino';
import { speak } from '../answer/wording.ts';
import type { BotOptions } from './bot-options.ts';
import { type Config, ConfigError, parseConfig, toDatabasePlace } from './config.ts';
import { createLog } from './create-log.ts';
import { escapeControls } from './escape-controls.ts';
import { openStateFolder } from './open-state-folder.ts';
import { startIndex } from './start-index.ts';

interface Running {
  stop(): Promise<void>;
}

/** Reads the environment and `.env`, runs until SIGINT or SIGTERM, and ends the process: with 1 where something failed. */
export async function runProgram(): Promise<void> {
  dotenv.config({ quiet: true });
  const ending = new AbortController();
  const fail = (error: unknown) => {
    process.exitCode = 1;
    process.stderr.write(`${escapeControls(describeFailure(error))}\n`);
    ending.abort();
  };
  try {
    await run(parseConfig(process.env), ending, fail);
  } catch (error) {
    if (!ending.signal.aborted) fail(error);
  }
  process.exit();
}

async function run(config: Config, ending: AbortController, fail: (error: unknown) => void): Promise<void> {
  speak(config.BOT_LOCALE);
  const log = createLog({
    level: config.LOG_LEVEL,
    isTerminal: process.stderr.isTTY === true,
    destination: pino.destination(2),
  });
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'Something failed that nobody waited for'));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      log.info({ signal }, 'Stopping');
      ending.abort();
    });
  }
  // With a database elsewhere it holds the cache of vectors only, which may be missing.
  if (config.DATABASE_URL === undefined) openStateFolder(config.STATE_DIR);
  const index = startIndex(config, log);
  const running = await start(config, log, { index, signal: ending.signal, onRefused: fail }).catch(async (error) => {
    await index.close();
    throw error;
  });
  await untilAborted(ending.signal);
  await running.stop();
}

async function untilAborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
}

async function start(
  config: Config,
  log: Pino,
  common: Required<Pick<BotOptions, 'index' | 'signal' | 'onRefused'>>,
): Promise<Running> {
  const { connection } = config;
  if (connection.kind === 'local') {
    const { createLocal } = await import('./create-local.ts');
    const local = await createLocal(config, log, { index: common.index, signal: common.signal });
    process.stdout.write(`The local workspace is open at ${local.workspace.url}\n`);
    return local;
  }
  const by =
    connection.kind === 'socket'
      ? ({ kind: 'socket', appToken: connection.appToken } as const)
      : ({ kind: 'http', signingSecret: connection.signingSecret } as const);
  const { createBot } = await import('./create-bot.ts');
  const bot = await createBot({
    config,
    log,
    connection: {
      botToken: connection.botToken,
      by,
      ...(config.SLACK_API_URL === undefined ? {} : { slackApiUrl: config.SLACK_API_URL }),
    },
    teamChannel: config.TEAM_CHANNEL ?? null,
    database: toDatabasePlace(config),
    port: config.PORT,
    ...common,
  });
  const way = connection.kind === 'socket' ? 'Connected to Slack; health' : 'Listening for Slack; health';
  process.stdout.write(`${way} on port ${bot.port}.\n`);
  return bot;
}

function describeFailure(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : '';
  return `Rolecall cannot start: ${error.message}${cause}`;
}
