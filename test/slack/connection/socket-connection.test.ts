// Connections that Slack accepts and does not keep, and those that it never answers.
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { SocketModeClient } from '@slack/socket-mode';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { toBoltLogger } from '../../../src/slack/connection/bolt-logger.ts';
import { SocketConnection, type SocketConnectionOptions } from '../../../src/slack/connection/socket-connection.ts';

type Manners = 'lives' | 'says hello and goes' | 'says nothing' | 'never upgrades';

/** Slack as far as a connection needs it; `manners` may change while it runs. */
async function startSlack(manners: Manners) {
  const slack = { manners, opened: 0 };
  const sockets = new WebSocketServer({ noServer: true });
  const held = new Set<Socket>();
  const server = createServer((_, response) => {
    slack.opened += 1;
    const { port } = server.address() as AddressInfo;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ ok: true, url: `ws://127.0.0.1:${port}/` }));
  });
  server.on('connection', (socket) => held.add(socket));
  server.on('upgrade', (request, socket, head) => {
    if (slack.manners === 'never upgrades') return;
    sockets.handleUpgrade(request, socket, head, (opened) => {
      if (slack.manners === 'says nothing') return;
      opened.send(JSON.stringify({ type: 'hello' }));
      if (slack.manners === 'says hello and goes')
        opened.send(JSON.stringify({ type: 'disconnect', reason: 'too_many_websockets' }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of held) socket.destroy();
    server.close();
  });
  return Object.assign(slack, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/` });
}

function connect(slackApiUrl: string, times: Pick<SocketConnectionOptions, 'helloWithinMs' | 'livesFromMs'>) {
  const pauses: number[] = [];
  const ready: boolean[] = [];
  const client = new SocketModeClient({
    appToken: 'xapp-1',
    autoReconnectEnabled: false,
    clientOptions: { slackApiUrl, retryConfig: { retries: 0 } },
    logger: toBoltLogger(pino({ level: 'silent' })),
  });
  const note = (fields: object) => {
    if ('pauseMs' in fields) pauses.push(Number(fields.pauseMs));
  };
  const connection = new SocketConnection(client, {
    logger: { info: note, warn: note, error: () => {} },
    onChange: (isOpen) => ready.push(isOpen),
    onRefused: (error) => {
      throw error;
    },
    ...times,
  });
  onTestFinished(() => connection.close());
  return { connection, pauses, ready };
}

test('a connection that does not live counts as a failure: growing pauses, and not ready until one lives', async () => {
  const slack = await startSlack('says hello and goes');
  const { connection, pauses, ready } = connect(slack.url, { livesFromMs: 300 });
  await connection.open();
  await expect.poll(() => pauses).toEqual([0, 1000, 2000]);
  expect(ready.at(-1)).toBe(false);
  expect(ready.filter((isOpen) => isOpen)).toHaveLength(1);
  expect(slack.opened).toBeLessThan(5);
  slack.manners = 'lives';
  await expect.poll(() => ready.at(-1)).toBe(true);
});

test.each(['says nothing', 'never upgrades'] as const)(
  'where Slack %s another connection is tried',
  async (manners) => {
    const slack = await startSlack(manners);
    const { connection, ready } = connect(slack.url, { helloWithinMs: 200 });
    const opening = connection.open();
    await expect.poll(() => slack.opened).toBe(2);
    expect(ready).toEqual([]);
    slack.manners = 'lives';
    await opening;
    expect(ready).toEqual([true]);
  },
);
