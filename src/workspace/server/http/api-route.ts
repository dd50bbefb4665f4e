// `/api/<method>`: the Web API over HTTP. Edge.
import type { IncomingMessage } from 'node:http';
import { isObject, type JsonObject, parseJson } from '../state/json.ts';
import type { WebApi } from '../web-api/web-api.ts';
import { type Handler, isJsonRequest, readBody, sendJson } from './body.ts';

export const API_PREFIX = '/api/';

/** Fields come as a form, as JSON or, with GET, in the address; the token in the header or as a field. */
export function createApiRoute(webApi: WebApi): Handler {
  return async (request, response, url) => {
    const method = url.pathname.slice(API_PREFIX.length);
    const fields = await readFields(request, url);
    if (fields === null) return sendJson(response, 200, { ok: false, error: 'invalid_json' });
    const { token: fieldToken, ...args } = fields;
    const token = bearer(request) ?? (typeof fieldToken === 'string' ? fieldToken : null);
    const { body, retryAfter, status } = webApi.answer(method, token, args, isJsonRequest(request));
    if (status === 'lost') {
      response.destroy();
      return;
    }
    const headers = retryAfter === null ? {} : { 'retry-after': String(retryAfter) };
    sendJson(response, status, body, { ...headers, ...scopeHeaders(webApi) });
  };
}

function scopeHeaders(webApi: WebApi): Readonly<Record<string, string>> {
  return { 'x-oauth-scopes': webApi.scopes.join(',') };
}

async function readFields(request: IncomingMessage, url: URL): Promise<JsonObject | null> {
  const query = Object.fromEntries(url.searchParams);
  const body = await readBody(request);
  if (body === null) return null;
  if (!isJsonRequest(request)) return { ...query, ...Object.fromEntries(new URLSearchParams(body)) };
  const parsed = parseJson(body);
  return isObject(parsed) ? { ...query, ...parsed } : null;
}

function bearer(request: IncomingMessage): string | null {
  return /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
}
