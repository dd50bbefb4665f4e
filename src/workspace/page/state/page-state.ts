// What the page knows beyond the workspace: where the person looks, what is open, what is unread. Pure.
import type { Push, WorkspaceState } from '../../page-api.ts';
import type { MessageLink, MessageRef } from './message-link.ts';

/** What fills the middle: a channel (or direct message), or the bot's App Home. */
export type Place = { readonly kind: 'channel'; readonly id: string } | { readonly kind: 'home' };

/** A sentence that goes away by itself: what failed, or what was done. */
export interface Notice {
  readonly id: number;
  readonly text: string;
}

export interface PageState {
  readonly workspace: WorkspaceState | null;
  /** The page's own connection to the workspace, not the bot's. */
  readonly link: 'connecting' | 'open' | 'lost';
  readonly place: Place | null;
  /** The open thread's root. */
  readonly thread: MessageRef | null;
  /** The panel of decisions; `focus` is the message that it opens at. */
  readonly why: { readonly open: boolean; readonly focus: MessageRef | null };
  /** The pane at the right that was opened last: the only one shown where there is no room for two. */
  readonly front: 'thread' | 'why';
  readonly editing: MessageRef | null;
  /** The message that a link led to: it takes the focus. */
  readonly shown: MessageRef | null;
  /** Unread messages by channel id. */
  readonly unread: Readonly<Record<string, number>>;
  readonly notices: readonly Notice[];
  /** The sidebar as a drawer, on narrow screens. */
  readonly drawerOpen: boolean;
}

export type PageAction =
  | { readonly type: 'push'; readonly push: Push }
  | { readonly type: 'link'; readonly link: PageState['link'] }
  | { readonly type: 'go'; readonly place: Place }
  | { readonly type: 'show'; readonly link: MessageLink }
  | { readonly type: 'open-thread'; readonly root: MessageRef }
  | { readonly type: 'close-thread' }
  | { readonly type: 'open-why'; readonly focus: MessageRef | null }
  | { readonly type: 'close-why' }
  | { readonly type: 'edit'; readonly message: MessageRef | null }
  | { readonly type: 'notice'; readonly text: string }
  | { readonly type: 'notice-gone'; readonly id: number }
  | { readonly type: 'drawer'; readonly open: boolean }
  | { readonly type: 'act-as' };

export const initialState: PageState = {
  workspace: null,
  link: 'connecting',
  place: null,
  thread: null,
  why: { open: false, focus: null },
  front: 'thread',
  editing: null,
  shown: null,
  unread: {},
  notices: [],
  drawerOpen: false,
};
