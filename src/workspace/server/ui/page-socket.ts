// The page's WebSocket: the state first, then every change that the person may see. Edge.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Push } from '../../page-api.ts';
import { isVisibleTo } from '../conversation/channel-store.ts';
import type { Change } from '../state/changes.ts';
import { PEOPLE } from '../state/seed.ts';
import type { World } from '../state/world.ts';
import { isShown, toPageState, type Viewer } from './page-state.ts';
import { toPageChannel, toPageMessage, toPageView } from './to-page.ts';

export const PAGE_SOCKET_PATH = '/ui/socket';

/** The page only listens here: whatever it sends is ignored. */
const MAX_MESSAGE_BYTES = 1024;

export class PageSockets {
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES });
  readonly #world: World;
  /** When each load of the page was first heard of: it stays the same one however often its connection breaks. */
  readonly #loads = new Map<string, string>();

  constructor(world: World) {
    this.#world = world;
  }

  /** Takes over an HTTP upgrade at `PAGE_SOCKET_PATH`; without a person (`user`) it is the candidate's. */
  onUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer, asked: URLSearchParams): void {
    const userId = asked.get('user') ?? PEOPLE.candidate.id;
    if (!this.#world.users.has(userId)) {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (opened) =>
      this.#onConnection(opened, { userId, since: this.#findLoad(asked.get('load')) }),
    );
  }

  close(): Promise<void> {
    for (const socket of this.#server.clients) socket.terminate();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  #findLoad(id: string | null): string {
    const since = (id === null ? undefined : this.#loads.get(id)) ?? this.#world.timestamps.next();
    if (id !== null) this.#loads.set(id, since);
    return since;
  }

  #onConnection(socket: WebSocket, viewer: Viewer): void {
    const push = (message: Push): void => socket.send(JSON.stringify(message));
    const unsubscribe = this.#world.changes.subscribe((change) => {
      const message = toPush(this.#world, change, viewer);
      if (message !== null) push(message);
    });
    socket.on('error', () => socket.terminate());
    socket.on('close', unsubscribe);
    push({ type: 'state', state: toPageState(this.#world, viewer) });
  }
}

/** Null where the change is nothing for this person. */
function toPush(world: World, change: Change, viewer: Viewer): Push | null {
  const { userId } = viewer;
  switch (change.type) {
    case 'message': {
      const { message } = change;
      if (!isSeen(world, message.channel, userId) || !isShown(message, viewer)) return null;
      const current = world.messages.get(message.channel, message.ts) ?? message;
      return { type: 'message', message: toPageMessage(world, current) };
    }
    case 'message_deleted': {
      const { channel, ts } = change.message;
      const isTold = isSeen(world, channel, userId) && isShown(change.message, viewer);
      return isTold ? { type: 'message_deleted', channel, ts } : null;
    }
    case 'channel': {
      const channel = world.channels.find(change.channelId);
      if (channel === undefined || !isVisibleTo(channel, userId)) return null;
      return { type: 'channel', channel: toPageChannel(channel) };
    }
    case 'member_left':
      return change.userId === userId && !isSeen(world, change.channelId, userId)
        ? { type: 'channel_left', channel: change.channelId }
        : null;
    case 'modals':
      return change.userId === userId ? { type: 'modals', modals: world.views.stack(userId).map(toPageView) } : null;
    case 'home':
      return change.view.userId === userId ? { type: 'home', view: toPageView(change.view) } : null;
    case 'decision':
      return isSeen(world, change.trace.channel, userId) ? change : null;
    case 'progress':
    case 'intro':
    case 'connection':
      return change;
    case 'activity':
      return null;
  }
}

function isSeen(world: World, channelId: string, userId: string): boolean {
  const channel = world.channels.find(channelId);
  return channel !== undefined && isVisibleTo(channel, userId);
}
