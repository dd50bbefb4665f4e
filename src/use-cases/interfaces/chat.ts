// Slack as use cases see it. Interface only.
import type { Notice, Reply } from '../../answer/reply/reply.ts';

export interface Thread {
  readonly channel: string;
  readonly threadTs: string;
}

/** `isInThread` is false where the thread's parent is gone and Slack posted the reply top-level instead. */
export interface PostedReply {
  readonly ts: string;
  readonly isInThread: boolean;
}

/** Errors are thrown as `ChatError`, with the method and Slack's code, never a token. */
export interface Chat {
  postReply(thread: Thread, reply: Reply): Promise<PostedReply>;
  /** Posts top-level, for everybody in the channel. */
  postInChannel(channel: string, reply: Reply): Promise<PostedReply>;
  /** Puts a reply in the place of one that the bot posted. */
  updateReply(channel: string, ts: string, reply: Reply): Promise<void>;
  deleteMessage(channel: string, ts: string): Promise<void>;
  /** Shows a sentence to one person only; best effort, as Slack does not promise delivery. */
  notify(
    to: { readonly channel: string; readonly user: string; readonly threadTs: string | null },
    notice: Notice,
  ): Promise<void>;
  /** Shows a text of the bot's own (mrkdwn) to one person only, as `notify` does. */
  whisper(to: Parameters<Chat['notify']>[0], text: string): Promise<void>;
  /** True where a person has replied in the thread after the message `ts`; bots do not count. */
  hasRepliesAfter(thread: Thread, ts: string): Promise<boolean>;
  /** Link to a message, or null where Slack gives none. */
  findPermalink(channel: string, ts: string): Promise<string | null>;
}

/** Slack refused or could not be reached. */
export class ChatError extends Error {
  override readonly name = 'ChatError';
  /** The Web API method. */
  readonly method: string;
  /** Slack's error code (`not_in_channel`), or `unreachable`, `http_503` …. */
  readonly code: string;

  constructor(method: string, code: string, options?: ErrorOptions) {
    super(`Slack refused ${method}: ${code}`, options);
    this.method = method;
    this.code = code;
  }
}
