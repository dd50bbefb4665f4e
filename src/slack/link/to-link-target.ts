// The message of a shortcut as something to be answered. Edge.
import type { MessageShortcut } from '@slack/bolt';
import type { LinkTarget } from '../../use-cases/link/prepare-link.ts';

/** Subtypes of messages that people write. https://docs.slack.dev/reference/events/message */
const writtenSubtypes = new Set<unknown>([undefined, null, 'file_share', 'thread_broadcast', 'me_message']);

/** Reads what is there, whatever is missing; who the bot is comes from Bolt's context. */
export function toLinkTarget(
  shortcut: MessageShortcut,
  self: { readonly team: string; readonly botId: string | undefined; readonly botUser: string | undefined },
): LinkTarget {
  const { message, channel } = shortcut;
  const [botId, user] = [toText(message['bot_id']), toText(message.user)];
  const threadTs = toText(message['thread_ts']);
  const isOwn = (botId !== null && botId === self.botId) || (user !== null && user === self.botUser);
  const isWritten = user !== null && writtenSubtypes.has(message['subtype']);
  return {
    team: self.team,
    channel: channel.id,
    ts: shortcut.message_ts ?? message.ts,
    threadTs: threadTs === message.ts ? null : threadTs,
    author: botId === null || isOwn ? user : null,
    writtenBy: isOwn ? 'bot' : botId !== null ? 'app' : isWritten ? 'person' : 'slack',
    text: message.text ?? '',
    user: shortcut.user.id,
    questionId: null,
  };
}

function toText(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
