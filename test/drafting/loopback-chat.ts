// An OpenAI-compatible chat endpoint on loopback: it says what the test gives it.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as the endpoint saw it. */
export interface ChatRequest {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly response_format?: { readonly type: string };
}

export interface LoopbackChat {
  /** Base address, as somebody would set `DRAFT_URL`. */
  readonly url: string;
  readonly requests: ChatRequest[];
  /** Answers taken first, one for each request. */
  readonly answers: ((response: ServerResponse) => void)[];
  close(): Promise<void>;
}

/** Answers as a model does that said `content`. */
export function say(response: ServerResponse, content: unknown): void {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const choices = [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: 'stop' }];
  response.setHeader('content-type', 'application/json').end(JSON.stringify({ object: 'chat.completion', choices }));
}

async function bodyOf(request: IncomingMessage): Promise<Omit<ChatRequest, 'path' | 'authorization'>> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return JSON.parse(body);
}

/** `answer`: what the model says to a request, once `answers` are used up. */
export async function startLoopbackChat(answer: (request: ChatRequest) => unknown): Promise<LoopbackChat> {
  const requests: ChatRequest[] = [];
  const answers: LoopbackChat['answers'] = [];
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { url: path = '', headers } = request;
    const asked = { path, authorization: headers.authorization, ...(await bodyOf(request)) };
    requests.push(asked);
    const first = answers.shift();
    if (first === undefined) say(response, answer(asked));
    else first(response);
  };
  const server = createServer((request, response) => {
    respond(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${port}/v1`, requests, answers, close };
}

/** The ids of the sections that a request is about. */
export function sectionsOf({ messages }: ChatRequest): readonly string[] {
  return [...(messages.at(-1)?.content ?? '').matchAll(/<section id="([^"]+)">/g)].map(([, id = '']) => id);
}
