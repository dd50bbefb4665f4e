// What the bot has posted, and where. Interface only.

/** An entry that a reply shows, with what it showed: enough to see later whether the note has changed. */
export interface RepliedEntry {
  readonly entryKey: string;
  readonly question: string;
}

export interface StoredReply {
  readonly team: string;
  readonly channel: string;
  /** Slack's timestamp of the reply itself. */
  readonly ts: string;
  readonly threadTs: string;
  /** Timestamp of the message that the reply answers. */
  readonly questionTs: string;
  /** User id of who asked, or null once it was removed. */
  readonly asker: string | null;
  readonly kind: 'answer' | 'suggest' | 'not-in-notes' | 'help';
  readonly entries: readonly RepliedEntry[];
  /** Milliseconds since 1970, UTC. */
  readonly postedAt: number;
}

export interface ReplyStore {
  save(reply: StoredReply): Promise<void>;
  /** Replies in a thread, oldest first. */
  listInThread(team: string, channel: string, threadTs: string): Promise<readonly StoredReply[]>;
  find(team: string, channel: string, ts: string): Promise<StoredReply | null>;
  remove(team: string, channel: string, ts: string): Promise<void>;
}
