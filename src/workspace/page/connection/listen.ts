// The stream of pushes: one WebSocket per person, opened anew whenever it breaks. Edge.
import type { Push } from '../../page-api.ts';

export interface Listener {
  readonly onPush: (push: Push) => void;
  readonly onLink: (link: 'connecting' | 'open' | 'lost') => void;
}

/** Names this load of the page to the server. */
const load = crypto.randomUUID();

const firstRetryMs = 250;
const longestRetryMs = 4_000;

/** Opens the stream for `userId` (null: whomever the server chooses) and keeps it open; returns what closes it. */
export function listen(userId: string | null, { onPush, onLink }: Listener): () => void {
  let socket: WebSocket | null = null;
  let timer: number | undefined;
  let retryMs = firstRetryMs;
  let open = false;
  let closed = false;

  const connect = (): void => {
    const address = new URL('/ui/socket', window.location.href);
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
    address.searchParams.set('load', load);
    if (userId !== null) address.searchParams.set('user', userId);
    socket = new WebSocket(address);
    socket.onmessage = ({ data }: MessageEvent<string>) => {
      retryMs = firstRetryMs;
      if (!open) onLink('open');
      open = true;
      onPush(JSON.parse(data) as Push);
    };
    socket.onclose = () => {
      if (closed) return;
      open = false;
      onLink('lost');
      timer = window.setTimeout(connect, retryMs);
      retryMs = Math.min(retryMs * 2, longestRetryMs);
    };
  };

  onLink('connecting');
  connect();
  return () => {
    closed = true;
    window.clearTimeout(timer);
    socket?.close();
  };
}
