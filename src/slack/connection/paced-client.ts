// Slack's Web API client as the bot uses it: it waits where Slack asks for it, posts one message at a time in a channel, and
// tells of every call. Edge.
import { setTimeout as wait } from 'node:timers/promises';
import { type WebAPICallResult, WebAPIRateLimitedError, WebClient, type WebClientOptions } from '@slack/web-api';
import { toErrorCode } from './error-code.ts';

/** Hears of each call: its method, and the code of what went wrong, or null. */
export type OnCall = (method: string, error: string | null) => void;

/** So often a call is made again after Slack asked to wait: it was not carried out then. */
const mostAttempts = 10;
const longestWaitSeconds = 60;

export class PacedClient extends WebClient {
  readonly #onCall: OnCall;
  readonly #lastPosts = new Map<string, Promise<unknown>>();

  /** A call that failed in any other way is not repeated: a lost response would become a second message. */
  constructor(token: string, options: WebClientOptions, onCall: OnCall) {
    super(token, { ...options, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true });
    this.#onCall = onCall;
  }

  override async apiCall(method: string, options: Record<string, unknown> = {}): Promise<WebAPICallResult> {
    if (method !== 'chat.postMessage') return await this.#callPatiently(method, options);
    return await this.#inTurn(String(options['channel']), () => this.#callPatiently(method, options));
  }

  /** Slack takes about one message a second in a channel: together they would only be turned away together. */
  async #inTurn<Result>(channel: string, post: () => Promise<Result>): Promise<Result> {
    const before = this.#lastPosts.get(channel) ?? Promise.resolve();
    const posting = before.then(post, post);
    this.#lastPosts.set(channel, posting);
    try {
      return await posting;
    } finally {
      if (this.#lastPosts.get(channel) === posting) this.#lastPosts.delete(channel);
    }
  }

  async #callPatiently(method: string, options: Record<string, unknown>): Promise<WebAPICallResult> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const result = await super.apiCall(method, options);
        this.#onCall(method, null);
        return result;
      } catch (error) {
        this.#onCall(method, toErrorCode(error));
        if (!(error instanceof WebAPIRateLimitedError) || attempt === mostAttempts) throw error;
        if (error.retryAfter > longestWaitSeconds) throw error;
        await wait(error.retryAfter * 1000);
      }
    }
  }
}
