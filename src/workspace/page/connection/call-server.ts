// Calls to the workspace's server: `POST /ui/<name>`. Edge.
import type { UiAnswer, UiCall, UiCalls } from '../../page-api.ts';

/** The server's answer; a server that cannot be reached answers `unreachable`. */
export async function callServer<Call extends UiCall>(
  name: Call,
  request: UiCalls[Call]['request'],
): Promise<UiAnswer<Call>> {
  try {
    const response = await fetch(`/ui/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
    });
    return (await response.json()) as UiAnswer<Call>;
  } catch {
    const message = 'The workspace does not answer. Is it still running?';
    return { ok: false, error: 'unreachable', message };
  }
}
