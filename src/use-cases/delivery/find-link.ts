// A link to a message, for whoever can do without it.
import { type Chat, ChatError } from '../interfaces/chat.ts';

/** Null where the message is gone, the bot cannot see it, or Slack cannot be reached. */
export async function findLink(
  { chat }: { readonly chat: Pick<Chat, 'findPermalink'> },
  { channel, ts }: { readonly channel: string; readonly ts: string },
): Promise<string | null> {
  try {
    return await chat.findPermalink(channel, ts);
  } catch (error) {
    if (error instanceof ChatError) return null;
    throw error;
  }
}
