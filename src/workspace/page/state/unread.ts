// Which channels have something that the person has not seen. Pure.
import type { Push } from '../../page-api.ts';
import type { PageState } from './page-state.ts';

/** The unread counts after a push: a new message of somebody else, in a channel that is not open, counts. */
export function countUnread(state: PageState, push: Push): PageState['unread'] {
  if (push.type !== 'message' || state.workspace === null) return state.unread;
  const { message } = push;
  const shown = state.place?.kind === 'channel' && state.place.id === message.channel;
  const topLevel = message.threadTs === null || message.alsoInChannel || message.ephemeral;
  const known = state.workspace.messages.some((other) => other.channel === message.channel && other.ts === message.ts);
  if (shown || known || !topLevel || message.userId === state.workspace.userId) return state.unread;
  return { ...state.unread, [message.channel]: (state.unread[message.channel] ?? 0) + 1 };
}
