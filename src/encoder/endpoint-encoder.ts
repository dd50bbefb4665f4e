// A sentence encoder behind any OpenAI-compatible endpoint: Ollama, TEI, vLLM, OpenAI … Edge.
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { toAddress } from '../endpoints/to-address.ts';
import type { EncodedText, EncodeOptions, Encoder } from '../use-cases/interfaces/encoder.ts';
import { hasWords, normalised } from './vectors.ts';

export interface EndpointSettings {
  /** Base address (`http://localhost:11434/v1`) or the full one (`…/embeddings`). */
  readonly url: string;
  readonly model: string;
  readonly apiKey: string | null;
  /** Texts in one request. */
  readonly batchSize?: number;
  /** Patience for one request of a batch; a question has a fifth of it. */
  readonly timeoutMs?: number;
  /** Pause before the first repetition; each later one is four times as long. */
  readonly retryAfterMs?: number;
}

const BATCH_SIZE = 32;
const TIMEOUT_MS = 30_000;
const RETRY_AFTER_MS = 250;
const MOST_ATTEMPTS = 4;
const LONGEST_PAUSE_MS = 10_000;
/** Characters sent of one text; models commonly read 256 to 512 tokens. */
const LONGEST_TEXT = 2_000;

const Answer = z.object({
  data: z.array(z.object({ index: z.number().optional(), embedding: z.array(z.number()).min(1) })),
});

/** A failure that another attempt may mend: the endpoint is busy, restarting or slow. */
class Passing extends Error {
  readonly pauseMs: number | null;
  constructor(message: string, pauseMs: number | null = null) {
    super(message);
    this.pauseMs = pauseMs;
  }
}

/** Encoder over HTTP. Errors name address, status and the endpoint's own words, never the key. */
export class EndpointEncoder implements Encoder {
  readonly name: string;
  readonly hasTokens = false;
  readonly #address: URL;
  readonly #settings: EndpointSettings;
  readonly #authorization: string | null;
  readonly #closing = new AbortController();
  #dimensions: number | null = null;

  constructor(settings: EndpointSettings) {
    this.#settings = settings;
    const { address, authorization } = toAddress(settings, 'embeddings');
    this.#address = address;
    this.#authorization = authorization;
    this.name = `${settings.model} at ${this.#address.origin}${this.#address.pathname}`;
  }

  async encode(texts: readonly string[], options: EncodeOptions = {}): Promise<readonly Float32Array[]> {
    const size = this.#settings.batchSize ?? BATCH_SIZE;
    const isQuestion = options.priority === 'question';
    const vectors: Float32Array[] = [];
    for (let start = 0; start < texts.length; start += size) {
      vectors.push(...(await this.#encodePortion(texts.slice(start, start + size), isQuestion)));
      options.onProgress?.(vectors.length, texts.length);
    }
    return vectors;
  }

  /** Endpoints tell nothing of tokens. */
  async encodeTokens(texts: readonly string[], options: EncodeOptions = {}): Promise<readonly EncodedText[]> {
    return (await this.encode(texts, options)).map((vector) => ({ vector, tokens: null }));
  }

  async close(): Promise<void> {
    this.#closing.abort();
  }

  async #encodePortion(texts: readonly string[], isQuestion: boolean): Promise<readonly Float32Array[]> {
    const spoken = texts.filter(hasWords);
    // Where nothing else says how long a vector of this model is, a word does.
    const asked = spoken.length === 0 && this.#dimensions === null ? ['word'] : spoken;
    const vectors = asked.length === 0 ? [] : await this.#persist(asked, isQuestion);
    const inOrder = vectors.values();
    return texts.map(
      (text) => (hasWords(text) ? inOrder.next().value : null) ?? new Float32Array(this.#dimensions ?? 0),
    );
  }

  /** Asks until it is answered: a question twice at most, a batch `MOST_ATTEMPTS` times. */
  async #persist(texts: readonly string[], isQuestion: boolean): Promise<readonly Float32Array[]> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#ask(texts, isQuestion);
      } catch (error) {
        const isLast = attempt >= (isQuestion ? 2 : MOST_ATTEMPTS);
        if (!(error instanceof Passing) || isLast || this.#closing.signal.aborted) throw error;
        const pauseMs = error.pauseMs ?? (this.#settings.retryAfterMs ?? RETRY_AFTER_MS) * 4 ** (attempt - 1);
        await wait(Math.min(pauseMs, LONGEST_PAUSE_MS), undefined, { signal: this.#closing.signal });
      }
    }
  }

  async #ask(texts: readonly string[], isQuestion: boolean): Promise<readonly Float32Array[]> {
    const patienceMs = (this.#settings.timeoutMs ?? TIMEOUT_MS) / (isQuestion ? 5 : 1);
    const response = await this.#post(texts, AbortSignal.any([this.#closing.signal, AbortSignal.timeout(patienceMs)]));
    const answer = Answer.safeParse(response);
    if (!answer.success) throw this.#problem('answered with something else than a list of embeddings');
    const { data } = answer.data;
    if (data.length !== texts.length) throw this.#problem(`gave ${data.length} vectors for ${texts.length} texts`);
    const inOrder = data.toSorted((one, other) => (one.index ?? 0) - (other.index ?? 0));
    return inOrder.map(({ embedding }) => this.#checked(embedding));
  }

  #checked(embedding: readonly number[]): Float32Array {
    this.#dimensions ??= embedding.length;
    if (embedding.length !== this.#dimensions)
      throw this.#problem(`gave a vector of ${embedding.length} numbers where others had ${this.#dimensions}`);
    return normalised(embedding);
  }

  async #post(texts: readonly string[], signal: AbortSignal): Promise<unknown> {
    const { model } = this.#settings;
    const input = texts.map((text) => text.slice(0, LONGEST_TEXT));
    const response = await fetch(this.#address, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(this.#authorization === null ? {} : { authorization: this.#authorization }),
      },
      body: JSON.stringify({ model, input, encoding_format: 'float' }),
      signal,
    }).catch((error: unknown) => {
      throw new Passing(this.#problem(`could not be reached (${reasonOf(error)})`).message);
    });
    const body = await response.text().catch((error: unknown) => {
      throw new Passing(this.#problem(`broke off its answer (${reasonOf(error)})`).message);
    });
    if (response.ok) return parseJson(body);
    const problem = this.#problem(`answered ${response.status}: ${body.slice(0, 200)}`);
    if (response.status !== 429 && response.status < 500) throw problem;
    const pauseSeconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    throw new Passing(problem.message, Number.isFinite(pauseSeconds) ? pauseSeconds * 1_000 : null);
  }

  #problem(what: string): Error {
    const { apiKey, model } = this.#settings;
    const message = `The embeddings endpoint ${this.#address.origin}${this.#address.pathname} (model ${model}) ${what}.`;
    return new Error(apiKey === null || apiKey === '' ? message : message.replaceAll(apiKey, '***'));
  }
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : null;
  return code ?? error.message;
}
