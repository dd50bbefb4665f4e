// Wordings that the team taught in Slack. Interface only.
import type { LearnedWording } from '../../knowledge/learned-wording.ts';

export interface StoredWording extends LearnedWording {
  readonly team: string;
  /** User id and name (plain text) of who taught it. */
  readonly taughtBy: string;
  readonly taughtByName: string;
  /** Milliseconds since 1970, UTC. */
  readonly taughtAt: number;
  /** The message that it was read out of, and who wrote that. */
  readonly channel: string;
  readonly ts: string;
  readonly asker: string | null;
}

/** Every change also changes `version`, in the same transaction. */
export interface LearnedStore {
  /** Keeps a wording; the same wording taught before, whatever for, makes room for it. */
  add(wording: StoredWording): Promise<void>;
  find(id: string): Promise<StoredWording | null>;
  /** All that count, the oldest first. */
  list(): Promise<readonly StoredWording[]>;
  remove(ids: readonly string[]): Promise<void>;
  /** Hands all wordings of an entry to another one: the entry was renamed. Gives how many. */
  move(entryKey: string, to: Pick<LearnedWording, 'entryKey' | 'note' | 'entryId'>): Promise<number>;
  markExported(ids: readonly string[], at: number): Promise<void>;
  version(): Promise<string>;
}
