// Stands between the bot and the workspace's Web API and fails on demand: before a call is carried out, or after it.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the bot gets instead of Slack's answer. */
export type Answer =
  | { readonly status: number; readonly body: string; readonly headers?: Readonly<Record<string, string>> }
  /** The connection breaks. */
  | 'lost'
  /** No answer comes until `FailingSlack.release`. */
  | 'hung';

export interface Failure {
  /** Null: Slack's own answer. */
  readonly answer: Answer | null;
  /** Whether Slack carries the call out all the same. */
  readonly isDone?: boolean;
  /** Happens while the call is on its way, which waits for it. */
  readonly meanwhile?: () => void | Promise<void>;
}

export interface FailingSlack {
  /** For `slackApiUrl`. */
  readonly apiUrl: string;
  /** The next `times` calls of `method` fail so; those told later come after them. */
  fail(method: string, failure: Failure, times?: number): void;
  /** Every call fails so until `release`. */
  failAll(failure: Failure): void;
  /** Everything that waits is answered as lost, and nothing fails any more. */
  release(): void;
  close(): Promise<void>;
}

export async function startFailingSlack(slackApiUrl: string): Promise<FailingSlack> {
  const failures = new Map<string, Failure[]>();
  const hung = new Set<ServerResponse>();
  let ofAll: Failure | null = null;
  const server = createServer((request, response) => void pass(request, response));
  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = (request.url ?? '').replace(/^\/api\//, '');
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const failure = failures.get(method)?.shift() ?? ofAll ?? { answer: null };
    await failure.meanwhile?.();
    const isDone = failure.answer === null || failure.isDone === true;
    const real = isDone ? await forward(method, request, Buffer.concat(chunks)) : null;
    const answer = failure.answer ?? real;
    if (answer === 'lost' || answer === null) response.destroy();
    else if (answer === 'hung') hung.add(response);
    else response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers }).end(answer.body);
  }
  async function forward(method: string, request: IncomingMessage, body: Buffer): Promise<Answer> {
    const answer = await fetch(`${slackApiUrl}${method}`, {
      method: 'POST',
      body: new Uint8Array(body),
      headers: {
        'content-type': request.headers['content-type'] ?? '',
        authorization: request.headers.authorization ?? '',
      },
    });
    const after = answer.headers.get('retry-after');
    const headers = after === null ? {} : { 'retry-after': after };
    return { status: answer.status, body: await answer.text(), headers };
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    fail: (method, failure, times = 1) => {
      const more = Array.from({ length: times }, () => failure);
      failures.set(method, [...(failures.get(method) ?? []), ...more]);
    },
    failAll: (failure) => {
      ofAll = failure;
    },
    release: () => {
      ofAll = null;
      failures.clear();
      for (const response of hung) response.destroy();
      hung.clear();
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** An answer in the words of Slack's own refusals. */
export function refusal(error: string): Answer {
  return { status: 200, body: JSON.stringify({ ok: false, error }) };
}

/** All the ways in which nobody knows whether a call was carried out. */
export const unanswered: Readonly<Record<string, Answer>> = {
  'status 500': { status: 500, body: 'oh no' },
  'status 503': { status: 503, body: '' },
  'a page instead of JSON': {
    status: 200,
    body: '<!DOCTYPE html><html><body>Down for maintenance</body></html>',
    headers: { 'content-type': 'text/html' },
  },
  internal_error: refusal('internal_error'),
  fatal_error: refusal('fatal_error'),
  request_timeout: refusal('request_timeout'),
  service_unavailable: refusal('service_unavailable'),
  'a lost connection': 'lost',
};
