// The one place where Slack's errors are wrapped. Edge.
import { ChatError } from '../../use-cases/interfaces/chat.ts';
import { toErrorCode, toFailure, toRetryAfterMs } from './error-code.ts';

/** Runs one call of the Web API. Throws `ChatError` with the method and Slack's code; the token is in neither. */
export async function call<Result>(method: string, run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (cause) {
    const known = { failure: toFailure(cause), retryAfterMs: toRetryAfterMs(cause), cause };
    throw new ChatError(method, toErrorCode(cause), known);
  }
}
