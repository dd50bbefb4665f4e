// Socket Mode: WebSocket connections of the app, envelopes spread over them, acknowledgements. Edge.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Ids } from '../state/ids.ts';
import { isObject, parseJson } from '../state/json.ts';
import { APP_ID } from '../state/seed.ts';
import type { Acknowledgement, Envelope, Retry, Transport } from './envelope.ts';

/** https://docs.slack.dev/apis/events-api/using-socket-mode: up to ten at the same time. */
const MAX_CONNECTIONS = 10;
/** Clients give up after thirty seconds without a ping. */
const PING_EVERY_MS = 10_000;
/** WebSocket close code 1001. */
const GOING_AWAY = 1001;
const GOODBYE_MS = 500;
const MAX_ANSWER_BYTES = 4 * 1024 * 1024;

export const SOCKET_PATH = '/socket-mode';

export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled';

interface Pending {
  readonly socket: WebSocket;
  readonly settle: (answer: Acknowledgement) => void;
}

export class SocketMode implements Transport {
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: MAX_ANSWER_BYTES });
  readonly #tickets = new Set<string>();
  readonly #pending = new Map<string, Pending>();
  readonly #ids: Ids;
  readonly #ackTimeoutMs: number;
  readonly #onChange: (connections: number) => void;
  #sockets: readonly WebSocket[] = [];
  #waiting: (() => void)[] = [];
  #turn = 0;

  /** `onChange` hears how many connections there are whenever that changes. */
  constructor(ids: Ids, ackTimeoutMs: number, onChange: (connections: number) => void) {
    this.#ids = ids;
    this.#ackTimeoutMs = ackTimeoutMs;
    this.#onChange = onChange;
  }

  /** A ticket for one connection: the `ticket` parameter of the WebSocket's address. */
  issueTicket(): string {
    const ticket = this.#ids.uuid();
    this.#tickets.add(ticket);
    return ticket;
  }

  /** Takes over an HTTP upgrade at `SOCKET_PATH`. */
  onUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer, ticket: string | null): void {
    if (ticket === null || !this.#tickets.delete(ticket)) {
      socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n');
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (opened) => this.#onConnection(opened));
  }

  send(envelope: Envelope, retry: Retry | null): Promise<Acknowledgement> {
    const socket = this.#nextSocket();
    if (socket === undefined) return Promise.resolve({ ok: false, reason: 'not_connected', mayRetry: true });
    const id = this.#ids.uuid();
    return new Promise((resolve) => {
      const settle = (answer: Acknowledgement): void => {
        clearTimeout(timer);
        this.#pending.delete(id);
        resolve(answer);
      };
      const timer = setTimeout(() => settle({ ok: false, reason: 'timeout', mayRetry: true }), this.#ackTimeoutMs);
      this.#pending.set(id, { socket, settle });
      socket.send(JSON.stringify(toWire(id, envelope, retry)));
    });
  }

  get isReachable(): boolean {
    return this.#open.length > 0;
  }

  whenReachable(): Promise<void> {
    if (this.isReachable) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Tells the app to reconnect, as Slack does when it recycles a host. */
  requestReconnect(reason: DisconnectReason): void {
    const message = JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'local-workspace' } });
    for (const socket of this.#sockets) socket.send(message);
  }

  /** Cuts every connection without a word. */
  dropConnections(): void {
    for (const socket of this.#sockets) socket.terminate();
  }

  get connectionCount(): number {
    return this.#open.length;
  }

  /** Says goodbye to each connection; one that does not answer is cut. */
  async close(): Promise<void> {
    const closed = this.#sockets.map((socket) => new Promise((resolve) => socket.once('close', resolve)));
    for (const socket of this.#sockets) socket.close(GOING_AWAY);
    const cut = setTimeout(() => this.dropConnections(), GOODBYE_MS);
    await Promise.all(closed);
    clearTimeout(cut);
    this.#server.close();
  }

  #onConnection(socket: WebSocket): void {
    socket.on('error', () => socket.terminate());
    if (this.#sockets.length >= MAX_CONNECTIONS) {
      socket.send(JSON.stringify({ type: 'disconnect', reason: 'too_many_websockets' }));
      socket.close();
      return;
    }
    this.#sockets = [...this.#sockets, socket];
    const pings = setInterval(() => socket.ping(), PING_EVERY_MS);
    socket.on('message', (data) => this.#onAnswer(String(data)));
    socket.on('close', () => {
      clearInterval(pings);
      this.#onClose(socket);
    });
    socket.send(JSON.stringify(hello(this.#sockets.length)));
    this.#onChange(this.#sockets.length);
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  #onAnswer(text: string): void {
    const answer = parseJson(text);
    if (!isObject(answer) || typeof answer['envelope_id'] !== 'string') return;
    this.#pending.get(answer['envelope_id'])?.settle({ ok: true, payload: answer['payload'] });
  }

  #onClose(closed: WebSocket): void {
    this.#sockets = this.#sockets.filter((socket) => socket !== closed);
    for (const open of [...this.#pending.values()].filter(({ socket }) => socket === closed)) {
      open.settle({ ok: false, reason: 'connection_failed', mayRetry: true });
    }
    this.#onChange(this.#sockets.length);
  }

  /** Those that can be written to: one that is taking leave is still among all for a moment. */
  get #open(): readonly WebSocket[] {
    return this.#sockets.filter((socket) => socket.readyState === socket.OPEN);
  }

  #nextSocket(): WebSocket | undefined {
    const open = this.#open;
    this.#turn += 1;
    return open[this.#turn % Math.max(open.length, 1)];
  }
}

function hello(connections: number): object {
  return {
    type: 'hello',
    num_connections: connections,
    connection_info: { app_id: APP_ID },
    debug_info: { host: 'local-workspace', build_number: 1, approximate_connection_time: 18_060 },
  };
}

function toWire(id: string, envelope: Envelope, retry: Retry | null): object {
  const { type, payload, acceptsResponse } = envelope;
  const wire = { envelope_id: id, type, payload, accepts_response_payload: acceptsResponse };
  if (type !== 'events_api') return wire;
  return { ...wire, retry_attempt: retry?.attempt ?? 0, retry_reason: retry?.reason ?? '' };
}
