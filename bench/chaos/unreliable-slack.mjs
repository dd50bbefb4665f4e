// Stands before the workspace's Web API. While it is unreliable a share of the calls goes wrong, half of them after Slack has done
// what was asked.
import { createServer } from 'node:http';

const troubles = [
  { name: 'lost answers', answer: (response) => response.destroy() },
  { name: 'status 500', answer: (response) => response.writeHead(500).end('oh no') },
  {
    name: 'status 429',
    answer: (response) => response.writeHead(429, { 'retry-after': '1' }).end(),
    isNeverDone: true,
  },
  { name: 'internal_error', answer: (response) => refuse(response, 'internal_error') },
];

function refuse(response, error) {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ ok: false, error }));
}

async function forward(slackApiUrl, method, request, body) {
  const { 'content-type': type = '', authorization = '' } = request.headers;
  const answer = await fetch(`${slackApiUrl}${method}`, {
    method: 'POST',
    body,
    headers: { 'content-type': type, authorization },
  });
  return { status: answer.status, text: await answer.text(), after: answer.headers.get('retry-after') };
}

/** `random`: from 0 to below 1. `share`: of the calls, from 0 to 1. */
export async function startUnreliableSlack(slackApiUrl, { random, share }) {
  const counts = Object.fromEntries(troubles.map(({ name }) => [name, 0]));
  const slack = { apiUrl: '', isUnreliable: true, counts, close: () => server.close() };
  const server = createServer(async (request, response) => {
    const method = (request.url ?? '').replace(/^\/api\//, '');
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const isTrouble = slack.isUnreliable && random() < share;
    const trouble = isTrouble ? troubles[Math.floor(random() * troubles.length)] : null;
    const isDone = trouble === null || (trouble.isNeverDone !== true && random() < 0.5);
    try {
      const real = isDone ? await forward(slackApiUrl, method, request, Buffer.concat(chunks)) : null;
      if (trouble !== null) {
        counts[trouble.name] += 1;
        trouble.answer(response);
        return;
      }
      const after = real.after === null ? {} : { 'retry-after': real.after };
      response.writeHead(real.status, { 'content-type': 'application/json', ...after }).end(real.text);
    } catch {
      response.destroy();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  slack.apiUrl = `http://127.0.0.1:${server.address().port}/api/`;
  return slack;
}
