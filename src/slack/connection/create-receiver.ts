// How events come in: over Socket Mode, or as signed HTTP requests. Edge.
import { HTTPReceiver, SocketModeReceiver } from '@slack/bolt';
import type { Logger as Pino } from 'pino';
import { type SlackConnection, toClientOptions } from '../create-app.ts';
import { toBoltLogger } from './bolt-logger.ts';

/** Where Slack sends everything over HTTP: events, commands and interactions. */
export const slackPath = '/slack/events';

export function createReceiver(connection: SlackConnection, log: Pino): SocketModeReceiver | HTTPReceiver {
  const { by } = connection;
  const logger = toBoltLogger(log);
  if (by.kind === 'http') return new HTTPReceiver({ signingSecret: by.signingSecret, endpoints: slackPath, logger });
  const clientOptions = { ...toClientOptions(connection, log), retryConfig: { retries: 0 } };
  return new SocketModeReceiver({
    appToken: by.appToken,
    installerOptions: { clientOptions },
    autoReconnectEnabled: false,
    // A connection that breaks is opened again, which is said there: no error of the program's.
    logger: { ...logger, error: logger.warn },
  });
}
