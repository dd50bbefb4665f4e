// What became of a message after it was posted: the newest edit, or that it was deleted. Interface only.
import type { Message } from '../../answer/message.ts';

/** A message as it stands now. `message` is null where it was deleted. */
export interface StoredChange {
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
  readonly message: Message | null;
  /** Slack's timestamp of the edit: of two edits the later one counts. */
  readonly changedTs: string;
  /** Milliseconds since 1970, UTC. */
  readonly changedAt: number;
}

export interface ChangeStore {
  /** Keeps the change, unless a later one is there; a deletion is the last one. */
  save(change: StoredChange): Promise<void>;
  find(place: Pick<StoredChange, 'team' | 'channel' | 'ts'>): Promise<StoredChange | null>;
  /** What follows from this change is done. */
  settle(change: Pick<StoredChange, 'team' | 'channel' | 'ts' | 'changedTs'>): Promise<void>;
  /** Changes from before `before` (milliseconds) of which nothing is known to have followed. */
  listUnsettled(before: number): Promise<readonly Pick<StoredChange, 'team' | 'channel' | 'ts'>[]>;
}
