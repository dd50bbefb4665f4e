// What the bot has posted, and where. Interface only.
import type { Byline, EarlierAnswer, Perhaps } from '../../answer/reply/reply.ts';

/** An entry that a reply shows or offers, with what it showed: enough to see later whether the note has changed. */
export interface RepliedEntry {
  readonly entryKey: string;
  readonly question: string;
  /** The question as the asker put it, where the message held several; null once it was removed. */
  readonly asked: string | null;
  /** Plain text of the passage that the excerpt was cut around, or null for the beginning. */
  readonly passage: string | null;
  /** When a note's change was brought into it, or null. Milliseconds since 1970, UTC. */
  readonly updatedAt: number | null;
  /** Of what was shown (see `toFingerprint`), or null where only the question was. */
  readonly fingerprint: string | null;
}

export interface StoredReply {
  readonly team: string;
  readonly channel: string;
  /** Slack's timestamp of the reply itself. */
  readonly ts: string;
  readonly threadTs: string;
  /** Timestamp of the message that the reply answers; of the reply itself where it answers none. */
  readonly questionTs: string;
  /** User id of who asked, or null once it was removed. */
  readonly asker: string | null;
  readonly kind: 'answer' | 'suggest' | 'not-in-notes' | 'help';
  /** `auto`: the bot by itself, which follows edits of the question; `linked` and `shared`: somebody brought it. */
  readonly purpose: 'auto' | 'linked' | 'shared';
  readonly entries: readonly RepliedEntry[];
  readonly alreadyAnswered: readonly EarlierAnswer[];
  /** Questions of the message that the notes do not cover, as the reply says. */
  readonly notCovered: readonly string[];
  /** Those that it does not answer for certain, with what probably does; left out where there are none. */
  readonly perhaps?: readonly Perhaps[];
  readonly byline: Byline | null;
  /** Milliseconds since 1970, UTC. */
  readonly postedAt: number;
}

/** What names a posted reply. */
export type ReplyPlace = Pick<StoredReply, 'team' | 'channel' | 'ts'>;

export interface ReplyStore {
  save(reply: StoredReply): Promise<void>;
  /** Keeps what a reply shows of its entries now, and touches nothing that may have been removed meanwhile. */
  saveEntries(place: ReplyPlace, entries: readonly RepliedEntry[]): Promise<void>;
  /** Replies in a thread, oldest first. */
  listInThread(team: string, channel: string, threadTs: string): Promise<readonly StoredReply[]>;
  /** Replies to one message, oldest first. */
  listForQuestion(team: string, channel: string, questionTs: string): Promise<readonly StoredReply[]>;
  /** Replies in a channel posted since `since` (milliseconds), oldest first. */
  listSince(team: string, channel: string, since: number): Promise<readonly StoredReply[]>;
  /** Answers of all teams in the order they were posted, at most `limit`, after the one named (null: from the first). */
  listAnswers(after: ReplyPlace | null, limit: number): Promise<readonly StoredReply[]>;
  /** Keys of the entries that answers posted in a team (null: in all) since `since` (milliseconds) show: of the newest `limit`, the newest first. */
  listAnsweredKeys(team: string | null, since: number, limit: number): Promise<readonly string[]>;
  find(team: string, channel: string, ts: string): Promise<StoredReply | null>;
  remove(team: string, channel: string, ts: string): Promise<void>;
}
