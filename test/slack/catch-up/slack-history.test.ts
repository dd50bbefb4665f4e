// What was said meanwhile where a whole organisation has installed the bot: one token, and a list of conversations for each workspace.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebClient } from '@slack/web-api';
import { afterEach, expect, it } from 'vitest';
import { SlackHistory } from '../../../src/slack/catch-up/slack-history.ts';

type Answers = Readonly<Record<string, (asked: URLSearchParams) => object>>;

let close = async (): Promise<void> => {};
afterEach(() => close());

async function toHistory(answers: Answers): Promise<SlackHistory> {
  const server = createServer((request, response) => void answer(request, response));
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const method = (request.url ?? '').replace('/api/', '');
    const given = answers[method]?.(new URLSearchParams(Buffer.concat(chunks).toString()));
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(given === undefined ? { ok: false, error: 'unknown_method' } : { ok: true, ...given }));
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close = async () => void server.close();
  const { port } = server.address() as AddressInfo;
  return new SlackHistory(new WebClient('xoxb-test', { slackApiUrl: `http://127.0.0.1:${port}/api/` }));
}

const channels: Readonly<Record<string, readonly object[]>> = {
  T1: [{ id: 'D1', is_im: true }, { id: 'C1' }, { id: 'CSHARED' }],
  T2: [{ id: 'C2' }, { id: 'CSHARED' }],
};

it('looks into every workspace of an organisation, each with its own id, and into what they share once', async () => {
  const history = await toHistory({
    'auth.test': () => ({ team_id: 'E1', user_id: 'UBOT', is_enterprise_install: true }),
    'auth.teams.list': (asked) =>
      asked.get('cursor') === null
        ? { teams: [{ id: 'T1' }], response_metadata: { next_cursor: 'more' } }
        : { teams: [{ id: 'T2' }], response_metadata: { next_cursor: '' } },
    'users.conversations': (asked) => ({ channels: channels[asked.get('team_id') ?? ''] ?? [] }),
    'conversations.history': () => ({ messages: [{ ts: '5.1', user: 'U1', text: 'Who repairs the lamp?' }] }),
  });
  const found = await history.listConversations();
  expect(found.map(({ id }) => id)).toEqual(['C1', 'CSHARED', 'C2', 'D1']);
  const second = found.find(({ id }) => id === 'C2');
  const [past] = second === undefined ? [] : await history.readConversation(second, 0);
  expect(past?.message).toMatchObject({ team: 'T2', channel: 'C2', user: 'U1' });
});

it('asks for no workspace where one has installed the bot', async () => {
  const history = await toHistory({
    'auth.test': () => ({ team_id: 'T1', user_id: 'UBOT', is_enterprise_install: false }),
    'users.conversations': (asked) => ({ channels: asked.has('team_id') ? [] : channels['T1'] }),
  });
  expect((await history.listConversations()).map(({ team, id }) => `${team} ${id}`)).toEqual([
    'T1 C1',
    'T1 CSHARED',
    'T1 D1',
  ]);
});
