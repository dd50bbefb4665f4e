// `/hooks/…`: response URLs. Edge.
import { applyResponse } from '../interaction/app-response.ts';
import { isObject, parseJson } from '../state/json.ts';
import type { World } from '../state/world.ts';
import { type Handler, readBody, sendJson, sendText } from './body.ts';

export const HOOK_PREFIX = '/hooks/';

export function createHookRoute(world: World): Handler {
  return async (request, response, url) => {
    const body = await readBody(request);
    const message = body === null ? undefined : parseJson(body);
    if (!isObject(message)) return sendJson(response, 400, { ok: false, error: 'invalid_payload' });
    const place = world.responseUrls.use(url.pathname);
    if (typeof place === 'string') return sendJson(response, 404, { ok: false, error: place });
    const fault = applyResponse(world, place, message);
    if (fault !== null) return sendText(response, fault === 'message_not_found' ? 404 : 400, fault);
    sendText(response, 200, 'ok');
  };
}
