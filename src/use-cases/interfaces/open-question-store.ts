// Questions that the notes did not answer, for the team. Interface only.

/** Who of the team takes a question: user id, name as plain text, and since when (milliseconds since 1970, UTC). */
export interface TakenBy {
  readonly user: string;
  readonly name: string;
  readonly at: number;
}

export interface StoredOpenQuestion {
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
  /** The thread in which it was asked; left out or null for one that began none. */
  readonly threadTs?: string | null;
  /** Left out where nobody has taken it. */
  readonly taken?: TakenBy;
  /** Place of the question within its message, from 0. */
  readonly position: number;
  /** Null where it was asked without a name. */
  readonly user: string | null;
  readonly text: string;
  readonly nearestEntryKey: string | null;
  /** Milliseconds since 1970, UTC. */
  readonly askedAt: number;
}

export interface OpenQuestionStore {
  /** Keeps the questions; one that is there already stays as it is. */
  record(questions: readonly StoredOpenQuestion[]): Promise<void>;
  /** Removes the questions of one message. */
  removeFor(team: string, channel: string, ts: string): Promise<void>;
  /** Those of one message, in order. */
  listFor(team: string, channel: string, ts: string): Promise<readonly StoredOpenQuestion[]>;
  /** Removes one of them. */
  remove(question: Pick<StoredOpenQuestion, 'team' | 'channel' | 'ts' | 'position'>): Promise<void>;
  /** Somebody takes it now, in whoever's place, or (null) gives it back. */
  take(question: Pick<StoredOpenQuestion, 'team' | 'channel' | 'ts' | 'position'>, by: TakenBy | null): Promise<void>;
  /** Those taken before `before` (milliseconds) of which nobody was reminded since. */
  listTaken(before: number): Promise<readonly StoredOpenQuestion[]>;
  /** Who took it has been reminded. */
  noteReminded(question: Pick<StoredOpenQuestion, 'team' | 'channel' | 'ts' | 'position'>, at: number): Promise<void>;
  /** The newest first, at most `limit`. */
  list(team: string, limit: number): Promise<readonly StoredOpenQuestion[]>;
  /** The texts alone, of all workspaces, the newest first, at most `limit`. */
  listTexts(limit: number): Promise<readonly string[]>;
}
