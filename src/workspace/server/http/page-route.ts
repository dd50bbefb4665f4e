// `/ui/…`: what the page asks for. Edge.
import { PersonFault } from '../people/person-fault.ts';
import { parseJson } from '../state/json.ts';
import { PEOPLE } from '../state/seed.ts';
import type { World } from '../state/world.ts';
import { PAGE_CALLS } from '../ui/page-calls.ts';
import { toPageState } from '../ui/page-state.ts';
import { type Handler, isJsonRequest, readBody, sendJson } from './body.ts';

export const PAGE_PREFIX = '/ui/';

export function createPageRoute(world: World): Handler {
  return async (request, response, url) => {
    const name = url.pathname.slice(PAGE_PREFIX.length);
    if (request.method === 'GET' && name === 'state') {
      const userId = url.searchParams.get('user') ?? PEOPLE.candidate.id;
      if (!world.users.has(userId)) return sendJson(response, 404, { ok: false, error: 'user_not_found' });
      return sendJson(response, 200, toPageState(world, { userId, since: world.timestamps.next() }));
    }
    // A form of another site cannot send JSON without being asked first.
    if (request.method !== 'POST' || !isJsonRequest(request) || !isPageCall(name))
      return sendJson(response, 404, { ok: false, error: 'unknown_call', message: 'There is no such call.' });
    const body = await readBody(request);
    sendJson(response, 200, await answer(world, name, body === null ? undefined : parseJson(body)));
  };
}

function isPageCall(name: string): name is keyof typeof PAGE_CALLS {
  return Object.hasOwn(PAGE_CALLS, name);
}

async function answer(world: World, name: keyof typeof PAGE_CALLS, body: unknown): Promise<object> {
  try {
    return { ok: true, ...(await PAGE_CALLS[name](world, body)) };
  } catch (fault) {
    if (!(fault instanceof PersonFault)) throw fault;
    return { ok: false, error: fault.code, message: fault.message };
  }
}
