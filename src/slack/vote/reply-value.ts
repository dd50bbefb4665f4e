// What a button in a private message carries to say which reply it is about. Edge.

/** `ts`: timestamp of the reply. */
export function toReplyValue(ts: string): string {
  return `reply:${ts}`;
}

/** The reply's timestamp, or null for anything else. Whether there is such a reply, and whose, is looked up when pressed. */
export function parseReplyValue(value: string): string | null {
  return /^reply:(\d+\.\d+)$/.exec(value)?.[1] ?? null;
}
