// The channels and who is in them. Pure.
import type { Prompt } from '../../intro.ts';
import type { User } from '../../page-api.ts';
import { BOT_USER_ID, directChannelId, PEOPLE, type SeedChannel } from '../state/seed.ts';

export interface StoredChannel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'direct';
  readonly topic: string;
  /** Milliseconds since 1970. */
  readonly createdMs: number;
  readonly memberIds: ReadonlySet<string>;
  /** Questions that the bot offers to begin with; only in direct messages. */
  readonly prompts?: readonly Prompt[];
}

export class ChannelStore {
  readonly #channels = new Map<string, StoredChannel>();

  constructor(seed: readonly SeedChannel[], people: readonly User[], nowMs: number) {
    for (const channel of seed) {
      this.#put({ ...channel, createdMs: nowMs, memberIds: new Set(channel.memberIds) });
    }
    for (const { id, name } of people) {
      const memberIds = new Set([id, BOT_USER_ID]);
      this.#put({ id: directChannelId(id), name, kind: 'direct', topic: '', createdMs: nowMs, memberIds });
    }
  }

  all(): readonly StoredChannel[] {
    return [...this.#channels.values()];
  }

  /** By id, or by name with or without `#`. */
  find(idOrName: string): StoredChannel | undefined {
    const name = idOrName.replace(/^#/, '');
    const byName = (channel: StoredChannel): boolean => channel.kind !== 'direct' && channel.name === name;
    return this.#channels.get(idOrName) ?? this.all().find(byName);
  }

  hasMember(id: string, userId: string): boolean {
    return this.#channels.get(id)?.memberIds.has(userId) ?? false;
  }

  /** False where the person was in it already. */
  join(id: string, userId: string): boolean {
    const channel = this.#channels.get(id);
    if (channel === undefined || channel.memberIds.has(userId)) return false;
    this.#put({ ...channel, memberIds: new Set([...channel.memberIds, userId]) });
    return true;
  }

  /** False where the person was not in it. */
  leave(id: string, userId: string): boolean {
    const channel = this.#channels.get(id);
    if (!channel?.memberIds.has(userId)) return false;
    this.#put({ ...channel, memberIds: new Set([...channel.memberIds].filter((member) => member !== userId)) });
    return true;
  }

  setPrompts(id: string, prompts: readonly Prompt[]): void {
    const channel = this.#channels.get(id);
    if (channel !== undefined) this.#put({ ...channel, prompts });
  }

  #put(channel: StoredChannel): void {
    this.#channels.set(channel.id, channel);
  }
}

/** Whether a person or the bot can see that the channel exists. A guest sees only where it was invited. */
export function isVisibleTo(channel: StoredChannel, userId: string): boolean {
  return channel.memberIds.has(userId) || (channel.kind === 'public' && userId !== PEOPLE.guest.id);
}
