// What the bot says to the team and for it, by Slack's Web API. Edge.
import type { WebClient } from '@slack/web-api';
import type { TeamCard } from '../../answer/reply/team-card.ts';
import type { Destination, TeamChat, WrittenAnswer } from '../../use-cases/ask-team/team-chat.ts';
import { ChatError, type PostedReply } from '../../use-cases/interfaces/chat.ts';
import type { ReplyMessage } from '../answer/reply-message.ts';
import { toDeclinedMessage, toWrittenMessage } from '../ask-team/answer-messages.ts';
import { toCardMessage } from '../ask-team/card-message.ts';
import { call } from './slack-chat.ts';

/** Slack adds no preview of its own to what the bot says. */
const quiet = { unfurl_links: false, unfurl_media: false } as const;

export class SlackTeamChat implements TeamChat {
  readonly #client: WebClient;

  constructor(client: WebClient) {
    this.#client = client;
  }

  async postCard(teamChannel: string, card: TeamCard): Promise<string> {
    return (await this.#post({ channel: teamChannel, threadTs: null }, toCardMessage(card))).ts;
  }

  async updateCard(teamChannel: string, ts: string, card: TeamCard): Promise<void> {
    await call('chat.update', () => this.#client.chat.update({ channel: teamChannel, ts, ...toCardMessage(card) }));
  }

  async postWritten(to: Destination, answer: WrittenAnswer): Promise<PostedReply> {
    return await this.#post(to, toWrittenMessage(answer));
  }

  async postDeclined(to: Destination, questionId: string): Promise<PostedReply> {
    return await this.#post(to, toDeclinedMessage(questionId));
  }

  async openDirect(user: string): Promise<string> {
    const opened = await call('conversations.open', () => this.#client.conversations.open({ users: user }));
    return opened.channel?.id ?? '';
  }

  async isInChannel(channel: string): Promise<boolean> {
    try {
      const found = await call('conversations.info', () => this.#client.conversations.info({ channel }));
      return found.channel?.is_member === true || found.channel?.is_im === true;
    } catch (error) {
      if (error instanceof ChatError && error.code === 'channel_not_found') return false;
      throw error;
    }
  }

  async findName(user: string): Promise<string | null> {
    try {
      const found = await call('users.info', () => this.#client.users.info({ user }));
      const names = [found.user?.real_name, found.user?.profile?.display_name, found.user?.name];
      return names.find((name) => name !== undefined && name !== '') ?? null;
    } catch (error) {
      if (error instanceof ChatError) return null;
      throw error;
    }
  }

  async #post({ channel, threadTs }: Destination, message: ReplyMessage): Promise<PostedReply> {
    const thread = threadTs === null ? {} : { thread_ts: threadTs };
    const posted = await call('chat.postMessage', () =>
      this.#client.chat.postMessage({ channel, ...thread, ...message, ...quiet }),
    );
    return { ts: posted.ts ?? '', isInThread: posted.message?.thread_ts !== undefined };
  }
}
