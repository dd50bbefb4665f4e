// What a push from the server changes in what the person sees. Pure.
import type { Message, Push, WorkspaceState } from '../../page-api.ts';

function withMessage(messages: readonly Message[], message: Message): readonly Message[] {
  const known = messages.findIndex((other) => other.channel === message.channel && other.ts === message.ts);
  if (known >= 0) return messages.with(known, message);
  const after = messages.findIndex((other) => other.ts > message.ts);
  return after < 0 ? [...messages, message] : messages.toSpliced(after, 0, message);
}

function replaceBy<Item>(items: readonly Item[], item: Item, same: (other: Item) => boolean): readonly Item[] {
  const known = items.findIndex(same);
  return known < 0 ? [...items, item] : items.with(known, item);
}

/** The state after a push; the same object where nothing of it changes. */
export function applyPush(state: WorkspaceState, push: Push): WorkspaceState {
  switch (push.type) {
    case 'state':
      return push.state;
    case 'message':
      return { ...state, messages: withMessage(state.messages, push.message) };
    case 'message_deleted': {
      const gone = (message: Message): boolean => message.channel === push.channel && message.ts === push.ts;
      return { ...state, messages: state.messages.filter((message) => !gone(message)) };
    }
    case 'channel': {
      const channels = replaceBy(state.channels, push.channel, (other) => other.id === push.channel.id);
      return { ...state, channels };
    }
    case 'channel_left':
      return {
        ...state,
        channels: state.channels.filter((channel) => channel.id !== push.channel),
        messages: state.messages.filter((message) => message.channel !== push.channel),
      };
    case 'modals':
      return { ...state, modals: push.modals };
    case 'home':
      return { ...state, home: push.view };
    case 'decision': {
      const { trace } = push;
      const decisions = replaceBy(
        state.decisions,
        trace,
        (other) => other.channel === trace.channel && other.ts === trace.ts,
      );
      return { ...state, decisions };
    }
    case 'progress':
      return { ...state, progress: push.text };
    case 'intro':
      return { ...state, intro: push.intro };
    case 'connection':
      return { ...state, connection: push.connection };
  }
}
