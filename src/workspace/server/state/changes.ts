// What happened in the workspace, for whoever looks on: the page and waiting tests. Pure.
import type { DecisionTrace } from '../../decision-trace.ts';
import type { Intro } from '../../intro.ts';
import type { BotConnection } from '../../page-api.ts';
import type { StoredMessage } from '../conversation/stored-message.ts';
import type { StoredView } from '../views/stored-view.ts';

export type Change =
  | { readonly type: 'message'; readonly message: StoredMessage }
  | { readonly type: 'message_deleted'; readonly message: StoredMessage }
  | { readonly type: 'channel'; readonly channelId: string }
  | { readonly type: 'member_left'; readonly channelId: string; readonly userId: string }
  | { readonly type: 'modals'; readonly userId: string }
  | { readonly type: 'home'; readonly view: StoredView }
  | { readonly type: 'decision'; readonly trace: DecisionTrace }
  | { readonly type: 'progress'; readonly text: string | null }
  | { readonly type: 'intro'; readonly intro: Intro }
  | { readonly type: 'connection'; readonly connection: BotConnection }
  /** A Web API call was answered, an envelope acknowledged, a retry given up: nothing to show, something to wait for. */
  | { readonly type: 'activity' };

export interface Changes {
  publish(change: Change): void;
  /** Calls `listener` on each change until the returned function is called. */
  subscribe(listener: (change: Change) => void): () => void;
}

export function createChanges(): Changes {
  const listeners = new Set<(change: Change) => void>();
  return {
    publish(change) {
      for (const listener of [...listeners]) listener(change);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
