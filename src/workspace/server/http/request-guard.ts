// Keeps other sites' pages away from the workspace: their requests and sockets name another host or origin. Pure.
import type { IncomingMessage } from 'node:http';

const LOCAL_NAMES = ['127.0.0.1', 'localhost'];

/** The names under which this machine's own browser reaches the workspace. */
function localHosts(port: number): readonly string[] {
  return LOCAL_NAMES.map((name) => `${name}:${port}`);
}

/**
 * A page of another site that points its name at 127.0.0.1 sends its own name as `Host`; one that posts across sites sends
 * its own `Origin`. Programs send no origin.
 */
export function isAllowed(request: IncomingMessage, port: number): boolean {
  const hosts = localHosts(port);
  const { host, origin } = request.headers;
  if (host === undefined || !hosts.includes(host)) return false;
  if (request.headers['sec-fetch-site'] === 'cross-site') return false;
  return origin === undefined || hosts.some((known) => origin === `http://${known}`);
}
