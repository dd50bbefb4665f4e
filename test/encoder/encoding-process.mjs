// A program that ends while the bundled encoder is at work: `node encoding-process.mjs <how>`. The encoder's client is in a thread of its own.
import { Worker } from 'node:worker_threads';
import { startEncoder } from '../../dist/encoder/encoder-host.js';

const client = `
  import { parentPort, workerData } from 'node:worker_threads';
  const { BundledEncoder } = await import(workerData.code);
  const encoder = new BundledEncoder(workerData.port);
  const texts = Array.from({ length: 1_000 }, (_, place) => 'a long text about grants and mentors '.repeat(40) + place);
  encoder.encode(texts, { onProgress: (done) => done === 2 && parentPort.postMessage('at work') }).catch(() => {});
`;

const ways = {
  exit: () => process.exit(3),
  throw: () => {
    throw new Error('thrown on purpose');
  },
  reject: () => void Promise.reject(new Error('rejected on purpose')),
  sigterm: () => process.kill(process.pid, 'SIGTERM'),
  sigint: () => process.kill(process.pid, 'SIGINT'),
  'heeded-sigterm': () => {
    process.once('SIGTERM', () => process.exit(0));
    process.kill(process.pid, 'SIGTERM');
  },
  'natural-end': () => thread.unref(),
  'client-death': () => void thread.terminate(),
  close: async () => {
    await host.close();
    await thread.terminate();
  },
};

const host = startEncoder({ logger: { info: (fields) => process.stdout.write(JSON.stringify(fields)) } });
const port = host.connect();
const thread = new Worker(new URL(`data:text/javascript,${encodeURIComponent(client)}`), {
  workerData: { port, code: new URL('../../dist/encoder/bundled-encoder.js', import.meta.url).href },
  transferList: [port],
});
const how = ways[process.argv[2]];
if (how === undefined) {
  host.warmUp();
  setTimeout(() => process.exit(0), Number(process.argv[2]));
} else thread.once('message', how);
