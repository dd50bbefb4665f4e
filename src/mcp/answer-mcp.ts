// The notes for assistants over Streamable HTTP: each request stands alone, nothing is kept between two. Edge.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import { createMcpServer, type McpDependencies } from './create-mcp-server.ts';

/** Of a request's body, in bytes: a question and what stands around it. */
const mostBytes = 64 * 1024;
/** Requests under way at once; who comes then is asked to come again. */
const mostAtOnce = 8;
/** A body that takes longer than this to come is given up, in milliseconds. */
const bodyPatienceMs = 10_000;

export type AnswerMcp = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Answers POST. A request with an `Origin` comes from a page in a browser, which has no business here: it is refused, so that no page
 * that somebody visits can read an address of their own network. What fails unforeseen is told to `onFault`, and to the client as such.
 */
export function createMcpAnswer(dependencies: McpDependencies, onFault: (error: unknown) => void): AnswerMcp {
  let underWay = 0;
  return async (request, response) => {
    if (request.headers.origin !== undefined) return refuse(response, 403, 'Pages in a browser are not answered.');
    if (request.method !== 'POST') return refuse(response, 405, 'POST only.', { allow: 'POST' });
    if (underWay >= mostAtOnce) return refuse(response, 503, 'Too many at once.', { 'retry-after': '1' });
    underWay += 1;
    try {
      await answer(dependencies, request, response);
    } catch (error) {
      onFault(error);
      if (!response.headersSent) refuse(response, 500, 'This failed.', {}, -32603);
    } finally {
      underWay -= 1;
    }
  };
}

async function answer(
  dependencies: McpDependencies,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request);
  if (body === null) return refuse(response, 413, `At most ${mostBytes} bytes, within ${bodyPatienceMs / 1000} s.`);
  const parsedBody = parse(body);
  if (parsedBody === undefined) return refuse(response, 400, 'This is no JSON.', {}, -32700);
  if (Array.isArray(parsedBody)) return refuse(response, 400, 'One message at a time.');
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  const server = createMcpServer(dependencies);
  try {
    await server.connect(transport);
    await send(response, await transport.handleRequest(toRequest(request), { parsedBody }));
  } finally {
    await server.close();
  }
}

/** Null where it is too long or too slow. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  const timer = setTimeout(() => request.destroy(), bodyPatienceMs);
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      size += chunk.length;
      if (size > mostBytes) return null;
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

/** Undefined for what is no JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The headers; the body goes beside it. */
function toRequest({ headers }: IncomingMessage): Request {
  const kept = Object.entries(headers).flatMap(([name, value]) =>
    typeof value === 'string' && !name.startsWith(':') ? [[name, value] as [string, string]] : [],
  );
  return new Request('http://localhost/mcp', { method: 'POST', headers: kept });
}

async function send(response: ServerResponse, answered: Response): Promise<void> {
  const text = await answered.text();
  response.writeHead(answered.status, Object.fromEntries(answered.headers)).end(text);
}

function refuse(
  response: ServerResponse,
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
  code = -32600,
): void {
  response
    .writeHead(status, { 'content-type': 'application/json', connection: 'close', ...headers })
    .end(JSON.stringify({ jsonrpc: '2.0', error: { code, message }, id: null }));
}
