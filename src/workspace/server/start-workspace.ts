// Starts the local workspace: a small stand-in for Slack on 127.0.0.1, all of it in memory. Edge.
import { createDelivery, type Delivery } from './delivery/delivery.ts';
import { SOCKET_PATH, SocketMode } from './delivery/socket-mode.ts';
import { API_PREFIX, createApiRoute } from './http/api-route.ts';
import { createHookRoute, HOOK_PREFIX } from './http/hook-route.ts';
import { createPageRoute, PAGE_PREFIX } from './http/page-route.ts';
import { createProbeRoute, PROBE_PATHS, type Probes } from './http/probe-route.ts';
import { startHttpServer } from './http/server.ts';
import { createStaticRoute } from './http/static-files.ts';
import { LocalWorkspace, type Parts } from './local-workspace.ts';
import { type BareWorld, createBareWorld } from './state/create-world.ts';
import type { JsonObject } from './state/json.ts';
import type { Clock } from './state/timestamps.ts';
import type { Logger, MentionOrder, World } from './state/world.ts';
import { PAGE_SOCKET_PATH, PageSockets } from './ui/page-socket.ts';
import { createRateLimiter } from './web-api/rate-limiter.ts';
import { WebApi } from './web-api/web-api.ts';

export interface WorkspaceOptions {
  /** 0: any free one. */
  readonly port: number;
  /** The parsed `manifest.yml`: scopes, events, commands and shortcuts are taken from it. */
  readonly manifest: JsonObject;
  /** Folder of the built page, or null for none. */
  readonly pageDir: string | null;
  readonly logger: Logger;
  readonly clock?: Clock;
  /** From 0 to below 1; decides the order of a mention's two events. */
  readonly random?: () => number;
  readonly mentionOrder?: MentionOrder;
  /** `slack` (default): the tiers of each method, and one message a second and channel. */
  readonly rateLimits?: 'slack' | 'off';
  /** How long the app may take to acknowledge: 3000 unless given. */
  readonly ackTimeoutMs?: number;
  /** Waits before each redelivery of an event; Slack's unless given. */
  readonly retryDelaysMs?: readonly number[];
  /** Sends each event so often at the same instant, over all connections in turn: what Slack may do, every time. */
  readonly eventCopies?: number | (() => number);
  /** So many more candidates than those of the page: see `toPasserById`. */
  readonly crowd?: number;
  /** See `DeliveryOptions`. */
  readonly losesUnheard?: boolean;
}

const SLACK_ACK_TIMEOUT_MS = 3000;

/** Resolves once the workspace listens. Rejects with a sentence that names `PORT` where the port is taken. */
export async function startWorkspace(options: WorkspaceOptions): Promise<LocalWorkspace> {
  const parts = assemble(options);
  const { world, webApi, socketMode, pageSockets } = parts;
  const routes = [
    { prefix: API_PREFIX, handle: createApiRoute(webApi) },
    { prefix: HOOK_PREFIX, handle: createHookRoute(world) },
    { prefix: PAGE_PREFIX, handle: createPageRoute(world) },
    ...PROBE_PATHS.map((prefix) => ({ prefix, handle: createProbeRoute(parts.probes) })),
    { prefix: '/', handle: createStaticRoute(options.pageDir) },
  ];
  const server = await startHttpServer(
    options.port,
    routes,
    [
      {
        path: SOCKET_PATH,
        upgrade: (request, socket, head, url) =>
          socketMode.onUpgrade(request, socket, head, url.searchParams.get('ticket')),
      },
      {
        path: PAGE_SOCKET_PATH,
        upgrade: (request, socket, head, url) => pageSockets.onUpgrade(request, socket, head, url.searchParams),
      },
    ],
    options.logger,
  );
  parts.port.number = server.port;
  return new LocalWorkspace({ ...parts, server });
}

/** Everything but the server; the port is known once that listens. */
function assemble(options: WorkspaceOptions): Omit<Parts, 'server'> & { readonly port: { number: number } } {
  const clock = options.clock ?? { now: () => Date.now() };
  const ackTimeoutMs = options.ackTimeoutMs ?? SLACK_ACK_TIMEOUT_MS;
  const bare = createBareWorld(options.manifest, clock, options.crowd);
  const port = { number: 0 };
  const socketMode = new SocketMode(bare.ids, ackTimeoutMs, (connections) => noteConnections(bare, connections));
  const delivery = createDelivery(socketMode, bare.activity, options);
  const world = toWorld(bare, options, delivery, socketMode, port);
  const tokens = { bot: `xoxb-local-${bare.ids.secret(12)}`, app: `xapp-1-local-${bare.ids.secret(12)}` };
  const limiter = options.rateLimits === 'off' ? null : createRateLimiter(clock);
  return {
    ackTimeoutMs,
    delivery,
    pageSockets: new PageSockets(world),
    port,
    probes: { answer: null } satisfies Probes,
    signingSecret: bare.ids.secret(16),
    socketMode,
    tokens,
    webApi: new WebApi(world, tokens, limiter),
    world,
  };
}

function toWorld(
  bare: BareWorld,
  { mentionOrder = 'random', random = Math.random }: WorkspaceOptions,
  delivery: Delivery,
  socketMode: SocketMode,
  port: { readonly number: number },
): World {
  return {
    ...bare,
    delivery,
    mentionOrder,
    random,
    origin: () => `http://127.0.0.1:${port.number}`,
    openSocket: () => `ws://127.0.0.1:${port.number}${SOCKET_PATH}?ticket=${socketMode.issueTicket()}`,
  };
}

function noteConnections(world: BareWorld, connections: number): void {
  const connection = connections > 0 ? 'connected' : 'lost';
  world.status.connection = connection;
  world.changes.publish({ type: 'connection', connection });
}
