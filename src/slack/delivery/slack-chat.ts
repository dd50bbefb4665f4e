// Slack's Web API as the use cases see it. Edge. The one place where Slack's errors are wrapped.
import type { WebClient } from '@slack/web-api';
import type { Notice, Reply } from '../../answer/reply/reply.ts';
import { notices } from '../../answer/wording.ts';
import { type Chat, ChatError, type PostedReply, type Thread } from '../../use-cases/interfaces/chat.ts';
import { toAnswerActions } from '../answer/answer-actions.ts';
import { type ReplyMessage, toReplyMessage } from '../answer/reply-message.ts';
import { toErrorCode } from '../connection/error-code.ts';

/** Slack adds no preview of its own to what the bot says. */
const quiet = { unfurl_links: false, unfurl_media: false } as const;

/** Of the messages after a reply, so many are looked through for one by a person. */
const repliesLooked = 100;

export class SlackChat implements Chat {
  readonly #client: WebClient;

  readonly #canAskTeam: boolean;

  /** `canAskTeam`: whether *Ask the team* stands under answers. */
  constructor(client: WebClient, { canAskTeam }: { readonly canAskTeam: boolean }) {
    this.#client = client;
    this.#canAskTeam = canAskTeam;
  }

  async postReply({ channel, threadTs }: Thread, reply: Reply): Promise<PostedReply> {
    return await this.#post({ channel, thread_ts: threadTs, ...this.#toMessage(reply) });
  }

  async postInChannel(channel: string, reply: Reply): Promise<PostedReply> {
    return await this.#post({ channel, ...this.#toMessage(reply) });
  }

  async updateReply(channel: string, ts: string, reply: Reply): Promise<void> {
    await call('chat.update', () => this.#client.chat.update({ channel, ts, ...this.#toMessage(reply) }));
  }

  #toMessage(reply: Reply): ReplyMessage {
    return toReplyMessage(reply, toAnswerActions(reply, { canAskTeam: this.#canAskTeam }));
  }

  async #post(message: ReplyMessage & { readonly channel: string; readonly thread_ts?: string }): Promise<PostedReply> {
    const posted = await call('chat.postMessage', () => this.#client.chat.postMessage({ ...message, ...quiet }));
    return { ts: posted.ts ?? '', isInThread: posted.message?.thread_ts !== undefined };
  }

  async deleteMessage(channel: string, ts: string): Promise<void> {
    await call('chat.delete', () => this.#client.chat.delete({ channel, ts }));
  }

  async notify(to: Parameters<Chat['notify']>[0], notice: Notice): Promise<void> {
    await this.whisper(to, notices[notice]);
  }

  async whisper({ channel, user, threadTs }: Parameters<Chat['notify']>[0], text: string): Promise<void> {
    const thread = threadTs === null ? {} : { thread_ts: threadTs };
    await call('chat.postEphemeral', () => this.#client.chat.postEphemeral({ channel, user, text, ...thread }));
  }

  async hasRepliesAfter({ channel, threadTs }: Thread, ts: string): Promise<boolean> {
    const page = await call('conversations.replies', () =>
      this.#client.conversations.replies({ channel, ts: threadTs, oldest: ts, limit: repliesLooked }),
    );
    return (page.messages ?? []).some(
      (message) => message.bot_id === undefined && Number(message.ts) > Number(ts) && message.user !== undefined,
    );
  }

  async findPermalink(channel: string, ts: string): Promise<string | null> {
    const found = await call('chat.getPermalink', () => this.#client.chat.getPermalink({ channel, message_ts: ts }));
    return found.permalink ?? null;
  }
}

/** Runs one call of the Web API. Throws `ChatError` with the method and Slack's code; the token is in neither. */
export async function call<Result>(method: string, run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (cause) {
    throw new ChatError(method, toErrorCode(cause), { cause });
  }
}
