// Loaded before the program by whole-program.mjs: tells the parent process of each turn that took long.
import { isMainThread } from 'node:worker_threads';
import { watchOwnTime } from './own-time.mjs';

const WORTH_TELLING_MS = 2;

if (isMainThread && process.send !== undefined) {
  process.channel.unref();
  watchOwnTime((ms) => {
    if (ms > WORTH_TELLING_MS) process.send({ ms });
  });
}
