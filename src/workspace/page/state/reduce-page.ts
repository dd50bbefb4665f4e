// The page's state after what happens: a push of the workspace, or something that the person does. Pure.
import type { Push, WorkspaceState } from '../../page-api.ts';
import { applyPush } from './apply-push.ts';
import type { MessageLink, MessageRef } from './message-link.ts';
import type { PageAction, PageState, Place } from './page-state.ts';
import { countUnread } from './unread.ts';

function isThere(workspace: WorkspaceState, place: Place | null): place is Place {
  if (place === null) return false;
  return place.kind === 'home' || workspace.channels.some((channel) => channel.id === place.id);
}

function findFirstPlace(workspace: WorkspaceState): Place | null {
  const first = workspace.channels.find((channel) => channel.kind === 'public') ?? workspace.channels[0];
  return first === undefined ? null : { kind: 'channel', id: first.id };
}

/** Closes what the workspace no longer holds: after a push, and after a change of the person. */
function settle(state: PageState): PageState {
  const { workspace, thread, editing } = state;
  if (workspace === null) return state;
  const has = (ref: MessageRef | null): boolean =>
    ref !== null && workspace.messages.some((message) => message.channel === ref.channel && message.ts === ref.ts);
  const place = isThere(workspace, state.place) ? state.place : findFirstPlace(workspace);
  return { ...state, place, thread: has(thread) ? thread : null, editing: has(editing) ? editing : null };
}

function afterPush(state: PageState, push: Push): PageState {
  if (push.type === 'state') return settle({ ...state, workspace: push.state });
  if (state.workspace === null) return state;
  const workspace = applyPush(state.workspace, push);
  return settle({ ...state, workspace, unread: countUnread(state, push) });
}

function goTo(state: PageState, place: Place): PageState {
  const same = place.kind === 'channel' && state.thread?.channel === place.id;
  const unread = place.kind === 'channel' ? { ...state.unread, [place.id]: 0 } : state.unread;
  const thread = same ? state.thread : null;
  return {
    ...state,
    place,
    thread,
    editing: null,
    shown: null,
    unread,
    why: { ...state.why, focus: null },
    drawerOpen: false,
  };
}

function withNotice(state: PageState, text: string): PageState {
  const id = (state.notices.at(-1)?.id ?? 0) + 1;
  return { ...state, notices: [...state.notices.slice(-2), { id, text }] };
}

function show(state: PageState, { message, root }: MessageLink): PageState {
  const isThere = state.workspace?.messages.some(
    (other) => other.channel === message.channel && other.ts === message.ts,
  );
  if (isThere !== true) return withNotice(state, 'This message is gone, or not for you to see.');
  const there = goTo(state, { kind: 'channel', id: message.channel });
  return { ...there, thread: root ?? there.thread, front: root === null ? there.front : 'thread', shown: message };
}

/** The page's state after one thing that happened. */
export function reducePage(state: PageState, action: PageAction): PageState {
  switch (action.type) {
    case 'push':
      return afterPush(state, action.push);
    case 'link':
      return { ...state, link: action.link };
    case 'go':
      return goTo(state, action.place);
    case 'open-thread':
      return { ...state, thread: action.root, front: 'thread' };
    case 'close-thread':
      return { ...state, thread: null, front: 'why' };
    case 'open-why':
      return { ...state, why: { open: true, focus: action.focus }, front: 'why' };
    case 'close-why':
      return { ...state, why: { open: false, focus: null }, front: 'thread' };
    case 'edit':
      return { ...state, editing: action.message };
    case 'show':
      return show(state, action.link);
    case 'notice':
      return withNotice(state, action.text);
    case 'notice-gone':
      return { ...state, notices: state.notices.filter((notice) => notice.id !== action.id) };
    case 'drawer':
      return { ...state, drawerOpen: action.open };
    case 'act-as':
      return { ...state, editing: null, unread: {}, notices: [], drawerOpen: false };
  }
}
