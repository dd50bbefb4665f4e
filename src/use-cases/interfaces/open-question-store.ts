// Questions that the notes did not answer, for the team. Interface only.

export interface StoredOpenQuestion {
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
  /** Place of the question within its message, from 0. */
  readonly position: number;
  readonly user: string;
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
  /** The newest first, at most `limit`. */
  list(team: string, limit: number): Promise<readonly StoredOpenQuestion[]>;
  /** The texts alone, of all workspaces, the newest first, at most `limit`. */
  listTexts(limit: number): Promise<readonly string[]>;
}
