// What was said in Slack, read afterwards. Edge.
import type { WebClient } from '@slack/web-api';
import { ChatError } from '../../use-cases/interfaces/chat.ts';
import type { Conversation, History, PastMessage } from '../../use-cases/interfaces/history.ts';
import { type EventContext, toMessage } from '../answer/to-message.ts';
import { call } from '../connection/call.ts';

const pageSize = 200;
/** Of one conversation or thread no more is read at a time. */
const mostPages = 50;

interface Page {
  readonly messages?: readonly object[];
  readonly response_metadata?: { readonly next_cursor?: string };
}

interface Self extends EventContext {
  readonly botUser: string;
  /** One token for all workspaces of an organisation. https://docs.slack.dev/enterprise/developing-for-enterprise-orgs */
  readonly isOrgWide: boolean;
}

type Cursor = { readonly cursor?: string };

/** All items of all pages, or of the first so many. */
async function readAll<Item>(
  read: (cursor: Cursor) => Promise<{ readonly items: readonly Item[]; readonly next: string | undefined }>,
  most = Number.POSITIVE_INFINITY,
): Promise<readonly Item[]> {
  const found: Item[] = [];
  let cursor: Cursor | null = {};
  for (let pages = 0; cursor !== null && pages < most; pages += 1) {
    const { items, next = '' }: Awaited<ReturnType<typeof read>> = await read(cursor);
    found.push(...items);
    cursor = next === '' ? null : { cursor: next };
  }
  return found;
}

export class SlackHistory implements History {
  readonly #client: WebClient;
  #self: Self | null = null;

  constructor(client: WebClient) {
    this.#client = client;
  }

  async readSelf(): Promise<Self> {
    if (this.#self === null) {
      const self = await call('auth.test', () => this.#client.auth.test());
      const { team_id: team = '', user_id: botUser = '', is_enterprise_install: isOrgWide = false } = self;
      const botNames = [...new Set(['rolecall', (self.user ?? '').toLowerCase()])].filter((name) => name !== '');
      this.#self = { team, botUser, botNames, isOrgWide };
    }
    return this.#self;
  }

  async listConversations(): Promise<readonly Conversation[]> {
    const { team, isOrgWide } = await this.readSelf();
    const found: Conversation[] = [];
    if (!isOrgWide) found.push(...(await this.#listOf(team, {})));
    else for (const one of await this.#listTeams()) found.push(...(await this.#listOf(one, { team_id: one })));
    // A channel that several workspaces share stands in the list of each.
    const each = new Map(found.map((conversation) => [conversation.id, conversation]));
    return [...each.values()].sort((one, other) => Number(one.isDirect) - Number(other.isDirect));
  }

  /** `within`: the workspace, where the token is an organisation's. */
  async #listOf(team: string, within: { readonly team_id?: string }): Promise<readonly Conversation[]> {
    const types = 'public_channel,private_channel,im';
    const wanted = { types, exclude_archived: true, limit: pageSize, ...within };
    return await readAll(async (cursor) => {
      const page = await call('users.conversations', () => this.#client.users.conversations({ ...wanted, ...cursor }));
      const items = (page.channels ?? []).flatMap(({ id, is_im }) =>
        id === undefined ? [] : [{ team, id, isDirect: is_im === true }],
      );
      return { items, next: page.response_metadata?.next_cursor };
    });
  }

  /** The workspaces in which an organisation has the bot. */
  async #listTeams(): Promise<readonly string[]> {
    return await readAll(async (cursor) => {
      const page = await call('auth.teams.list', () => this.#client.auth.teams.list({ limit: pageSize, ...cursor }));
      return { items: (page.teams ?? []).flatMap(({ id }) => id ?? []), next: page.response_metadata?.next_cursor };
    });
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
    read: (cursor: Cursor) => Promise<Page>,
  ): Promise<readonly PastMessage[]> {
    const self = { ...(await this.readSelf()), team: conversation.team };
    const found = await readAll(async (cursor) => {
      const page = await read(cursor);
      const items = (page.messages ?? []).map((message) => toPastMessage({ ...message }, conversation, self));
      return { items, next: page.response_metadata?.next_cursor };
    }, mostPages);
    return found.toSorted((one, other) => Number(one.ts) - Number(other.ts));
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
