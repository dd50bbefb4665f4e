// Keeps one Socket Mode connection open: Slack closes it every few hours, and networks fail. Edge.
// Bolt's own reconnecting is switched off: where Slack cannot be reached at that moment it ends the process.
import { setTimeout as wait } from 'node:timers/promises';
import type { SocketModeClient } from '@slack/socket-mode';
import type { Logger } from '../../use-cases/interfaces/logger.ts';
import { reachSlack, toPauseMs } from './reach-slack.ts';

export interface SocketConnectionOptions {
  readonly logger: Logger;
  /** Hears whenever the connection opens or closes. */
  readonly onChange: (isOpen: boolean) => void;
  /** Slack does not take the app token any more; nothing is tried again. */
  readonly onRefused: (error: unknown) => void;
  /** How long Slack may take to say hello, in milliseconds. */
  readonly helloWithinMs?: number;
  /** A connection that closes sooner was none. */
  readonly livesFromMs?: number;
}

const helloWithinMs = 15_000;
const livesFromMs = 10_000;

export class SocketConnection {
  readonly #client: SocketModeClient;
  readonly #options: SocketConnectionOptions;
  readonly #closing = new AbortController();
  #isOpen = false;
  /** Connections in a row that closed as soon as they were open. */
  #shortLived = 0;
  /** Set while it is not known whether the connection will live. */
  #proving: ReturnType<typeof setTimeout> | null = null;

  constructor(client: SocketModeClient, options: SocketConnectionOptions) {
    this.#client = client;
    this.#options = options;
    client.on('connected', () => this.#onOpened());
    client.on('disconnected', () => this.#onClosed());
  }

  /** Resolves once connected. Rejects with `TokenRefusedError`, or when `signal` is aborted. */
  async open(signal: AbortSignal = this.#closing.signal): Promise<void> {
    const { logger } = this.#options;
    await reachSlack(() => this.#start(), { logger, signal, variable: 'SLACK_APP_TOKEN' });
  }

  /** Takes leave; nothing more comes in. */
  close(): void {
    this.#closing.abort();
    this.#stopProving();
    void this.#client.disconnect();
  }

  /** Slack's client itself would wait for minutes. */
  async #start(): Promise<void> {
    const giveUp = new AbortController();
    const late = wait(this.#options.helloWithinMs ?? helloWithinMs, undefined, { signal: giveUp.signal }).then(() => {
      void this.#client.disconnect();
      throw new Error('Slack does not say hello');
    });
    late.catch(() => {});
    try {
      await Promise.race([this.#client.start(), late]);
    } finally {
      giveUp.abort();
    }
  }

  /** After connections that did not live the next one counts once it has lived. */
  #onOpened(): void {
    this.#isOpen = true;
    if (this.#shortLived === 0) this.#options.onChange(true);
    this.#proving = setTimeout(() => {
      this.#stopProving();
      this.#shortLived = 0;
      this.#options.onChange(true);
    }, this.#options.livesFromMs ?? livesFromMs);
    this.#proving.unref();
  }

  /** A connection that never opened is the business of whoever opens it. */
  #onClosed(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#shortLived = this.#proving === null ? 0 : this.#shortLived + 1;
    this.#stopProving();
    this.#options.onChange(false);
    if (this.#closing.signal.aborted) return;
    this.#reopen().catch((error: unknown) => {
      if (!this.#closing.signal.aborted) this.#options.onRefused(error);
    });
  }

  async #reopen(): Promise<void> {
    // One that closes at once may be chance: from the second on it is no use to hurry.
    const pauseMs = this.#shortLived < 2 ? 0 : toPauseMs(this.#shortLived - 1);
    this.#options.logger.info({ pauseMs }, 'The connection to Slack closed; opening another.');
    await wait(pauseMs, undefined, { signal: this.#closing.signal });
    await this.open();
  }

  #stopProving(): void {
    if (this.#proving !== null) clearTimeout(this.#proving);
    this.#proving = null;
  }
}
