// Slack's Web API as the use cases see it. Edge.
import type { ConversationsRepliesResponse, WebClient } from '@slack/web-api';
import type { QuestionMark } from '../../use-cases/delivery/mark-store.ts';
import type { OfferedDraft } from '../../use-cases/drafts/offer-draft.ts';
import {
  type Chat,
  ChatError,
  type Destination,
  type Posted,
  type Posting,
  type Thread,
  type ThreadReply,
} from '../../use-cases/interfaces/chat.ts';
import type { ShownSuggestion } from '../../use-cases/suggest/press-suggestion.ts';
import { toAnswerActions } from '../answer/answer-actions.ts';
import { type ReplyMessage, toReplyMessage } from '../answer/reply-message.ts';
import { toDeclinedMessage, toWrittenMessage } from '../ask-team/answer-messages.ts';
import { toCardMessage } from '../ask-team/card-message.ts';
import { readMembers } from '../ask-team/read-members.ts';
import { call } from '../connection/call.ts';
import { toOfferMessage } from '../drafts/draft-blocks.ts';
import { toOffersMessage } from '../learn/offers-message.ts';
import { toHoursMessage } from '../office-hours/hours-message.ts';
import { toDigestMessage, toReminderMessage } from '../reports/digest-message.ts';
import { toReviewMessage } from '../reviews/review-message.ts';
import { toSuggestionMessage } from '../suggest/suggestion-message.ts';

/** Slack adds no preview of its own to what the bot says. */
const quiet = { unfurl_links: false, unfurl_media: false } as const;

/** Of the messages after a reply, so many are looked through for those by people. */
const repliesLooked = 100;
/** Names the metadata by which the bot knows a message of its own again. Everybody in the workspace can read it. */
const deliveryEvent = 'rolecall_delivery';
const pageSize = 200;
const mostPages = 5;

/** Emoji that every workspace has. */
const reactions: Readonly<Record<QuestionMark, string>> = {
  looking: 'eyes',
  answered: 'white_check_mark',
  'with-team': 'busts_in_silhouette',
};

type Found = NonNullable<ConversationsRepliesResponse['messages']>[number];

export class SlackChat implements Chat {
  readonly #client: WebClient;

  readonly #canAskTeam: boolean;
  readonly #command: string;

  /** `canAskTeam`: whether *Ask the team* stands under answers; `command`: the slash command. */
  constructor(client: WebClient, { canAskTeam, command }: { readonly canAskTeam: boolean; readonly command: string }) {
    this.#client = client;
    this.#command = command;
    this.#canAskTeam = canAskTeam;
  }

