// `/healthz`, `/readyz`, `/metrics`, `/mcp`: the bot's own answers, at the workspace's address as at the bot's. Edge.
import { type Handler, sendText } from './body.ts';

export const PROBE_PATHS = ['/healthz', '/readyz', '/metrics', '/mcp'] as const;

export interface Probes {
  /** Null until a bot says how it is. */
  answer: Handler | null;
}

/** Before there is a bot the workspace is there, and nothing is ready. */
export function createProbeRoute(probes: Probes): Handler {
  return (request, response, url) => {
    if (probes.answer !== null) return probes.answer(request, response, url);
    if (url.pathname === '/healthz') return sendText(response, 200, 'ok\n');
    return sendText(response, 503, 'waiting for: the bot\n');
  };
}
