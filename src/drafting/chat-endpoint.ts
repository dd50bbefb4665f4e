// A language model behind any OpenAI-compatible endpoint: Ollama, vLLM, LM Studio, any provider. Edge.
import { setTimeout as wait } from 'node:timers/promises';
import { type Dispatcher, EnvHttpProxyAgent, request } from 'undici';
import { z } from 'zod';
import { toAddress } from '../endpoints/to-address.ts';
import type { Drafter, Said } from '../use-cases/phrasings/drafter.ts';
import type { Prompt } from '../use-cases/phrasings/prompts.ts';

export interface ChatEndpointSettings {
  /** Base address (`http://localhost:11434/v1`) or the full one (`…/chat/completions`). */
  readonly url: string;
  readonly model: string;
  readonly apiKey: string | null;
  /** Patience for one answer: a model on one's own machine takes minutes. */
  readonly timeoutMs?: number;
  /** Pause before the first repetition; each later one is three times as long. */
  readonly retryAfterMs?: number;
}

const TIMEOUT_MS = 300_000;
const RETRY_AFTER_MS = 1_000;
const MOST_ATTEMPTS = 5;
/** A silent endpoint is asked once more, and no more often: each silence takes minutes. */
const MOST_SILENCES = 2;
const LONGEST_PAUSE_MS = 120_000;
const LONGEST_ANSWER = 4_000_000;

/** How an endpoint is told the form of the answer: what one refuses, the next does without. */
const forms = ['json_schema', 'json_object', 'none'] as const;

const Part = z.object({ text: z.string().optional() });
const Answer = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.union([z.string(), z.array(Part)]).nullish() }) })).min(1),
});

interface Response {
  readonly status: number;
  readonly body: string;
  readonly retryAfter: string | null;
}

/** What one request came to. `again`: another may do better, after the pause where the endpoint named one. */
type Outcome =
  | Said
  | { readonly kind: 'again'; readonly problem: string; readonly pauseMs: number | null; readonly isSilence: boolean };

/** Asks over HTTP, by the environment's proxy where there is one. Problems name address, model and status, never the key. */
export class ChatEndpoint implements Drafter {
  readonly #settings: ChatEndpointSettings;
  readonly #address: URL;
  readonly #authorization: string | null;
  readonly #agent: Dispatcher;
  #form = 0;

  constructor(settings: ChatEndpointSettings) {
    this.#settings = settings;
    const { address, authorization } = toAddress(settings, 'chat/completions');
    this.#address = address;
    this.#authorization = authorization;
    const timeoutMs = settings.timeoutMs ?? TIMEOUT_MS;
    this.#agent = new EnvHttpProxyAgent({ headersTimeout: timeoutMs, bodyTimeout: timeoutMs });
  }

  /** Where texts are sent, as a person reads it. */
  get host(): string {
    return this.#address.host;
  }

  /** `onRetry` hears before each further attempt what went wrong, and in how many milliseconds it comes. */
  async ask(
    prompt: Prompt,
    signal: AbortSignal,
    onRetry: (problem: string, pauseMs: number) => void = () => {},
  ): Promise<Said> {
    let silences = 0;
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await this.#tryForms(prompt, signal);
      if (outcome.kind !== 'again') return outcome;
      if (outcome.isSilence) silences += 1;
      const isLast = attempt >= MOST_ATTEMPTS || silences >= MOST_SILENCES || signal.aborted;
      if (isLast) return { kind: 'stopped', problem: outcome.problem };
      const pauseMs = outcome.pauseMs ?? (this.#settings.retryAfterMs ?? RETRY_AFTER_MS) * 3 ** (attempt - 1);
      if (pauseMs > LONGEST_PAUSE_MS) {
        const problem = `${outcome.problem} It wants to be left alone for ${Math.ceil(pauseMs / 1000)} seconds.`;
        return { kind: 'stopped', problem };
      }
      onRetry(outcome.problem, pauseMs);
      await wait(pauseMs, undefined, { signal }).catch(() => {});
    }
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  /** Does without a schema, then without any form, where the endpoint refuses the request as it is. */
  async #tryForms(prompt: Prompt, signal: AbortSignal): Promise<Outcome> {
    for (;;) {
      const form = this.#form;
      const outcome = await this.#once(prompt, forms[form] ?? 'none', signal);
      if (outcome.kind !== 'refused') return outcome;
      if (form >= forms.length - 1) return { kind: 'stopped', problem: outcome.problem };
      this.#form = Math.max(this.#form, form + 1);
    }
  }

