// Signed HTTP: events, commands and interactions as POST requests to the app's address. Edge.
// https://docs.slack.dev/authentication/verifying-requests-from-slack
import { createHmac } from 'node:crypto';
import type { Ids } from '../state/ids.ts';
import { isObject, type JsonObject, parseJson } from '../state/json.ts';
import type { Clock } from '../state/timestamps.ts';
import type { Acknowledgement, Envelope, Retry, Transport } from './envelope.ts';

export interface SignedHttpOptions {
  readonly requestUrl: string;
  readonly signingSecret: string;
  readonly verificationToken: string;
  readonly ackTimeoutMs: number;
  readonly clock: Clock;
  readonly ids: Ids;
}

const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';

export class SignedHttp implements Transport {
  /** Whether anybody listens there shows when something is sent. */
  readonly isReachable = true;
  readonly #options: SignedHttpOptions;
  readonly #closing = new AbortController();

  constructor(options: SignedHttpOptions) {
    this.#options = options;
  }

  /** Asks the address to prove itself, as Slack does before it uses one. False where it does not. */
  async verify(): Promise<boolean> {
    const challenge = this.#options.ids.secret(20);
    const body = { token: this.#options.verificationToken, challenge, type: 'url_verification' };
    const response = await this.#post(JSON.stringify(body), JSON_TYPE, {}).catch(() => null);
    if (!response?.ok) return false;
    const text = await response.text();
    const answer = parseJson(text);
    return (isObject(answer) ? answer['challenge'] : text) === challenge;
  }

  async send(envelope: Envelope, retry: Retry | null): Promise<Acknowledgement> {
    const { body, type } = toRequest(envelope);
    try {
      const response = await this.#post(body, type, retryHeaders(retry));
      const text = await response.text();
      if (response.ok) return { ok: true, payload: toAnswer(text, response) };
      return { ok: false, reason: 'http_error', mayRetry: response.headers.get('x-slack-no-retry') !== '1' };
    } catch (error) {
      const reason = error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'connection_failed';
      return { ok: false, reason, mayRetry: true };
    }
  }

  whenReachable(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.#closing.abort();
    return Promise.resolve();
  }

  #post(body: string, type: string, headers: Readonly<Record<string, string>>): Promise<Response> {
    const { requestUrl, signingSecret, ackTimeoutMs, clock } = this.#options;
    const seconds = String(Math.floor(clock.now() / 1000));
    const signature = createHmac('sha256', signingSecret).update(`v0:${seconds}:${body}`).digest('hex');
    return fetch(requestUrl, {
      method: 'POST',
      body,
      signal: AbortSignal.any([AbortSignal.timeout(ackTimeoutMs), this.#closing.signal]),
      headers: {
        'content-type': type,
        'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
        'x-slack-request-timestamp': seconds,
        'x-slack-signature': `v0=${signature}`,
        ...headers,
      },
    });
  }
}

function toRequest({ type, payload }: Envelope): { readonly body: string; readonly type: string } {
  if (type === 'events_api') return { body: JSON.stringify(payload), type: JSON_TYPE };
  const fields = type === 'interactive' ? { payload: JSON.stringify(payload) } : toFields(payload);
  return { body: new URLSearchParams(fields).toString(), type: FORM_TYPE };
}

function toFields(payload: JsonObject): Record<string, string> {
  return Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, String(value)]));
}

const RETRY_REASONS: Readonly<Record<string, string>> = { timeout: 'http_timeout' };

function retryHeaders(retry: Retry | null): Readonly<Record<string, string>> {
  if (retry === null) return {};
  const reason = RETRY_REASONS[retry.reason] ?? retry.reason;
  return { 'x-slack-retry-num': String(retry.attempt), 'x-slack-retry-reason': reason };
}

function toAnswer(text: string, response: Response): unknown {
  if (text === '') return undefined;
  const isJson = response.headers.get('content-type')?.includes(JSON_TYPE) ?? false;
  return isJson ? parseJson(text) : text;
}
