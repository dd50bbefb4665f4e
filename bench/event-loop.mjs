// How long the main thread's event loop is held up while a large set of notes is read, encoded, calibrated and swapped.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { CachedEncoder } from '../dist/encoder/cache/cached-encoder.js';
import { VectorCache } from '../dist/encoder/cache/vector-cache.js';
import { openEncoder } from '../dist/encoder/encoder-host.js';
import { WorkerSearcher } from '../dist/encoder/worker-searcher.js';
import { makeKnowledge } from './made-up-notes.mjs';
import { watchOwnTime } from './own-time.mjs';

/** Lets two other threads work for three seconds, as the indexes do, while the main thread does nothing. */
async function idleBesideOthers() {
  const others = Array.from(
    { length: 2 },
    () => new Worker('for (;;) Array.from({ length: 1e5 }, () => ({}));', { eval: true }),
  );
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  await Promise.all(others.map((other) => other.terminate()));
}

/** Runs `work` and says how long it took and the longest delays of the event loop meanwhile, in milliseconds. */
async function watch(name, work) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  let longest = 0;
  const stopWatching = watchOwnTime((ms) => {
    longest = Math.max(longest, ms);
  });
  const start = performance.now();
  await work();
  const took = performance.now() - start;
  delay.disable();
  const ms = (nanoseconds) => Number((nanoseconds / 1e6 - 1).toFixed(1));
  stopWatching();
  return {
    name,
    tookMs: Math.round(took),
    longestMs: ms(delay.max),
    p99Ms: ms(delay.percentile(99)),
    longestOwnWorkMs: Number(longest.toFixed(1)),
  };
}

/** Vectors at once, whatever the text: the way of the vectors is measured, not the model. */
const instantEncoder = {
  name: 'instant',
  encode: async (texts) =>
    texts.map((text) => new Float32Array(384).fill(0.01).fill(0.2, text.length % 370, (text.length % 370) + 9)),
  close: async () => {},
};

/** The figures for `count` entries: a first start, a reload, a second start from the cache, and questions during a reload. */
async function measureEventLoop({ count = 1_000, phrasings = 2, isInstant = false }, say = () => {}) {
  const directory = await mkdtemp(join(tmpdir(), 'rolecall-bench-'));
  const knowledge = makeKnowledge(count, phrasings);
  const figures = [];
  const note = async (name, work) => {
    const figure = await watch(name, work);
    figures.push(figure);
    say(figure);
  };
  const start = async () => {
    const inner = isInstant ? instantEncoder : openEncoder();
    const encoder = new CachedEncoder(inner, await VectorCache.open(directory, inner.name), console.error);
    const searcher = new WorkerSearcher({ encoder, maxFalseReplies: 0.05, onFault: console.error });
    return { searcher, close: () => searcher.close().then(() => encoder.close()) };
  };
  await note('nothing, beside two busy threads: what the machine does to an idle loop', idleBesideOthers);
  const first = await start();
  await note('index by words', () => first.searcher.update(knowledge));
  await note('first encoding and index by meaning', () => first.searcher.whenMeaningful());
  const changed = {
    ...knowledge,
    entries: [...knowledge.entries.slice(1), { ...knowledge.entries[0], question: 'What is new here?' }],
  };
  await note('reload after a change, with a question every 50 ms', async () => {
    const asking = setInterval(
      () => void first.searcher.match(['how do I extend the visa 7 abroad?']).catch(() => {}),
      50,
    );
    await first.searcher.update(changed);
    await first.searcher.whenMeaningful();
    clearInterval(asking);
  });
  await first.close();
  let second;
  await note('second start, index by words', async () => {
    second = await start();
    await second.searcher.update(knowledge);
  });
  await note('second start, index by meaning from the cache', () => second.searcher.whenMeaningful());
  await second.close();
  await rm(directory, { recursive: true });
  return figures;
}

const [count = 1_000, phrasings = 2] = process.argv
  .slice(2)
  .filter((word) => !word.startsWith('-'))
  .map(Number);
const isInstant = process.argv.includes('--instant-encoder');
await measureEventLoop({ count, phrasings, isInstant }, (figure) => console.log(JSON.stringify(figure)));
