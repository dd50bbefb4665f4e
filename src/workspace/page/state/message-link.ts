// Links to messages: `/archives/<channel>/p<ts without its point>`, for a reply with `?thread_ts=<root>`. Pure.

/** A message by channel and time. */
export interface MessageRef {
  readonly channel: string;
  readonly ts: string;
}

export interface MessageLink {
  readonly message: MessageRef;
  /** The thread that the message is a reply in, or null. */
  readonly root: MessageRef | null;
}

/** The message that an address on `origin` leads to, or null where it leads anywhere else. */
export function parseMessageLink(address: string, origin: string): MessageLink | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const [, channel, seconds, fraction] = /^\/archives\/([A-Z0-9]+)\/p(\d+)(\d{6})$/.exec(url.pathname) ?? [];
  if (url.origin !== origin || channel === undefined) return null;
  const ts = `${seconds}.${fraction}`;
  const rootTs = url.searchParams.get('thread_ts');
  const isReply = rootTs !== null && rootTs !== ts;
  return { message: { channel, ts }, root: isReply ? { channel, ts: rootTs } : null };
}
