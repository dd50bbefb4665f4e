// A stored message as Slack shows it to apps: in events, histories and interactions. Pure.
import type { JsonObject } from '../state/json.ts';
import { TEAM } from '../state/seed.ts';
import type { MessageStore } from './message-store.ts';
import type { StoredMessage } from './stored-message.ts';

/** `withMetadata`: the whole metadata, as in events; else only its type. */
export function toSlackMessage(
  messages: MessageStore,
  message: StoredMessage,
  options: { readonly withMetadata: boolean },
): JsonObject {
  return {
    ...(message.subtype !== null && { subtype: message.subtype }),
    ...(message.subtype === 'tombstone' && { hidden: true, parent_user_id: message.userId }),
    user: message.userId,
    type: 'message',
    ts: message.ts,
    ...(message.clientMessageId !== null && { client_msg_id: message.clientMessageId }),
    ...(message.app !== null && byApp(message.app)),
    text: message.text,
    team: TEAM.id,
    ...(message.inviterId !== null && { inviter: message.inviterId }),
    ...threadFields(messages, message),
    ...(message.blocks.length > 0 && { blocks: message.blocks }),
    ...(message.attachments.length > 0 && { attachments: message.attachments }),
    ...(message.editedTs !== null && { edited: { user: message.userId, ts: message.editedTs } }),
    ...(message.reactions.length > 0 && { reactions: message.reactions.map(toSlackReaction) }),
    ...(message.metadata !== null && {
      metadata: options.withMetadata ? message.metadata : { event_type: message.metadata.event_type },
    }),
  };
}

function byApp(app: NonNullable<StoredMessage['app']>): JsonObject {
  const profile = { id: app.botId, app_id: app.appId, name: app.name, deleted: false, team_id: TEAM.id };
  return { bot_id: app.botId, app_id: app.appId, bot_profile: profile };
}

function threadFields(messages: MessageStore, message: StoredMessage): JsonObject {
  if (message.threadTs !== null) {
    const root = messages.get(message.channel, message.threadTs);
    return { thread_ts: message.threadTs, ...(root !== undefined && { parent_user_id: root.userId }) };
  }
  const replies = messages.repliesTo(message.channel, message.ts);
  if (replies.length === 0) return {};
  const users = [...new Set(replies.map((reply) => reply.userId))];
  return {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users_count: users.length,
    latest_reply: replies.at(-1)?.ts,
    reply_users: users,
    is_locked: false,
    subscribed: false,
  };
}

function toSlackReaction(reaction: StoredMessage['reactions'][number]): JsonObject {
  return { name: reaction.name, users: reaction.userIds, count: reaction.userIds.length };
}
