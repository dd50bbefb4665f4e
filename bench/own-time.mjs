// How much a main thread itself works between two turns of its event loop.
import { openSync, readSync } from 'node:fs';

/** Reads how many milliseconds the main thread has been on a processor, without leaving garbage; null where the system does not say (Linux does). */
function openOwnTime() {
  try {
    const file = openSync(`/proc/self/task/${process.pid}/schedstat`, 'r');
    const bytes = new Uint8Array(64);
    return () => {
      readSync(file, bytes, 0, bytes.length, 0);
      let nanoseconds = 0;
      for (let at = 0; bytes[at] >= 48 && bytes[at] <= 57; at++) nanoseconds = nanoseconds * 10 + bytes[at] - 48;
      return nanoseconds / 1e6;
    };
  } catch {
    return null;
  }
}

/**
 * Tells `onWork` after each turn how many milliseconds the main thread worked in it, at most: it worked no longer than its loop was not
 * waiting and, where the system says so, than it was on a processor, so that what a busy machine takes away does not count. Both, because
 * the system's books lag by some milliseconds. Gives the function that stops it.
 */
export function watchOwnTime(onWork) {
  const ownTime = openOwnTime();
  const read = () => ({ own: ownTime?.() ?? null, active: performance.eventLoopUtilization().active });
  let last = read();
  const timer = setInterval(() => {
    const now = read();
    const active = now.active - last.active;
    onWork(now.own === null ? active : Math.min(now.own - last.own, active));
    last = now;
  }, 1);
  timer.unref();
  return () => clearInterval(timer);
}
