// What the bot is started with. Types only.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger as Pino } from 'pino';
import type { IndexClient } from '../index/index-client.ts';
import type { SlackConnection } from '../slack/create-app.ts';
import type { AnswerDependencies } from '../use-cases/answer/plan-message.ts';
import type { Clock } from '../use-cases/interfaces/clock.ts';
import type { Config } from './config.ts';
import type { Gateway, GatewayOptions } from './create-gateway.ts';
import type { Pace } from './start-background.ts';

export interface BotOptions {
  readonly config: Config;
  readonly connection: SlackConnection;
  readonly log: Pino;
  /** Id of the team channel, or null for none. */
  readonly teamChannel: string | null;
  /** Where the state is kept: path of a file, address of a PostgreSQL database; `:memory:` keeps nothing. */
  readonly database: string;
  /** Where /healthz, /readyz, /metrics and, over HTTP, Slack's requests are served; null for nowhere. */
  readonly port: number | null;
  /** The system's unless given. */
  readonly clock?: Clock;
  /** The index, where its thread was started before. */
  readonly index?: IndexClient;
  /** How events come in: the connection's own way unless given. */
  readonly openGateway?: (options: GatewayOptions) => Promise<Gateway>;
  /** Aborted while the bot is still starting: it gives up and `createBot` rejects. */
  readonly signal?: AbortSignal;
  /** Slack refuses the bot after it had been connected: it hears nothing more. */
  readonly onRefused?: (error: unknown) => void;
  /** Called with what answers /healthz, /readyz and /metrics, as soon as there is something to say: for a server of one's own. */
  readonly onProbes?: (answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>) => void;
  readonly onDecision?: AnswerDependencies['onDecision'];
  readonly onProgress?: (done: number, total: number) => void;
  readonly onSwap?: (reading: 'words' | 'words-and-meaning', entries: number) => void;
  /** How often it looks by itself, where not as usual. */
  readonly pace?: Partial<Pace>;
}
