// An OpenAI-compatible embeddings endpoint on loopback: each text's vector counts its letters.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface LoopbackEndpoint {
  /** Base address, as somebody would set `EMBEDDINGS_URL`. */
  readonly url: string;
  /** What was asked, in order. */
  readonly requests: {
    readonly path: string;
    readonly authorization: string | undefined;
    readonly model: string;
    readonly input: readonly string[];
  }[];
  /** Answers taken, one for each request, before the ordinary ones. */
  readonly answers: ((response: ServerResponse) => void)[];
  close(): Promise<void>;
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';

function countLetters(text: string): number[] {
  return [...ALPHABET].map((letter) => text.toLowerCase().split(letter).length - 1);
}

async function bodyOf(request: IncomingMessage): Promise<{ model: string; input: string[] }> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return JSON.parse(body);
}

export async function startLoopbackEndpoint(): Promise<LoopbackEndpoint> {
  const requests: LoopbackEndpoint['requests'] = [];
  const answers: LoopbackEndpoint['answers'] = [];
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { model, input } = await bodyOf(request);
    requests.push({ path: request.url ?? '', authorization: request.headers.authorization, model, input });
    const answer = answers.shift();
    if (answer !== undefined) {
      answer(response);
      return;
    }
    const data = input.map((text, index) => ({ object: 'embedding', index, embedding: countLetters(text) }));
    response
      .setHeader('content-type', 'application/json')
      .end(JSON.stringify({ object: 'list', model, data: data.reverse() }));
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
