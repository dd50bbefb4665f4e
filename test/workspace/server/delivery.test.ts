// Acknowledgements, redelivery, several connections, reconnects: Socket Mode as seen from the app.
import { expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { CHANNELS, PEOPLE } from '../../../src/workspace/server/state/seed.ts';
import { record } from '../recorder.ts';
import { clientFor, startForTest } from '../running.ts';

const questions = CHANNELS.questions.id;
const amara = PEOPLE.candidate.id;

test('an event that is not acknowledged comes again, counted, until the last retry', async () => {
  const workspace = await startForTest({ ackTimeoutMs: 30, retryDelaysMs: [0, 5, 10] });
  const { received } = await record(workspace, () => null);
  workspace.as(amara).post(questions, 'anybody?');
  await workspace.idle();
  expect(received.map(({ retry }) => retry)).toEqual([0, 1, 2, 3]);
  expect(new Set(received.map(({ body }) => body['event_id'])).size).toBe(1);
});

test('an acknowledged event does not come again', async () => {
  const workspace = await startForTest({ ackTimeoutMs: 30, retryDelaysMs: [0, 0, 0] });
  const { received } = await record(workspace, ({ retry }) => (retry === 1 ? {} : null));
  workspace.as(amara).post(questions, 'anybody?');
  await workspace.idle();
  expect(received.map(({ retry }) => retry)).toEqual([0, 1]);
});

test('a command or a press that is not acknowledged fails for the person and does not come again', async () => {
  const workspace = await startForTest({ ackTimeoutMs: 30, retryDelaysMs: [0, 0, 0] });
  const { received } = await record(workspace, () => null);
  await expect(workspace.as(amara).command(questions, '/echo hi')).rejects.toMatchObject({ code: 'operation_timeout' });
  await vi.waitUntil(() => received.length > 0);
  expect(received).toHaveLength(1);
});

test('without a connection a command fails at once, and an event waits for the next connection', async () => {
  const workspace = await startForTest();
  await expect(workspace.as(amara).command(questions, '/echo hi')).rejects.toMatchObject({ code: 'dispatch_failed' });
  workspace.as(amara).post(questions, 'too early?');
  const { events } = await record(workspace);
  await workspace.waitFor(() => events()[0]);
  expect(events()).toMatchObject([{ text: 'too early?' }]);
});

test('what a cut connection left unacknowledged comes again on another one', async () => {
  const workspace = await startForTest({ retryDelaysMs: [0, 0, 0] });
  const first = await record(workspace, () => null);
  workspace.as(amara).post(questions, 'on my way');
  await vi.waitUntil(() => first.received.length === 1);
  const second = await record(workspace);
  workspace.socketMode.dropConnections();
  // The first client reconnects by itself, so either may get it.
  await vi.waitUntil(() => [...first.received, ...second.received].some(({ retry }) => retry === 1), 10_000);
});

test('envelopes are spread over the connections', async () => {
  const workspace = await startForTest();
  const recorders = [await record(workspace), await record(workspace), await record(workspace)];
  expect(workspace.socketMode.connectionCount).toBe(3);
  for (let index = 0; index < 9; index += 1) workspace.as(amara).post(questions, `message ${index}`);
  await workspace.idle();
  expect(recorders.map(({ received }) => received.length)).toEqual([3, 3, 3]);
});

test('there are ten connections at most', async () => {
  const workspace = await startForTest();
  const open = async (): Promise<string> => {
    const { url } = await clientFor(workspace, workspace.appToken).apps.connections.open();
    const socket = new WebSocket(String(url));
    const first = await new Promise<string>((resolve) => socket.once('message', (data) => resolve(String(data))));
    return JSON.parse(first).type;
  };
  const greetings: string[] = [];
  for (let index = 0; index < 11; index += 1) greetings.push(await open());
  expect(greetings).toEqual([...Array.from({ length: 10 }, () => 'hello'), 'disconnect']);
});

test('a ticket opens one connection, and none is opened without', async () => {
  const workspace = await startForTest();
  const { url } = await clientFor(workspace, workspace.appToken).apps.connections.open();
  const opens = (address: string): Promise<boolean> => {
    const socket = new WebSocket(address);
    return new Promise((resolve) => {
      socket.once('open', () => resolve(true));
      socket.once('error', () => resolve(false));
    });
  };
  expect(await opens(String(url))).toBe(true);
  expect(await opens(String(url))).toBe(false);
  expect(await opens(String(url).replace(/\?.*/, ''))).toBe(false);
});

test('a requested reconnect brings the client back, and events go on', async () => {
  const workspace = await startForTest();
  const { events } = await record(workspace);
  workspace.socketMode.requestReconnect('refresh_requested');
  await workspace.waitFor(() => workspace.socketMode.connectionCount === 0);
  await workspace.waitFor(() => workspace.socketMode.connectionCount === 1);
  workspace.as(amara).post(questions, 'back?');
  await workspace.waitFor(() => events().find(({ text }) => text === 'back?'));
});

test('copies of an event reach every connection at the same instant', async () => {
  const workspace = await startForTest({ eventCopies: 3 });
  const [one, other] = [await record(workspace), await record(workspace)];
  for (let index = 0; index < 4; index += 1) workspace.as(amara).post(questions, `message ${index}`);
  await workspace.idle();
  const ids = [...one.received, ...other.received].map(({ body }) => body['event_id']);
  expect([one.received.length, other.received.length, new Set(ids).size]).toEqual([6, 6, 4]);
});
