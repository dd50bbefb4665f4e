// The bot takes back a reply whose question is gone, unless people have gone on talking below it.
import { type Chat, ChatError, type Thread } from '../interfaces/chat.ts';
import type { StoredReply } from '../interfaces/reply-store.ts';
import { type ChangeDependencies, deletePosted } from './change-posted.ts';
import { forgetReply } from './forget-reply.ts';

type WithdrawDependencies = ChangeDependencies & Parameters<typeof forgetReply>[0] & { readonly chat: Chat };

/**
 * False where the reply stays. Else it counts as gone, and goes as soon as Slack lets it. Its claim is given back: should the message
 * become a question again, it may be answered.
 */
export async function withdrawReply(dependencies: WithdrawDependencies, reply: StoredReply): Promise<boolean> {
  const { chat, logger } = dependencies;
  const { channel, ts, threadTs } = reply;
  if (await hasRepliesAfter(chat, { channel, threadTs }, ts)) {
    logger.info({ channel, ts }, 'The reply stays: people have replied after it');
    return false;
  }
  await deletePosted(dependencies, reply);
  await forgetReply(dependencies, reply);
  logger.info({ channel, ts }, 'Withdrew a reply');
  return true;
}

/** Where Slack does not tell, somebody may have replied: the reply stays. */
async function hasRepliesAfter(chat: Chat, thread: Thread, ts: string): Promise<boolean> {
  try {
    return (await chat.listRepliers(thread, ts)).length > 0;
  } catch (error) {
    if (error instanceof ChatError) return error.code !== 'thread_not_found';
    throw error;
  }
}
