// The bot takes back a reply whose question is gone, unless people have gone on talking below it.
import { type Chat, ChatError } from '../interfaces/chat.ts';
import type { ClaimStore } from '../interfaces/claim-store.ts';
import type { Logger } from '../interfaces/logger.ts';
import type { ReplyStore, StoredReply } from '../interfaces/reply-store.ts';
import { deleteQuietly } from '../vote/remove-reply.ts';

export interface WithdrawDependencies {
  readonly chat: Chat;
  readonly claims: ClaimStore;
  readonly replies: ReplyStore;
  readonly logger: Logger;
}

/** True where the reply is gone. Its claim is given back: should the message become a question again, it may be answered. */
export async function withdrawReply(dependencies: WithdrawDependencies, reply: StoredReply): Promise<boolean> {
  const { chat, claims, replies, logger } = dependencies;
  const { team, channel, ts, threadTs, questionTs } = reply;
  if (await hasRepliesAfter(chat, { channel, threadTs }, ts)) {
    logger.info({ channel, ts }, 'The reply stays: people have replied after it');
    return false;
  }
  await deleteQuietly(chat, channel, ts);
  await replies.remove(team, channel, ts);
  if (reply.purpose === 'auto') await claims.release({ team, channel, ts: questionTs, purpose: 'auto' });
  logger.info({ channel, ts }, 'Withdrew a reply');
  return true;
}

/** Where Slack does not tell, somebody may have replied: the reply stays. */
async function hasRepliesAfter(chat: Chat, thread: Parameters<Chat['hasRepliesAfter']>[0], ts: string) {
  try {
    return await chat.hasRepliesAfter(thread, ts);
  } catch (error) {
    if (error instanceof ChatError) return error.code !== 'thread_not_found';
    throw error;
  }
}
