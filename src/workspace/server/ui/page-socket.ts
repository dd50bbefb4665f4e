// The page's WebSocket: the state first, then every change that the person may see. Edge.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Push } from '../../page-api.ts';
import { isVisibleTo } from '../conversation/channel-store.ts';
import type { Change } from '../state/changes.ts';
import { PEOPLE } from '../state/seed.ts';
import type { World } from '../state/world.ts';
import { toPageState } from './page-state.ts';
import { toPageChannel, toPageMessage, toPageView } from './to-page.ts';

export const PAGE_SOCKET_PATH = '/ui/socket';

/** The page only listens here: whatever it sends is ignored. */
const MAX_MESSAGE_BYTES = 1024;

export class PageSockets {
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES });
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  /** Takes over an HTTP upgrade at `PAGE_SOCKET_PATH`; without a person it is the candidate's. */
  onUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer, asked: string | null): void {
    const userId = asked ?? PEOPLE.candidate.id;
    if (!this.#world.users.has(userId)) {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (opened) => this.#onConnection(opened, userId));
  }

  close(): Promise<void> {
    for (const socket of this.#server.clients) socket.terminate();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  #onConnection(socket: WebSocket, userId: string): void {
    const push = (message: Push): void => socket.send(JSON.stringify(message));
    const unsubscribe = this.#world.changes.subscribe((change) => {
      const message = toPush(this.#world, change, userId);
      if (message !== null) push(message);
    });
    socket.on('error', () => socket.terminate());
    socket.on('close', unsubscribe);
    push({ type: 'state', state: toPageState(this.#world, userId) });
  }
}

/** Null where the change is nothing for this person. */
function toPush(world: World, change: Change, userId: string): Push | null {
  switch (change.type) {
    case 'message': {
      const { message } = change;
      if (!isSeen(world, message.channel, userId, message.visibleTo)) return null;
      const current = world.messages.get(message.channel, message.ts) ?? message;
      return { type: 'message', message: toPageMessage(world, current) };
    }
    case 'message_deleted': {
      const { channel, ts, visibleTo } = change.message;
      return isSeen(world, channel, userId, visibleTo) ? { type: 'message_deleted', channel, ts } : null;
    }
    case 'channel': {
      const channel = world.channels.find(change.channelId);
      if (channel === undefined || !isVisibleTo(channel, userId)) return null;
      return { type: 'channel', channel: toPageChannel(channel) };
    }
    case 'member_left':
      return change.userId === userId && !isSeen(world, change.channelId, userId, null)
        ? { type: 'channel_left', channel: change.channelId }
        : null;
    case 'modals':
      return change.userId === userId ? { type: 'modals', modals: world.views.stack(userId).map(toPageView) } : null;
    case 'home':
      return change.view.userId === userId ? { type: 'home', view: toPageView(change.view) } : null;
    case 'decision':
      return isSeen(world, change.trace.channel, userId, null) ? change : null;
    case 'progress':
    case 'connection':
      return change;
    case 'activity':
      return null;
  }
}

function isSeen(world: World, channelId: string, userId: string, visibleTo: string | null): boolean {
  const channel = world.channels.find(channelId);
  return channel !== undefined && isVisibleTo(channel, userId) && (visibleTo === null || visibleTo === userId);
}
