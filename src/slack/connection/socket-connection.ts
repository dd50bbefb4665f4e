// Keeps one Socket Mode connection open: Slack closes it every few hours, and networks fail. Edge.
// Bolt's own reconnecting is switched off: where Slack cannot be reached at that moment it ends the process.
import type { SocketModeClient } from '@slack/socket-mode';
import type { Logger } from '../../use-cases/interfaces/logger.ts';
import { reachSlack } from './reach-slack.ts';

export interface SocketConnectionOptions {
  readonly logger: Logger;
  /** Hears whenever the connection opens or closes. */
  readonly onChange: (isOpen: boolean) => void;
  /** Slack does not take the app token any more; nothing is tried again. */
  readonly onRefused: (error: unknown) => void;
}

export class SocketConnection {
  readonly #client: SocketModeClient;
  readonly #options: SocketConnectionOptions;
  readonly #closing = new AbortController();
  #isOpen = false;

  constructor(client: SocketModeClient, options: SocketConnectionOptions) {
    this.#client = client;
    this.#options = options;
    client.on('connected', () => this.#note(true));
    client.on('disconnected', () => this.#onClosed());
  }

  /** Resolves once connected. Rejects with `TokenRefusedError`, or when `signal` is aborted. */
  async open(signal: AbortSignal = this.#closing.signal): Promise<void> {
    const { logger } = this.#options;
    await reachSlack(() => this.#client.start(), { logger, signal, variable: 'SLACK_APP_TOKEN' });
  }

  /** Takes leave; nothing more comes in. */
  close(): void {
    this.#closing.abort();
    void this.#client.disconnect();
  }

  #note(isOpen: boolean): void {
    this.#isOpen = isOpen;
    this.#options.onChange(isOpen);
  }

  /** A connection that never opened is the business of whoever opens it. */
  #onClosed(): void {
    if (!this.#isOpen) return;
    this.#note(false);
    if (this.#closing.signal.aborted) return;
    this.#options.logger.info({}, 'The connection to Slack closed; opening another.');
    this.open().catch((error: unknown) => {
      if (!this.#closing.signal.aborted) this.#options.onRefused(error);
    });
  }
}
