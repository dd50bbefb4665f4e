// Records everything a workspace sends to an app, through Slack's own Socket Mode client.
import { LogLevel, SocketModeClient } from '@slack/socket-mode';
import { onTestFinished } from 'vitest';
import type { LocalWorkspace } from '../../src/workspace/server/local-workspace.ts';

export type Json = Record<string, unknown>;

export interface Received {
  readonly type: string;
  readonly body: Json;
  readonly retry: number | undefined;
}

export interface Recorder {
  readonly received: Received[];
  /** The `event` of each event so far. */
  readonly events: () => Json[];
  readonly client: SocketModeClient;
}

/** Acknowledges everything with `answer`, or nothing where that gives null. */
export async function record(
  workspace: LocalWorkspace,
  answer: (received: Received) => Json | null = () => ({}),
): Promise<Recorder> {
  const client = new SocketModeClient({
    appToken: workspace.appToken,
    clientPingTimeout: 200,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: workspace.slackApiUrl, retryConfig: { retries: 0 } },
  });
  const received: Received[] = [];
  client.on('slack_event', ({ ack, type, body, retry_num }) => {
    const one: Received = { type, body, retry: retry_num };
    received.push(one);
    const given = answer(one);
    if (given !== null) void ack(given);
  });
  await client.start();
  // The client waits for nothing that comes of a reconnect: one that the test's end cuts off would be an error that nobody hears of.
  const reconnect = client.start.bind(client);
  client.start = async () => await reconnect().catch(() => ({}) as Awaited<ReturnType<typeof reconnect>>);
  onTestFinished(() => client.disconnect());
  const events = (): Json[] =>
    received.filter(({ type }) => type === 'events_api').map(({ body }) => body['event'] as Json);
  return { received, events, client };
}

/** A short name of each event: its type, and its subtype where it has one. */
export function names(events: readonly Json[]): string[] {
  return events.map(({ type, subtype }) => (subtype === undefined ? String(type) : `${type}/${subtype}`));
}
