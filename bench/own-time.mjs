// How much a main thread itself works between two turns of its event loop.
import { openSync, readSync } from 'node:fs';

/** Reads how many milliseconds the main thread has been on a processor, without leaving garbage; null where the system does not tell (Linux does). */
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
 * Tells `onWork` after each turn how many milliseconds the main thread worked in it: what a busy machine takes away does not count. It
 * worked no longer than it was on a processor, and no longer than its loop was not waiting: the system's books lag by some milliseconds.
 * Gives the function that stops it, which says whether the system told.
 */
export function watchOwnTime(onWork) {
  const ownTime = openOwnTime();
  const activeTime = () => performance.eventLoopUtilization().active;
  let [own, active] = [ownTime?.() ?? 0, activeTime()];
  const timer = setInterval(() => {
    const [ownNow, activeNow] = [ownTime?.() ?? 0, activeTime()];
    onWork(Math.min(ownNow - own, activeNow - active));
    [own, active] = [ownNow, activeNow];
  }, 1);
  timer.unref();
  return () => {
    clearInterval(timer);
    return ownTime !== null;
  };
}
