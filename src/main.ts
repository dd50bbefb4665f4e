// Starts the bot: with Slack credentials in that workspace, without them in the local workspace.
import { pathToFileURL } from 'node:url';
import dotenv from 'dotenv';
import { type DestinationStream, type Logger as Pino, pino } from 'pino';
import { type Config, ConfigError, parseConfig } from './config.ts';
import { startBot, toDatabasePath } from './start-bot.ts';
import { startLocal } from './start-local.ts';

interface Running {
  stop(): Promise<void>;
}

/** Reads the environment and `.env`, starts, and stops on SIGINT and SIGTERM. Sets the exit code where it cannot start. */
export async function main(): Promise<void> {
  dotenv.config({ quiet: true });
  try {
    const config = parseConfig(process.env);
    const log = createLog(config);
    const running = await start(config, log);
    stopOnSignal(running, log);
  } catch (error) {
    process.stderr.write(`${describeFailure(error)}\n`);
    process.exitCode = 1;
  }
}

function createLog(config: Config): Pino {
  const destination: DestinationStream = pino.destination(2);
  return pino({ level: config.LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
}

async function start(config: Config, log: Pino): Promise<Running> {
  const { connection } = config;
  if (connection.kind === 'local') {
    const local = await startLocal(config, log);
    process.stdout.write(`The local workspace is open at ${local.workspace.url}\n`);
    return local;
  }
  const by =
    connection.kind === 'socket'
      ? ({ kind: 'socket', appToken: connection.appToken } as const)
      : ({ kind: 'http', signingSecret: connection.signingSecret } as const);
  const bot = await startBot({
    config,
    log,
    connection: { botToken: connection.botToken, by },
    teamChannel: config.TEAM_CHANNEL ?? null,
    databasePath: toDatabasePath(config),
  });
  process.stdout.write(
    connection.kind === 'socket' ? 'Connected to Slack.\n' : `Listening for Slack on port ${config.PORT}.\n`,
  );
  return bot;
}

function stopOnSignal(running: Running, log: Pino): void {
  const stop = (signal: NodeJS.Signals) => {
    log.info({ signal }, 'Stopping');
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'Stopping failed');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

function describeFailure(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : '';
  return `Rolecall cannot start: ${error.message}${cause}`;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
