// What went wrong with a call of Slack's Web API, as one short code. Edge.

/** Codes with which Slack says that the fault is its own, or that it is a matter of time. */
const passing = new Set([
  'fatal_error',
  'internal_error',
  'ratelimited',
  'request_timeout',
  'service_unavailable',
  'team_added_to_org',
]);

/** Slack's own code (`not_in_channel`), `http_503`, `rate_limited`, or `unreachable` where no answer came. */
export function toErrorCode(error: unknown): string {
  return findPlatformCode(error) ?? toTransportCode(error);
}

/** True where Slack answered and means it: trying again changes nothing. */
export function isRefusal(error: unknown): boolean {
  const code = findPlatformCode(error);
  return code !== null && !passing.has(code);
}

function findPlatformCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('data' in error)) return null;
  const { data } = error;
  return typeof data === 'object' && data !== null && 'error' in data ? String(data.error) : null;
}

function toTransportCode(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'unknown';
  if ('statusCode' in error) return `http_${String(error.statusCode)}`;
  return 'retryAfter' in error ? 'rate_limited' : 'unreachable';
}
