// How long the main thread's event loop is held up while a large set of notes is read, encoded, calibrated and swapped.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { parseConfig } from '../dist/app/config.js';
import { startIndex } from '../dist/app/start-index.js';
import { makeKnowledge, writeNotes } from './made-up-notes.mjs';
import { watchOwnTime } from './own-time.mjs';

const NOTES = 20;

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

/** Asks every 50 ms while `work` is under way. Gives the longest wait for an answer, in milliseconds. */
async function askMeanwhile(index, work) {
  const waits = [];
  const ask = async () => {
    const start = performance.now();
    await index.match(['how do I extend the visa 7 abroad?']);
    return performance.now() - start;
  };
  const asking = setInterval(() => waits.push(ask()), 50);
  await work();
  clearInterval(asking);
  return Math.round(Math.max(0, ...(await Promise.all(waits))));
}

/** The figures for `count` entries: a first start, a changed note, and a second start from the cache. */
async function measureEventLoop({ count, phrasings, encoder }, say) {
  const directory = await mkdtemp(join(tmpdir(), 'rolecall-bench-'));
  const folder = join(directory, 'notes');
  await mkdir(folder);
  const [path] = await writeNotes(folder, makeKnowledge(count, phrasings), NOTES);
  const config = parseConfig({ KNOWLEDGE_DIR: folder, STATE_DIR: join(directory, 'state'), ENCODER: encoder });
  const start = () => startIndex(config, { info: () => {} });
  await watch('nothing, beside two busy threads: what the machine does to an idle loop', idleBesideOthers).then(say);
  const first = start();
  await watch('notes read and indexed by words', () => first.read({ wordings: [] }, Date.now())).then(say);
  await watch('first encoding and index by meaning', () => first.whenMeaningful()).then(say);
  await writeFile(path, (await readFile(path, 'utf8')).replace('## How do I', '## How would I'));
  let longestWaitMs = 0;
  const reload = await watch('a changed note answers by words, a question every 50 ms', async () => {
    longestWaitMs = await askMeanwhile(first, () => first.read({ wordings: [] }, Date.now()));
  });
  say({ ...reload, longestWaitMs });
  const meaning = await watch('and by meaning, a question every 50 ms', async () => {
    longestWaitMs = await askMeanwhile(first, () => first.whenMeaningful());
  });
  say({ ...meaning, longestWaitMs });
  await first.close();
  const second = start();
  await watch('second start, by words', () => second.read({ wordings: [] }, Date.now())).then(say);
  await watch('second start, by meaning from the cache', () => second.whenMeaningful()).then(say);
  await second.close();
  await rm(directory, { recursive: true });
}

const [count = 1_000, phrasings = 2] = process.argv
  .slice(2)
  .filter((word) => !word.startsWith('-'))
  .map(Number);
const encoder = process.argv.includes('--words') ? 'off' : 'bundled';
await measureEventLoop({ count, phrasings, encoder }, (figure) => console.log(JSON.stringify(figure)));
