// Tries to reach Slack until it answers, with growing pauses. Edge.
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from '../../use-cases/interfaces/logger.ts';
import { isRefusal, toErrorCode } from './error-code.ts';

const firstPauseMs = 1000;
const longestPauseMs = 60_000;

export interface ReachOptions {
  readonly logger: Logger;
  /** Aborted: no further try, and the promise rejects. */
  readonly signal: AbortSignal;
  /** Whose token a refusal is about: the name of its variable. */
  readonly variable: 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN';
}

/** Slack will not have this token. The message names the variable, never its value. */
export class TokenRefusedError extends Error {
  override readonly name = 'TokenRefusedError';
}

const sources = {
  SLACK_BOT_TOKEN: '"OAuth & Permissions" of the app at https://api.slack.com/apps',
  SLACK_APP_TOKEN:
    '"Basic Information", App-Level Tokens (scope connections:write), of the app at https://api.slack.com/apps',
} as const;

/** Pause before the next try, in milliseconds: doubled after each failure, a minute at most. */
export function toPauseMs(failures: number): number {
  return Math.min(firstPauseMs * 2 ** (failures - 1), longestPauseMs);
}

/** What `attempt` yields, as soon as Slack answers. Throws `TokenRefusedError` where Slack answers no. */
export async function reachSlack<Result>(attempt: () => Promise<Result>, options: ReachOptions): Promise<Result> {
  const { logger, signal, variable } = options;
  for (let failures = 1; ; failures += 1) {
    signal.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      if (isRefusal(error)) throw new TokenRefusedError(describeRefusal(toErrorCode(error), variable));
      const pauseMs = toPauseMs(failures);
      const reason = toErrorCode(error);
      logger.warn({ reason, pauseMs }, `Slack cannot be reached. Trying again in ${pauseMs / 1000} s.`);
      await wait(pauseMs, undefined, { signal });
    }
  }
}

/** What the operator reads where Slack refuses a token with `code`. */
export function describeRefusal(code: string, variable: ReachOptions['variable']): string {
  return `Slack refuses ${variable} (${code}). Copy it again from ${sources[variable]}.`;
}
