// How long the main thread's event loop is held up while a large set of notes is read, encoded, calibrated and swapped.
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { BundledEncoder } from '../dist/encoder/bundled-encoder.js';
import { CachedEncoder } from '../dist/encoder/cache/cached-encoder.js';
import { VectorCache } from '../dist/encoder/cache/vector-cache.js';
import { WorkerSearcher } from '../dist/encoder/worker-searcher.js';

const SUBJECTS = ['contract', 'salary', 'mentor', 'laptop', 'garden', 'library', 'travel', 'exam', 'stipend', 'visa'];
const VERBS = ['apply for', 'change', 'pay for', 'find', 'return', 'extend', 'share', 'measure', 'cancel', 'improve'];
const CASES = ['in the first year', 'abroad', 'as a student', 'with a team', 'after the deadline', 'at weekends'];

/** Made-up notes: so many entries, each with so many phrasings and an answer of some three hundred words. */
export function makeKnowledge(count, phrasings) {
  const post = { note: 'notes.md', title: 'Notes', date: null, authors: [], url: null, closed: false, deadline: null };
  const pick = (list, number) => list[Math.abs(number) % list.length];
  const entries = Array.from({ length: count }, (_, place) => {
    const subject = `${pick(SUBJECTS, place)} ${Math.floor(place / 10)}`;
    const wording = (at) => `How do I ${pick(VERBS, place + at)} the ${subject} ${pick(CASES, place * 3 + at)}?`;
    const sentence = (at) =>
      `Whoever wants to ${pick(VERBS, at)} a ${subject} ${pick(CASES, at)} asks person ${at * place}.`;
    const answer = Array.from({ length: 5 }, (_, part) =>
      Array.from({ length: 5 }, (_, at) => sentence(part * 5 + at)).join(' '),
    );
    return {
      key: `key-${place}`,
      note: post.note,
      id: `entry-${place}`,
      question: wording(0),
      anchor: null,
      url: null,
      answer: answer.join('\n\n'),
      phrasings: Array.from({ length: phrasings }, (_, at) => wording(at + 1)),
      post,
    };
  });
  return { entries, posts: [post], notCovered: ['how much is a parking ticket', 'is there a gym'], faults: [] };
}

/** Milliseconds that the main thread has been on a processor, or null where the system does not tell (Linux does). */
function ownTime() {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ', 1)[0]) / 1e6;
  } catch {
    return null;
  }
}

/**
 * Watches how much the main thread itself works between two ticks of a timer: what a busy machine takes away does not count here. It
 * worked no longer than it was on a processor, and no longer than its loop was not waiting: the system's books lag by some milliseconds.
 */
function watchOwnTime() {
  const read = () => ({ own: ownTime(), active: performance.eventLoopUtilization().active });
  let [last, longest] = [read(), 0];
  const timer = setInterval(() => {
    const now = read();
    longest = Math.max(longest, Math.min(now.own - last.own, now.active - last.active));
    last = now;
  }, 1);
  return () => {
    clearInterval(timer);
    return last.own === null ? null : Number(longest.toFixed(1));
  };
}

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
  const endOwnTime = watchOwnTime();
  const start = performance.now();
  await work();
  const took = performance.now() - start;
  delay.disable();
  const ms = (nanoseconds) => Number((nanoseconds / 1e6 - 1).toFixed(1));
  const ownMs = endOwnTime();
  return {
    name,
    tookMs: Math.round(took),
    longestMs: ms(delay.max),
    p99Ms: ms(delay.percentile(99)),
    longestOwnWorkMs: ownMs,
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
export async function measureEventLoop({ count = 1_000, phrasings = 2, isInstant = false }, say = () => {}) {
  const directory = await mkdtemp(join(tmpdir(), 'rolecall-bench-'));
  const knowledge = makeKnowledge(count, phrasings);
  const figures = [];
  const note = async (name, work) => {
    const figure = await watch(name, work);
    figures.push(figure);
    say(figure);
  };
  const start = async () => {
    const inner = isInstant ? instantEncoder : new BundledEncoder();
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
