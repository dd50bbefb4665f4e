// What went wrong with a call of Slack's Web API, as one short code, and what that means. Edge.
import type { ChatFailure } from '../../use-cases/interfaces/chat.ts';

/** Slack asks to come again: nothing was carried out. */
const tooFast = new Set(['ratelimited', 'rate_limited']);

/** Slack does not take the token: nothing was carried out, and all will be well once the operator has seen to it. */
const tokenTrouble = new Set([
  'account_inactive',
  'invalid_auth',
  'not_authed',
  'token_expired',
  'token_revoked',
  'two_factor_setup_required',
]);

/** The workspace is being moved to another organisation, or has had its fill: it takes nothing meanwhile. */
const closedFor = new Set([
  'accesslimited',
  'external_channel_migrating',
  'message_limit_exceeded',
  'org_login_required',
  'team_added_to_org',
]);

/** The fault is Slack's own, and nobody knows how far it came. */
const slackTrouble = new Set([
  'fatal_error',
  'fetch_members_failed',
  'internal_error',
  'request_timeout',
  'service_unavailable',
  'timeout',
  'unreadable',
  'update_failed',
]);

/** Slack's own code (`not_in_channel`), `http_503`, `rate_limited`, `unreadable` (a page instead of JSON), or `unreachable` where no answer came. */
export function toErrorCode(error: unknown): string {
  return findPlatformCode(error) ?? toTransportCode(error);
}

/** True where Slack answered and means it: trying again changes nothing. */
export function isRefusal(error: unknown): boolean {
  const code = findPlatformCode(error);
  return code !== null && isRefusalCode(code);
}

/** `code`: as `toErrorCode` gives it. */
export function isRefusalCode(code: string): boolean {
  const isTransport = code.startsWith('http_') || code === 'unreachable' || code === 'unknown';
  return !isTransport && !tooFast.has(code) && !closedFor.has(code) && !slackTrouble.has(code);
}

export function isTokenTrouble(code: string): boolean {
  return tokenTrouble.has(code);
}

/** Too fast for Slack, however it says so. */
export function isTooFast(code: string): boolean {
  return tooFast.has(code);
}

export function toFailure(error: unknown): ChatFailure {
  const code = toErrorCode(error);
  if (isTooFast(code) || isTokenTrouble(code) || closedFor.has(code)) return 'not-now';
  return isRefusal(error) ? 'refused' : 'unanswered';
}

/** How long Slack asks to wait, in milliseconds; 0 where it does not say. */
export function toRetryAfterMs(error: unknown): number {
  if (typeof error !== 'object' || error === null || !('retryAfter' in error)) return 0;
  return typeof error.retryAfter === 'number' ? error.retryAfter * 1000 : 0;
}

function findPlatformCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('data' in error)) return null;
  const { data } = error;
  if (typeof data !== 'object' || data === null || !('error' in data)) return null;
  // Slack's client gives what it cannot read as the error.
  const code = String(data.error);
  return /^[a-z][a-z0-9_]{1,80}$/.test(code) ? code : 'unreadable';
}

function toTransportCode(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'unknown';
  if ('statusCode' in error) return `http_${String(error.statusCode)}`;
  return 'retryAfter' in error ? 'rate_limited' : 'unreachable';
}
