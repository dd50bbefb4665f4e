// The HTTP server of the workspace: routes, sockets, and nothing from other sites. Edge.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Logger } from '../state/world.ts';
import { type Handler, sendJson } from './body.ts';
import { isAllowed } from './request-guard.ts';

const HOST = '127.0.0.1';

/** A route takes every path that begins with `prefix`; the first that fits is taken. */
export interface Route {
  readonly prefix: string;
  readonly handle: Handler;
}

export interface UpgradeRoute {
  readonly path: string;
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer, url: URL) => void;
}

export interface HttpServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Listens on 127.0.0.1. Rejects with a sentence that names `PORT` where the port is taken. */
export async function startHttpServer(
  port: number,
  routes: readonly Route[],
  upgrades: readonly UpgradeRoute[],
  logger: Logger,
): Promise<HttpServer> {
  const server = createServer((request, response) => void onRequest(request, response));
  server.on('upgrade', (request, socket, head) => onUpgrade(request, socket, head));
  await listen(server, port);
  const { port: actualPort } = server.address() as AddressInfo;

  async function onRequest(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isAllowed(request, actualPort)) return sendJson(response, 403, { ok: false, error: 'forbidden_origin' });
    const url = toUrl(request);
    const route = routes.find(({ prefix }) => url.pathname.startsWith(prefix));
    try {
      await route?.handle(request, response, url);
    } catch (error) {
      logger.error({ err: error, path: url.pathname }, 'the local workspace failed on a request');
      if (!response.headersSent) sendJson(response, 500, { ok: false, error: 'internal_error' });
    }
  }

  function onUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const url = toUrl(request);
    const route = upgrades.find(({ path }) => url.pathname === path);
    if (route === undefined || !isAllowed(request, actualPort)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    route.upgrade(request, socket, head, url);
  }

  return { port: actualPort, close: () => close(server) };
}

function toUrl(request: IncomingMessage): URL {
  // An absolute or malformed target would name another host: only its path counts.
  return new URL(`http://${HOST}${(request.url ?? '/').replace(/^[^/]*/, '')}`);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(toListenError(error, port)));
    server.listen(port, HOST, resolve);
  });
}

function toListenError(error: NodeJS.ErrnoException, port: number): Error {
  const reason =
    error.code === 'EADDRINUSE' ? 'another program listens there' : `the system says ${error.code ?? error.message}`;
  const text = `The local workspace cannot listen on port ${port}: ${reason}. Set PORT to another one, or to 0 for any.`;
  return new Error(text, { cause: error });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
