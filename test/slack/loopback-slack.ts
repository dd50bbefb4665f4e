// A Web API on loopback that agrees to everything, and a receiver that hands payloads straight to Bolt: for payloads that
// speak of workspaces, people and channels which exist nowhere.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { App, Receiver } from '@slack/bolt';
import { SENDER } from './sender.ts';

export interface Sent {
  readonly method: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly token: string;
}

export interface LoopbackSlack {
  /** For `slackApiUrl`. */
  readonly apiUrl: string;
  /** Where a `response_url` may point. */
  readonly responseUrl: string;
  /** Methods called and response URLs used so far, in order; `auth.test` is left out. */
  readonly calls: string[];
  /** What was sent since it was last taken: methods with their fields, and what went to response URLs. */
  takeSent(): readonly Sent[];
  close(): Promise<void>;
}

export async function startLoopbackSlack(): Promise<LoopbackSlack> {
  const calls: string[] = [];
  let sent: Sent[] = [];
  let posted = 0;
  const server = createServer((request, response) => void answer(request, response));
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = (request.url ?? '').replace(/^\/(?:api\/)?/, '');
    if (method !== 'auth.test') calls.push(method);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const fields = new URLSearchParams(body);
    const token = (request.headers.authorization ?? '').replace('Bearer ', '');
    sent.push({ method, fields: body.startsWith('{') ? JSON.parse(body) : Object.fromEntries(fields), token });
    posted += 1;
    const ts = `1700000000.${String(posted).padStart(6, '0')}`;
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({
        ok: true,
        ts,
        message_ts: ts,
        message: { ts, thread_ts: fields.get('thread_ts') ?? undefined },
        channel: { id: 'D000LOOP' },
        members: [],
        messages: [],
        permalink: 'https://loopback.example/archives/C1/p1',
        view: { id: 'V000LOOP', hash: '1.1' },
        user_id: SENDER.botUser,
        bot_id: SENDER.botId,
        team_id: 'T000LOOP',
      }),
    );
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    apiUrl: `${origin}/api/`,
    responseUrl: `${origin}/response_url`,
    calls,
    takeSent: () => {
      const taken = sent;
      sent = [];
      return taken;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Takes payloads from a test. */
export class TestReceiver implements Receiver {
  #app: App | null = null;

  init(app: App): void {
    this.#app = app;
  }

  async start(): Promise<void> {}

  async stop(): Promise<void> {}

  /** Resolves with whether it was acknowledged, once every listener is through. Rejects where Bolt does. */
  async deliver(body: Record<string, unknown>): Promise<boolean> {
    let isAcknowledged = false;
    await this.#app?.processEvent({
      body,
      ack: async () => {
        isAcknowledged = true;
      },
    });
    return isAcknowledged;
  }
}

/** For `openGateway`: the bot hears what the test hands to `receiver`. */
export function toGateway(receiver: TestReceiver) {
  return async () => ({
    receiver,
    port: null,
    open: async (app: App): Promise<void> => {
      await app.init();
    },
    stopTakingIn: () => {},
    close: async () => {},
  });
}
