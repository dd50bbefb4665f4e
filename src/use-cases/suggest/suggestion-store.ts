// Quiet suggestions: what was offered to whom, and what became of it. Interface only.

/** `offered`: not chosen, or not yet; `shown`: an answer is on view; `posted`: it stands in the thread; `refused`: none of these. */
export type SuggestionState = 'offered' | 'shown' | 'posted' | 'refused';

export interface StoredSuggestion {
  /** All that its buttons carry: nobody can guess it. */
  readonly key: string;
  readonly team: string;
  readonly channel: string;
  /** Timestamp of the message that asks. */
  readonly ts: string;
  readonly threadTs: string | null;
  /** The one person who sees it. */
  readonly asker: string;
  /** The question as it was read, and its place among those of the message, from 0. */
  readonly question: string;
  readonly position: number;
  /** The whole message as Slack sent it: an edit takes the suggestion's ground away. */
  readonly text: string;
  /** Best first. */
  readonly entryKeys: readonly string[];
  readonly state: SuggestionState;
  /** Milliseconds since 1970, UTC. */
  readonly offeredAt: number;
}

export interface SuggestionStore {
  /** Keeps it, once for each message: false where there is one already. */
  add(suggestion: StoredSuggestion): Promise<boolean>;
  find(key: string): Promise<StoredSuggestion | null>;
  setState(key: string, state: SuggestionState): Promise<void>;
  /** It was never seen. */
  remove(key: string): Promise<void>;
  /** What this person was offered last, the newest first, at most `limit`; the message `exceptTs` left out. */
  listLatest(
    who: { readonly team: string; readonly user: string },
    limit: number,
    exceptTs: string,
  ): Promise<readonly StoredSuggestion[]>;
  /** True where this person wants no suggestions. */
  hasStopped(team: string, user: string): Promise<boolean>;
  setStopped(team: string, user: string, isStopped: boolean): Promise<void>;
}