  async post({ channel, threadTs }: Destination, posting: Posting, key: string): Promise<Posted> {
    const message = { channel, ...this.#toMessage(posting), ...quiet };
    const thread = threadTs === null ? {} : { thread_ts: threadTs };
    const metadata = { event_type: deliveryEvent, event_payload: { key } };
    const posted = await call('chat.postMessage', () =>
      this.#client.chat.postMessage({ ...message, ...thread, metadata }),
    );
    return { ts: posted.ts ?? '', isInThread: posted.message?.thread_ts !== undefined };
  }

  /** A reply whose thread is gone stands top-level in the channel. Nothing depends on whose clock is right. */
  async findPosted({ channel, threadTs }: Destination, key: string): Promise<Posted | null> {
    const common = { channel, limit: pageSize, include_all_metadata: true };
    if (threadTs !== null) {
      try {
        const ts = await findByKey(key, 'conversations.replies', (cursor) =>
          this.#client.conversations.replies({ ...common, ts: threadTs, ...cursor }),
        );
        return ts === null ? null : { ts, isInThread: true };
      } catch (error) {
        if (!(error instanceof ChatError) || error.code !== 'thread_not_found') throw error;
      }
    }
    const ts = await findByKey(key, 'conversations.history', (cursor) =>
      this.#client.conversations.history({ ...common, ...cursor }),
    );
    return ts === null ? null : { ts, isInThread: false };
  }

  async update(channel: string, ts: string, posting: Posting): Promise<void> {
    await call('chat.update', () => this.#client.chat.update({ channel, ts, ...this.#toMessage(posting) }));
  }

  #toMessage(posting: Posting): ReplyMessage {
    switch (posting.kind) {
      case 'card':
        return toCardMessage(posting.card);
      case 'written':
        return toWrittenMessage(posting);
      case 'declined':
        return toDeclinedMessage(posting.questionId);
      case 'offers':
        return toOffersMessage(posting);
      case 'digest':
        return toDigestMessage(posting.digest, this.#command);
      case 'reminder':
        return toReminderMessage(posting);
      case 'review':
        return toReviewMessage(posting.review);
      case 'hours-start':
      case 'hours-board':
      case 'hours-summary':
      case 'hours-draft':
      case 'hours-text':
      case 'hours-nameless':
      case 'hours-offer':
      case 'hours-live':
      case 'hours-earlier':
        return toHoursMessage(posting);
      case 'answer':
      case 'suggest':
      case 'not-in-notes':
      case 'help':
        return toReplyMessage(posting, toAnswerActions(posting, { canAskTeam: this.#canAskTeam }));
    }
  }

  async delete(channel: string, ts: string): Promise<void> {
    await call('chat.delete', () => this.#client.chat.delete({ channel, ts }));
  }

  async react(channel: string, timestamp: string, mark: QuestionMark): Promise<void> {
    const reaction = { channel, timestamp, name: reactions[mark] };
    await unless('already_reacted', () => call('reactions.add', () => this.#client.reactions.add(reaction)));
  }

  async unreact(channel: string, timestamp: string, mark: QuestionMark): Promise<void> {
    const reaction = { channel, timestamp, name: reactions[mark] };
    await unless('no_reaction', () => call('reactions.remove', () => this.#client.reactions.remove(reaction)));
  }

  /** Where Slack does not say which scopes there are, the first reaction will tell. */
  async mayReact(): Promise<boolean> {
    const { response_metadata: about } = await call('auth.test', () => this.#client.auth.test());
    return about?.scopes?.includes('reactions:write') ?? true;
  }

  async whisper({ channel, user, threadTs }: Parameters<Chat['whisper']>[0], text: string): Promise<void> {
    const thread = threadTs === null ? {} : { thread_ts: threadTs };
    await call('chat.postEphemeral', () => this.#client.chat.postEphemeral({ channel, user, text, ...thread }));
  }

  async suggest(
    { channel, user, threadTs }: Parameters<Chat['suggest']>[0],
    suggestion: ShownSuggestion,
  ): Promise<void> {
    const message = { channel, user, ...toSuggestionMessage(suggestion) };
    const thread = threadTs === null ? {} : { thread_ts: threadTs };
    await call('chat.postEphemeral', () => this.#client.chat.postEphemeral({ ...message, ...thread }));
  }

  async offerDraft({ channel, user, threadTs }: Parameters<Chat['offerDraft']>[0], offer: OfferedDraft): Promise<void> {
    const message = { channel, user, ...toOfferMessage(offer) };
    const thread = threadTs === null ? {} : { thread_ts: threadTs };
    await call('chat.postEphemeral', () => this.#client.chat.postEphemeral({ ...message, ...thread }));
  }

  async findReplyAfter(thread: Thread, ts: string, user: string): Promise<string | null> {
    const replies = await this.#listRepliesAfter(thread, ts);
    return replies.find((message) => message.user !== user)?.ts ?? null;
  }

  async listRepliers(thread: Thread, ts: string): Promise<readonly string[]> {
    const replies = await this.#listRepliesAfter(thread, ts);
    return [...new Set(replies.flatMap(({ user }) => user ?? []))];
  }

  async listReplies(thread: Thread, ts: string): Promise<readonly ThreadReply[]> {
    const replies = await this.#listRepliesAfter(thread, ts);
    return replies.map((reply) => ({ ts: reply.ts ?? '', user: reply.user ?? '', text: reply.text ?? '' }));
  }

  /** Those by people. */
  async #listRepliesAfter({ channel, threadTs }: Thread, ts: string): Promise<readonly Found[]> {
    const page = await call('conversations.replies', () =>
      this.#client.conversations.replies({ channel, ts: threadTs, oldest: ts, limit: repliesLooked }),
    );
    return (page.messages ?? []).filter(
      (message) => message.bot_id === undefined && Number(message.ts) > Number(ts) && message.user !== undefined,
    );
  }

  async findText(channel: string, ts: string): Promise<string | null> {
    const page = await call('conversations.replies', () =>
      this.#client.conversations.replies({ channel, ts, limit: 1, inclusive: true }),
    );
    const found = (page.messages ?? []).find((message) => message.ts === ts && message.bot_id === undefined);
    return found?.text ?? null;
  }

  async findPermalink(channel: string, ts: string): Promise<string | null> {
    const found = await call('chat.getPermalink', () => this.#client.chat.getPermalink({ channel, message_ts: ts }));
    return found.permalink ?? null;
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

  async isPersonIn(channel: string, user: string): Promise<boolean> {
    return (await readMembers(this.#client, channel)).has(user);
  }

  /** One after the other: nobody waits for it, and Slack lets a team of any size be read so. */
  async findMember(channel: string, name: string): Promise<string | null> {
    const wanted = name.toLowerCase();
    const found: string[] = [];
    for (const user of await readMembers(this.#client, channel)) {
      const { user: person } = await call('users.info', () => this.#client.users.info({ user }));
      const names = [person?.name, person?.profile?.display_name, person?.real_name, person?.profile?.email];
      if (person?.is_bot !== true && names.some((each) => each?.toLowerCase() === wanted)) found.push(user);
    }
    return found.length === 1 ? (found[0] ?? null) : null;
  }

  async findChannelName(channel: string): Promise<string | null> {
    try {
      const found = await call('conversations.info', () => this.#client.conversations.info({ channel }));
      return found.channel?.is_private === true ? null : (found.channel?.name ?? null);
    } catch (error) {
      if (error instanceof ChatError) return null;
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
}

/** Whoever did it before, it is done. */
async function unless(code: string, run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof ChatError) || error.code !== code) throw error;
  }
}

interface Page {
  readonly messages?: readonly Found[];
  readonly response_metadata?: { readonly next_cursor?: string };
}

/** Looks through some pages for the message that carries the key: of a channel the newest come first. */
async function findByKey(
  key: string,
  method: string,
  read: (cursor: { readonly cursor?: string }) => Promise<Page>,
): Promise<string | null> {
  let cursor: { readonly cursor?: string } = {};
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page = await call(method, () => read(cursor));
    const found = (page.messages ?? []).find(({ metadata }) => isDelivery(metadata, key));
    if (found?.ts !== undefined) return found.ts;
    const next = page.response_metadata?.next_cursor ?? '';
    if (next === '') break;
    cursor = { cursor: next };
  }
  return null;
}

function isDelivery(metadata: Found['metadata'], key: string): boolean {
  const payload: Readonly<Record<string, unknown>> = metadata?.event_payload ?? {};
  return metadata?.event_type === deliveryEvent && payload['key'] === key;
}
