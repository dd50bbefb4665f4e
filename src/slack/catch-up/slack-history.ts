// What was said in Slack, read afterwards. Edge.
import type { WebClient } from '@slack/web-api';
import { ChatError } from '../../use-cases/interfaces/chat.ts';
import type { Conversation, History, PastMessage } from '../../use-cases/interfaces/history.ts';
import { type EventContext, toMessage } from '../answer/to-message.ts';
import { call } from '../delivery/slack-chat.ts';

const pageSize = 200;
/** Of one conversation or thread no more is read at a time. */
const mostPages = 50;

interface Page {
  readonly messages?: readonly object[];
  readonly response_metadata?: { readonly next_cursor?: string };
}

export class SlackHistory implements History {
  readonly #client: WebClient;
  #self: EventContext | null = null;

  constructor(client: WebClient) {
    this.#client = client;
  }

  async readSelf(): Promise<EventContext> {
    if (this.#self === null) {
      const { team_id: team = '', user_id: botUser = '' } = await call('auth.test', () => this.#client.auth.test());
      this.#self = { team, botUser };
    }
    return this.#self;
  }

  async listConversations(): Promise<readonly Conversation[]> {
    const types = 'public_channel,private_channel,im';
    const found: Conversation[] = [];
    let cursor = '';
    do {
      const next = cursor === '' ? {} : { cursor };
      const page = await call('users.conversations', () =>
        this.#client.users.conversations({ types, exclude_archived: true, limit: pageSize, ...next }),
      );
      for (const { id, is_im } of page.channels ?? [])
        if (id !== undefined) found.push({ id, isDirect: is_im === true });
      cursor = page.response_metadata?.next_cursor ?? '';
    } while (cursor !== '');
    return found.sort((one, other) => Number(one.isDirect) - Number(other.isDirect));
  }

  async readConversation(conversation: Conversation, since: number): Promise<readonly PastMessage[]> {
    const oldest = (since / 1000).toFixed(6);
    return await this.#readPages(conversation, (cursor) =>
      call('conversations.history', () =>
        this.#client.conversations.history({ channel: conversation.id, oldest, limit: pageSize, ...cursor }),
      ),
    );
  }

  async readThread(conversation: Conversation, threadTs: string): Promise<readonly PastMessage[]> {
    try {
      return await this.#readPages(conversation, (cursor) =>
        call('conversations.replies', () =>
          this.#client.conversations.replies({ channel: conversation.id, ts: threadTs, limit: pageSize, ...cursor }),
        ),
      );
    } catch (error) {
      if (error instanceof ChatError && error.code === 'thread_not_found') return [];
      throw error;
    }
  }

  async #readPages(
    conversation: Conversation,
    read: (cursor: { readonly cursor?: string }) => Promise<Page>,
  ): Promise<readonly PastMessage[]> {
    const self = await this.readSelf();
    const found: PastMessage[] = [];
    let cursor: { readonly cursor?: string } = {};
    for (let pages = 0; pages < mostPages; pages += 1) {
      const page = await read(cursor);
      found.push(...(page.messages ?? []).map((message) => toPastMessage({ ...message }, conversation, self)));
      const next = page.response_metadata?.next_cursor ?? '';
      if (next === '') break;
      cursor = { cursor: next };
    }
    return found.sort((one, other) => Number(one.ts) - Number(other.ts));
  }
}

/** Of what Slack's history holds: it lacks what an event says about the channel. */
function toPastMessage(
  raw: Readonly<Record<string, unknown>>,
  { id, isDirect }: Conversation,
  self: EventContext,
): PastMessage {
  const { ts, edited, subtype, user, latest_reply: latest } = raw;
  const repliers = Array.isArray(raw['reply_users']) ? raw['reply_users'] : [];
  const isByOthers = repliers.some((replier) => replier !== self.botUser);
  const event = { ...raw, type: 'message', channel: id, channel_type: isDirect ? 'im' : 'channel', edited: null };
  const isJoin = subtype === 'channel_join' || subtype === 'group_join';
  return {
    ts: String(ts),
    message: toMessage(event, self),
    editedTs: typeof edited === 'object' && edited !== null && 'ts' in edited ? String(edited.ts) : null,
    isDeleted: subtype === 'tombstone',
    isOwnJoin: isJoin && user === self.botUser,
    latestReplyTs: typeof latest === 'string' && isByOthers ? latest : null,
  };
}
