// The one HTTP server of the bot: /healthz, /readyz and /metrics, /mcp where it is on, and Slack's requests where they come by HTTP. Edge.
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Health } from './health.ts';
import type { Metrics } from './metrics.ts';

export interface ServeOptions {
  /** 0: any free one. */
  readonly port: number;
  readonly health: Health;
  readonly metrics: Metrics;
  /** Answers assistants at /mcp; null where that is off. */
  readonly mcp: ((request: IncomingMessage, response: ServerResponse) => Promise<void>) | null;
  /** Takes Slack's requests; null in Socket Mode. */
  readonly slack: { readonly path: string; readonly listener: RequestListener } | null;
}

export interface Serving {
  readonly port: number;
  /** Takes nothing new; what is being answered is answered. */
  stopListening(): void;
  /** Ends what is left. */
  close(): Promise<void>;
}

/** Resolves once it listens. Rejects with a sentence that names `PORT` where the port is taken. */
export async function serve(options: ServeOptions): Promise<Serving> {
  const server = createServer((request, response) => void onRequest(options, request, response));
  await listen(server, options.port);
  const closed = new Promise<void>((resolve) => server.once('close', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    stopListening: () => void server.close(),
    close: async () => {
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(toListenError(error, port)));
    server.listen(port, resolve);
  });
}

function toListenError(error: NodeJS.ErrnoException, port: number): Error {
  const reason =
    error.code === 'EADDRINUSE' ? 'another program listens there' : `the system says ${error.code ?? error.message}`;
  return new Error(`Port ${port} cannot be used: ${reason}. Set PORT to another one.`);
}

async function onRequest(options: ServeOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { health, slack } = options;
  if (slack !== null && toPath(request) === slack.path && request.method === 'POST') {
    // Slack sends an event again that found nobody ready.
    if (!health.canTakeIn) send(response, 503, 'text/plain', 'starting\n');
    else slack.listener(request, response);
    return;
  }
  await answerProbe(options, request, response);
}

/** Answers /healthz, /readyz, /metrics, and /mcp where it is on; 404 for anything else. */
export async function answerProbe(
  { health, metrics, mcp }: Pick<ServeOptions, 'health' | 'metrics' | 'mcp'>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = toPath(request);
  if (path === '/mcp' && mcp !== null) await mcp(request, response);
  else if (request.method !== 'GET' && request.method !== 'HEAD') send(response, 405, 'text/plain', 'GET only\n');
  else if (path === '/healthz') send(response, 200, 'text/plain', 'ok\n');
  else if (path === '/readyz') sendReadiness(response, health);
  else if (path === '/metrics') send(response, 200, metrics.contentType, await metrics.print());
  else send(response, 404, 'text/plain', 'not found\n');
}

function toPath({ url = '/' }: IncomingMessage): string {
  return url.split('?', 1)[0] ?? '/';
}

function sendReadiness(response: ServerResponse, health: Health): void {
  const { missing } = health;
  if (missing.length === 0) send(response, 200, 'text/plain', 'ready\n');
  else send(response, 503, 'text/plain', `waiting for: ${missing.join(', ')}\n`);
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type }).end(body);
}
