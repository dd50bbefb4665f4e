// What was said in Slack, read afterwards. Interface only. Errors are thrown as `ChatError`.
import type { Message } from '../../answer/message.ts';

export interface Conversation {
  /** Its workspace. */
  readonly team: string;
  readonly id: string;
  readonly isDirect: boolean;
}

/** A message as it stands now. */
export interface PastMessage {
  readonly ts: string;
  /** Null where no person wrote it: bots, joins, what was deleted. */
  readonly message: Message | null;
  /** Slack's timestamp of the last edit, or null. */
  readonly editedTs: string | null;
  /** Deleted, and still there because of its replies. */
  readonly isDeleted: boolean;
  /** The bot itself came into the channel. */
  readonly isOwnJoin: boolean;
  /** Timestamp of the newest reply below it, or null where nobody but the bot has replied. */
  readonly latestReplyTs: string | null;
}

export interface History {
  readSelf(): Promise<{ readonly botUser: string; readonly botNames: readonly string[] }>;
  /** Where the bot is a member, channels first; of all workspaces where a whole organisation has installed it. */
  listConversations(): Promise<readonly Conversation[]>;
  /** What stands top-level since `since` (milliseconds since 1970), the oldest first. */
  readConversation(conversation: Conversation, since: number): Promise<readonly PastMessage[]>;
  /** A thread with its parent, the oldest first; nothing where it is gone. */
  readThread(conversation: Conversation, threadTs: string): Promise<readonly PastMessage[]>;
}
