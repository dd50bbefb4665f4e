// Answers Web API calls: who calls, may they, how often, then the method itself; every call is noted down. Edge.
import type { JsonObject } from '../state/json.ts';
import type { World } from '../state/world.ts';
import { ApiFault } from './api-fault.ts';
import { Arguments } from './arguments.ts';
import { HANDLERS } from './handlers.ts';
import { COMMON_ERRORS, METHODS, type MethodSpec } from './method-table.ts';
import type { RateLimiter } from './rate-limiter.ts';

export interface Tokens {
  readonly bot: string;
  readonly app: string;
}

/** One call as it came, for tests and for looking on. */
export interface ApiCall {
  readonly method: string;
  /** As read: JSON fields parsed, numbers and flags as such. */
  readonly args: JsonObject;
  readonly answer: JsonObject;
  /** Milliseconds since 1970. */
  readonly atMs: number;
}

export interface ApiAnswer {
  readonly body: JsonObject;
  /** Seconds, where the call came too soon. */
  readonly retryAfter: number | null;
  /** HTTP status; `lost`: the call was carried out, but the connection breaks before the answer. */
  readonly status: number | 'lost';
}

/** What goes wrong with one call, for tests: Slack refuses, fails, makes wait, or the answer is lost on the way. */
export type Trouble =
  | { readonly error: string }
  | { readonly status: number }
  | { readonly retryAfter: number }
  | { readonly lost: true };

/** A workspace that runs for days forgets the oldest calls. */
const MAX_CALLS = 10_000;

export class WebApi {
  readonly #world: World;
  readonly #tokens: Tokens;
  readonly #limiter: RateLimiter | null;
  readonly #troubles = new Map<string, Trouble[]>();
  readonly #calls: ApiCall[] = [];

  /** Without `limiter` nothing is limited. */
  constructor(world: World, tokens: Tokens, limiter: RateLimiter | null) {
    this.#world = world;
    this.#tokens = tokens;
    this.#limiter = limiter;
  }

  get calls(): readonly ApiCall[] {
    return this.#calls;
  }

  get scopes(): readonly string[] {
    return [...this.#world.app.scopes];
  }

  /** The next call of `method` runs into `trouble`; several wait for their turn. */
  arrange(method: string, trouble: Trouble): void {
    this.#troubles.set(method, [...(this.#troubles.get(method) ?? []), trouble]);
  }

  /** `raw`: the fields as they came; `isJson`: as a JSON body. */
  answer(method: string, token: string | null, raw: JsonObject, isJson: boolean): ApiAnswer {
    const read = this.#read(method, token, raw, isJson);
    const trouble = this.#troubles.get(method)?.shift();
    const answer = read instanceof ApiFault ? refuse(read) : this.#run(method, read, trouble);
    const args = read instanceof ApiFault ? raw : read.values;
    if (this.#calls.length >= MAX_CALLS) this.#calls.shift();
    this.#calls.push({ method, args, answer: answer.body, atMs: this.#world.clock.now() });
    this.#world.changes.publish({ type: 'activity' });
    return answer;
  }

  #read(method: string, token: string | null, raw: JsonObject, isJson: boolean): Arguments | ApiFault {
    return catchFault(() => {
      const spec = needSpec(method, isJson);
      needToken(spec, token, this.#tokens);
      needScopes(this.#world, spec);
      return Arguments.read(spec, raw);
    });
  }

  #run(method: string, args: Arguments, trouble: Trouble | undefined): ApiAnswer {
    if (trouble !== undefined && !('lost' in trouble)) return toTrouble(trouble);
    const { tier, errors } = METHODS[method] ?? { tier: 'none', errors: [] };
    const waitSeconds = this.#limiter?.take(tier, tier === 'post' ? `post ${args.text('channel')}` : method) ?? null;
    if (waitSeconds !== null) return toTrouble({ retryAfter: waitSeconds });
    const fields = catchFault(() => HANDLERS[method]?.(this.#world, args) ?? {});
    if (fields instanceof ApiFault) return refuseKnown(method, fields, errors);
    return { body: { ok: true, ...fields }, retryAfter: null, status: trouble === undefined ? 200 : 'lost' };
  }
}

function catchFault<Result>(run: () => Result): Result | ApiFault {
  try {
    return run();
  } catch (fault) {
    if (fault instanceof ApiFault) return fault;
    throw fault;
  }
}

/** A code that the method's table does not name is a mistake of the workspace. */
function refuseKnown(method: string, fault: ApiFault, errors: readonly string[]): ApiAnswer {
  if (errors.includes(fault.code) || COMMON_ERRORS.includes(fault.code)) return refuse(fault);
  throw new Error(`${method} refuses with ${fault.code}, which its table does not name`);
}

function refuse(fault: ApiFault): ApiAnswer {
  return { body: { ok: false, error: fault.code, ...fault.details }, retryAfter: null, status: 200 };
}

function toTrouble(trouble: Exclude<Trouble, { lost: true }>): ApiAnswer {
  if ('error' in trouble) return refuse(new ApiFault(trouble.error));
  if ('status' in trouble)
    return { body: { ok: false, error: 'internal_error' }, retryAfter: null, status: trouble.status };
  return { body: { ok: false, error: 'ratelimited' }, retryAfter: trouble.retryAfter, status: 429 };
}

function needSpec(method: string, isJson: boolean): MethodSpec {
  const spec = Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
  // Slack answers so, with status 200: clients retry other statuses for half an hour.
  if (spec === undefined) throw new ApiFault('unknown_method', [], { req_method: method });
  if (isJson && !spec.takesJson) throw new ApiFault('invalid_arguments', ['[ERROR] this method takes no JSON body']);
  return spec;
}

function needToken(spec: MethodSpec, token: string | null, tokens: Tokens): void {
  if (token === null || token === '') throw new ApiFault('not_authed');
  if (token !== tokens.bot && token !== tokens.app) throw new ApiFault('invalid_auth');
  if (token !== tokens[spec.token]) throw new ApiFault('not_allowed_token_type');
}

function needScopes(world: World, spec: MethodSpec): void {
  const { scopes } = world.app;
  if (spec.scopes.length === 0 || spec.scopes.some((scope) => scopes.has(scope))) return;
  throw new ApiFault('missing_scope', [], { needed: spec.scopes.join(','), provided: [...scopes].join(',') });
}
