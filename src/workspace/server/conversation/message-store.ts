// All messages of the workspace in memory. Pure.

import { compareTs } from '../state/timestamps.ts';
import type { StoredMessage } from './stored-message.ts';

export class MessageStore {
  readonly #messages = new Map<string, StoredMessage>();
  /** Timestamps of the replies below a root, in order. */
  readonly #replies = new Map<string, readonly string[]>();

  get(channel: string, ts: string): StoredMessage | undefined {
    return this.#messages.get(key(channel, ts));
  }

  /** The message on which a thread hangs; what only one person sees bears none. */
  root(channel: string, threadTs: string | undefined): StoredMessage | undefined {
    const root = threadTs === undefined ? undefined : this.get(channel, threadTs);
    return root?.visibleTo === null ? root : undefined;
  }

  /** Adds or replaces. */
  put(message: StoredMessage): void {
    const isNew = !this.#messages.has(key(message.channel, message.ts));
    this.#messages.set(key(message.channel, message.ts), message);
    if (!isNew || message.threadTs === null || message.visibleTo !== null) return;
    const root = key(message.channel, message.threadTs);
    this.#replies.set(root, [...(this.#replies.get(root) ?? []), message.ts].sort(compareTs));
  }

  remove(message: StoredMessage): void {
    this.#messages.delete(key(message.channel, message.ts));
    if (message.threadTs === null) return;
    const root = key(message.channel, message.threadTs);
    this.#replies.set(
      root,
      (this.#replies.get(root) ?? []).filter((ts) => ts !== message.ts),
    );
  }

  /** Every message of every channel, ephemeral ones too, ordered by `ts`. */
  all(): readonly StoredMessage[] {
    return [...this.#messages.values()].sort((one, other) => compareTs(one.ts, other.ts));
  }

  /** Ordinary messages of a channel, replies included, ordered by `ts`. */
  inChannel(channel: string): readonly StoredMessage[] {
    return this.all().filter((message) => message.channel === channel && message.visibleTo === null);
  }

  /** Ordinary replies below a root, without the root. */
  repliesTo(channel: string, rootTs: string): readonly StoredMessage[] {
    const stamps = this.#replies.get(key(channel, rootTs)) ?? [];
    return stamps.map((ts) => this.get(channel, ts)).filter((message) => message !== undefined);
  }
}

function key(channel: string, ts: string): string {
  return `${channel} ${ts}`;
}
