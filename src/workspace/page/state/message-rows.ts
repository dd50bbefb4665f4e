// A channel's or thread's messages as rows: what stands together, and where a new day begins. Pure.
import type { Message } from '../../page-api.ts';

const groupWithinMs = 5 * 60_000;

export type Row =
  /** `day`: local date as `2026-03-09`. */
  | { readonly kind: 'day'; readonly day: string; readonly ms: number }
  /** `grouped`: continues the row above, so that name and picture are not repeated. */
  | { readonly kind: 'message'; readonly message: Message; readonly grouped: boolean };

/** Milliseconds since 1970 of a message's `ts`. */
export function toMs(ts: string): number {
  return Math.floor(Number.parseFloat(ts) * 1000);
}

function toDay(ms: number): string {
  const date = new Date(ms);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Subtypes drawn as one quiet line (somebody joined, left, changed the topic), not as speech. */
export function isQuietLine(message: Message): boolean {
  return message.subtype !== null && /^(channel|group)_/.test(message.subtype);
}

function continues(before: Message, message: Message): boolean {
  const near = toMs(message.ts) - toMs(before.ts) < groupWithinMs;
  const plain = !isQuietLine(before) && !isQuietLine(message) && !message.alsoInChannel && before.replyCount === 0;
  return near && plain && before.userId === message.userId && before.ephemeral === message.ephemeral;
}

/** The rows for messages in order of time. */
export function toRows(messages: readonly Message[]): readonly Row[] {
  const rows: Row[] = [];
  let day = '';
  let before: Message | null = null;
  for (const message of messages) {
    const ms = toMs(message.ts);
    const itsDay = toDay(ms);
    if (itsDay !== day) rows.push({ kind: 'day', day: itsDay, ms });
    rows.push({ kind: 'message', message, grouped: itsDay === day && before !== null && continues(before, message) });
    day = itsDay;
    before = message;
  }
  return rows;
}

/** What a channel shows: top-level messages, replies that were also sent to it, ephemeral ones outside threads. */
export function selectChannelMessages(messages: readonly Message[], channel: string): readonly Message[] {
  return messages.filter(
    (message) => message.channel === channel && (message.threadTs === null || message.alsoInChannel),
  );
}

/** A thread's replies, without its root. */
export function selectReplies(messages: readonly Message[], channel: string, rootTs: string): readonly Message[] {
  return messages.filter((message) => message.channel === channel && message.threadTs === rootTs);
}

/** The person's own last message among these that can be edited, or null. */
export function findLastOwn(messages: readonly Message[], userId: string): Message | null {
  const own = (message: Message): boolean =>
    message.userId === userId && !message.ephemeral && message.subtype === null;
  return messages.findLast(own) ?? null;
}
