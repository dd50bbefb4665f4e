// Slack's Web API client as the bot uses it: it waits where Slack asks for it, repeats what can be repeated, posts one message at
// a time in a channel, and tells of every call. Edge.
import { setTimeout as wait } from 'node:timers/promises';
import { type WebAPICallResult, WebClient, type WebClientOptions } from '@slack/web-api';
import { isRefusal, isTooFast, toErrorCode, toRetryAfterMs } from './error-code.ts';

/** Hears of each call: its method, and the code of what went wrong, or null. */
export type OnCall = (method: string, error: string | null) => void;

/** A second call of these would be a second message, or use up what Slack gives once: a lost response is the caller's business. */
const unrepeatable = new Set(['chat.postMessage', 'chat.postEphemeral', 'views.open', 'views.push']);

/** Nobody waits for these, so they hold nobody up: whoever wants them tries again later. */
const unhurried = new Set(['reactions.add', 'reactions.remove']);

const mostAttempts = 3;
const firstPauseMs = 300;
/** So long a call waits in all where Slack asks to; whoever is asked to wait longer is told. */
const longestWaitMs = 30_000;
/** A post that takes longer than this does not hold up the next one in its channel. */
const longestTurnMs = 3000;

export class PacedClient extends WebClient {
  readonly #onCall: OnCall;
  readonly #lastPosts = new Map<string, Promise<unknown>>();

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
    const posting = before.then(post);
    const turn = Promise.race([
      posting.catch(() => {}),
      before.then(() => wait(longestTurnMs, undefined, { ref: false })),
    ]);
    this.#lastPosts.set(channel, turn);
    try {
      return await posting;
    } finally {
      if (this.#lastPosts.get(channel) === turn) this.#lastPosts.delete(channel);
    }
  }

  async #callPatiently(method: string, options: Record<string, unknown>): Promise<WebAPICallResult> {
    let waitedMs = 0;
    for (let attempt = 1; ; attempt += 1) {
      try {
        const result = await super.apiCall(method, options);
        this.#onCall(method, null);
        return result;
      } catch (error) {
        this.#onCall(method, toErrorCode(error));
        const pauseMs = toPauseMs(method, error, attempt);
        if (pauseMs === null || waitedMs + pauseMs > longestWaitMs) throw error;
        waitedMs += pauseMs;
        await wait(pauseMs);
      }
    }
  }
}

/** How long to wait before the same call again; null where there is none. */
function toPauseMs(method: string, error: unknown, attempt: number): number | null {
  if (unhurried.has(method)) return null;
  if (isTooFast(toErrorCode(error))) return toRetryAfterMs(error) || 1000 * attempt;
  if (isRefusal(error) || unrepeatable.has(method) || attempt === mostAttempts) return null;
  return firstPauseMs * 2 ** (attempt - 1);
}
