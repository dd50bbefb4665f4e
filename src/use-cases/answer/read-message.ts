// What a message asks: by its own words, or by those that it points to.
import type { Message } from '../../answer/message.ts';
import { type Reading, readQuestions } from '../../answer/reading/read-questions.ts';
import { findQuoted, refersElsewhere } from '../../answer/reading/refers-elsewhere.ts';
import { type Chat, ChatError } from '../interfaces/chat.ts';

/**
 * Where somebody speaks to the bot with nothing of their own to look up, the forwarded, quoted or parent message is read; where there
 * is none, the message asks nothing.
 */
export async function readMessage(
  dependencies: { readonly chat: Pick<Chat, 'findText'> },
  message: Message,
  botUser: string | null,
): Promise<Reading> {
  const own = readQuestions(message.text, botUser);
  if (message.surface === 'channel' || !refersElsewhere(own)) return own;
  if (own.wantsHelp && !own.isEmpty) return own;
  const text = message.forwarded ?? findQuoted(message.text) ?? (await findParent(dependencies, message));
  if (text !== null) return readQuestions(text);
  return { ...own, asksNothing: true, wantsHelp: own.wantsHelp || !own.isEmpty };
}

/** Where Slack does not tell, there is none. */
async function findParent(
  { chat }: { readonly chat: Pick<Chat, 'findText'> },
  { channel, threadTs }: Message,
): Promise<string | null> {
  if (threadTs === null) return null;
  try {
    return await chat.findText(channel, threadTs);
  } catch (error) {
    if (error instanceof ChatError) return null;
    throw error;
  }
}