  async #once(
    prompt: Prompt,
    form: (typeof forms)[number],
    signal: AbortSignal,
  ): Promise<Outcome | { readonly kind: 'refused'; readonly problem: string }> {
    const response = await this.#post(prompt, form, signal);
    if ('problem' in response) return { kind: 'again', ...response, pauseMs: null };
    const { status, body, retryAfter } = response;
    const problem = this.#problem(`answered ${status}: ${body.replace(/\s+/g, ' ').slice(0, 200)}`);
    if (status === 429 || status >= 500)
      return { kind: 'again', problem, pauseMs: toPauseMs(retryAfter), isSilence: false };
    if (status === 400 || status === 422) return { kind: 'refused', problem };
    if (status !== 200) return { kind: 'stopped', problem };
    const text = toText(body);
    return text === null
      ? { kind: 'unusable', problem: this.#problem('answered with something else than a chat completion') }
      : { kind: 'said', text };
  }

  async #post(
    { system, user, schema }: Prompt,
    form: (typeof forms)[number],
    signal: AbortSignal,
  ): Promise<Response | { readonly problem: string; readonly isSilence: boolean }> {
    const timeoutMs = this.#settings.timeoutMs ?? TIMEOUT_MS;
    const messages = [
      { role: 'system', content: system },
      { role: 'user', content: user },
    ];
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      const response = await request(this.#address, {
        method: 'POST',
        dispatcher: this.#agent,
        headers: {
          'content-type': 'application/json',
          ...(this.#authorization === null ? {} : { authorization: this.#authorization }),
        },
        body: JSON.stringify({ model: this.#settings.model, messages, ...toResponseFormat(form, schema) }),
        signal: AbortSignal.any([signal, timeout]),
      });
      const body = await readBody(response.body);
      const retryAfter = response.headers['retry-after'];
      return { status: response.statusCode, body, retryAfter: typeof retryAfter === 'string' ? retryAfter : null };
    } catch (error) {
      const isSilence = timeout.aborted || /TIMEOUT/.test(reasonOf(error));
      const what = isSilence
        ? `gave no answer within ${timeoutMs / 1000} seconds`
        : `could not be reached (${reasonOf(error)})`;
      return { problem: this.#problem(what), isSilence };
    }
  }

  #problem(what: string): string {
    const { apiKey, model } = this.#settings;
    const message = `${this.#address.origin}${this.#address.pathname} (model ${model}) ${what}.`;
    return apiKey === null || apiKey === '' ? message : message.replaceAll(apiKey, '***');
  }
}

function toResponseFormat(form: (typeof forms)[number], schema: object): object {
  if (form === 'none') return {};
  if (form === 'json_object') return { response_format: { type: form } };
  return { response_format: { type: form, json_schema: { name: 'wordings', strict: true, schema } } };
}

/** Reads at most `LONGEST_ANSWER` bytes: what is longer is no answer to this. */
async function readBody(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > LONGEST_ANSWER) break;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function toText(body: string): string | null {
  try {
    const answer = Answer.safeParse(JSON.parse(body));
    const content = answer.success ? answer.data.choices[0]?.message.content : null;
    if (typeof content === 'string') return content;
    return content?.map(({ text = '' }) => text).join('') ?? null;
  } catch {
    return null;
  }
}

/** Seconds, or the date from which on another request is welcome. https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
function toPauseMs(retryAfter: string | null): number | null {
  if (retryAfter === null) return null;
  const pauseMs = /^\d+(\.\d+)?$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - Date.now();
  return Number.isFinite(pauseMs) ? Math.max(0, pauseMs) : null;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.message;
}
