// A language model over HTTP: what it is asked, and what an endpoint can do wrong.
import { describe, expect, it, onTestFinished } from 'vitest';
import { ChatEndpoint, type ChatEndpointSettings } from '../../src/drafting/chat-endpoint.ts';
import { type LoopbackChat, say, startLoopbackChat } from './loopback-chat.ts';

const prompt = { system: 'You write wordings.', user: 'Write some.', schema: { type: 'object' } };
const never = new AbortController().signal;

async function open(
  settings: Partial<ChatEndpointSettings> = {},
): Promise<{ chat: LoopbackChat; endpoint: ChatEndpoint }> {
  const chat = await startLoopbackChat(() => 'said');
  const endpoint = new ChatEndpoint({ url: chat.url, model: 'tiny', apiKey: null, retryAfterMs: 1, ...settings });
  onTestFinished(async () => {
    await endpoint.close();
    await chat.close();
  });
  return { chat, endpoint };
}

describe('ChatEndpoint', () => {
  it('asks for a completion in the form of the schema', async () => {
    const { chat, endpoint } = await open({ apiKey: 'secret' });
    expect(await endpoint.ask(prompt, never)).toEqual({ kind: 'said', text: 'said' });
    expect(chat.requests).toEqual([
      {
        path: '/v1/chat/completions',
        authorization: 'Bearer secret',
        model: 'tiny',
        messages: [
          { role: 'system', content: 'You write wordings.' },
          { role: 'user', content: 'Write some.' },
        ],
        response_format: {
          type: 'json_schema',
          json_schema: { name: 'wordings', strict: true, schema: { type: 'object' } },
        },
      },
    ]);
  });

  it('does without a schema, and without any form, where they are refused, and remembers it', async () => {
    const { chat, endpoint } = await open();
    const refuse = (response: Parameters<LoopbackChat['answers'][number]>[0]) =>
      response.writeHead(400).end('response_format is unknown');
    chat.answers.push(refuse, refuse);
    expect((await endpoint.ask(prompt, never)).kind).toBe('said');
    await endpoint.ask(prompt, never);
    expect(chat.requests.map(({ response_format: form }) => form?.type)).toEqual([
      'json_schema',
      'json_object',
      undefined,
      undefined,
    ]);
  });

  it('waits as long as a busy endpoint asks for, and for one that fails', async () => {
    const { chat, endpoint } = await open();
    chat.answers.push(
      (response) => response.writeHead(429, { 'retry-after': '0' }).end(),
      (response) => response.writeHead(429, { 'retry-after': new Date(0).toUTCString() }).end(),
      (response) => response.writeHead(500).end('oh'),
      (response) => response.destroy(),
    );
    const told: [string, number][] = [];
    const said = await endpoint.ask(prompt, never, (problem, pauseMs) => told.push([problem, pauseMs]));
    expect(said).toEqual({ kind: 'said', text: 'said' });
    expect(chat.requests).toHaveLength(5);
    expect(told.map(([, pauseMs]) => pauseMs)).toEqual([0, 0, 9, 27]);
    expect(told[2]?.[0]).toContain('answered 500: oh.');
  });

  it('gives up after some attempts, naming address, model and status, never the key', async () => {
    const { chat, endpoint } = await open({ apiKey: 'secret' });
    for (let at = 0; at < 9; at += 1) chat.answers.push((response) => response.writeHead(503).end('no secret room'));
    expect(await endpoint.ask(prompt, never)).toEqual({
      kind: 'stopped',
      problem: `${chat.url}/chat/completions (model tiny) answered 503: no *** room.`,
    });
    expect(chat.requests).toHaveLength(5);
  });

  it('does not wait for hours', async () => {
    const { chat, endpoint } = await open();
    chat.answers.push((response) => response.writeHead(429, { 'retry-after': '3600' }).end());
    expect(await endpoint.ask(prompt, never)).toMatchObject({
      kind: 'stopped',
      problem: expect.stringContaining('3600 seconds'),
    });
  });

  it('stops at once where a key or a model is refused', async () => {
    const { chat, endpoint } = await open();
    chat.answers.push((response) => response.writeHead(401).end('who are you'));
    expect(await endpoint.ask(prompt, never)).toMatchObject({
      kind: 'stopped',
      problem: expect.stringContaining('answered 401: who are you.'),
    });
    expect(chat.requests).toHaveLength(1);
  });

  it('asks one that hangs once more, and no more', async () => {
    const { chat, endpoint } = await open({ timeoutMs: 500 });
    chat.answers.push(
      () => {},
      (response) => response.writeHead(200).write('{"choices": ['),
    );
    expect(await endpoint.ask(prompt, never)).toMatchObject({
      kind: 'stopped',
      problem: expect.stringContaining('gave no answer within 0.5 seconds'),
    });
    expect(chat.requests).toHaveLength(2);
  });

  it('takes nothing else for a completion', async () => {
    const { chat, endpoint } = await open();
    const bodies = [
      '',
      '<html>',
      '[]',
      '{"choices": []}',
      '{"choices": [{"message": {"content": null}}]}',
      `"${'x'.repeat(5_000_000)}"`,
    ];
    for (const body of bodies) {
      chat.answers.push((response) => response.end(body));
      expect(await endpoint.ask(prompt, never)).toMatchObject({ kind: 'unusable' });
    }
    chat.answers.push((response) => say(response, ''));
    expect(await endpoint.ask(prompt, never)).toEqual({ kind: 'said', text: '' });
  });

  it('gives a request up when it is told to', async () => {
    const { chat, endpoint } = await open();
    const interrupted = new AbortController();
    chat.answers.push(() => interrupted.abort());
    expect((await endpoint.ask(prompt, interrupted.signal)).kind).toBe('stopped');
    expect(chat.requests).toHaveLength(1);
  });
});
