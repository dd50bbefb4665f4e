// Wires how Slack and the bot reach each other: over Socket Mode or HTTP, and the server with health and figures.
import { type App, type HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { Logger as Pino } from 'pino';
import type { Health } from '../health/health.ts';
import type { Metrics } from '../health/metrics.ts';
import { type ServeOptions, type Serving, serve } from '../health/serve.ts';
import { createReceiver, slackPath } from '../slack/connection/create-receiver.ts';
import { reachSlack } from '../slack/connection/reach-slack.ts';
import { SocketConnection } from '../slack/connection/socket-connection.ts';
import type { SlackConnection } from '../slack/create-app.ts';

export interface GatewayOptions {
  readonly connection: SlackConnection;
  readonly log: Pino;
  readonly health: Health;
  readonly metrics: Metrics;
  readonly mcp: ServeOptions['mcp'];
  /** Port of the HTTP server; null for none (Socket Mode only). */
  readonly port: number | null;
  /** Slack does not take the bot any more, after it was connected. */
  readonly onRefused: (error: unknown) => void;
}

export interface Gateway {
  readonly receiver: Receiver;
  /** Where the HTTP server listens, or null where there is none. */
  readonly port: number | null;
  /** Resolves once Slack knows the bot and sends to it. Tries for ever; rejects where Slack refuses or `signal` is aborted. */
  open(app: App, signal: AbortSignal): Promise<void>;
  /** Nothing new comes in; what has come in can still be answered. */
  stopTakingIn(): void;
  close(): Promise<void>;
}

/** Resolves once the server listens. Rejects where its port is taken. */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const { connection, log, health } = options;
  const receiver = createReceiver(connection, log);
  const socket = receiver instanceof SocketModeReceiver ? openSocket(options, receiver) : null;
  const serving = await serveWhereAsked(options, receiver);
  return {
    receiver,
    port: serving?.port ?? null,
    open: async (app, signal) => {
      await reachSlack(() => app.init(), { logger: log, signal, variable: 'SLACK_BOT_TOKEN' });
      if (socket === null) health.noteConnection(true);
      else await socket.open(signal);
    },
    stopTakingIn: () => {
      health.noteConnection(false);
      socket?.close();
      serving?.stopListening();
    },
    close: async () => await serving?.close(),
  };
}

function openSocket({ log, health, onRefused }: GatewayOptions, { client }: SocketModeReceiver): SocketConnection {
  return new SocketConnection(client, {
    logger: log,
    onChange: (isOpen) => health.noteConnection(isOpen),
    onRefused,
  });
}

async function serveWhereAsked(
  { port, health, metrics, mcp }: GatewayOptions,
  receiver: SocketModeReceiver | HTTPReceiver,
): Promise<Serving | null> {
  if (port === null) return null;
  const slack = receiver instanceof SocketModeReceiver ? null : { path: slackPath, listener: receiver.requestListener };
  return await serve({ port, health, metrics, mcp, slack });
}
