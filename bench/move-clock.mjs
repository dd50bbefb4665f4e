// Loaded before the program when its pictures are taken: at SIGUSR2 it is the next Monday, a moment after the weekly digest is due.
const realNow = Date.now;
let aheadMs = 0;
Date.now = () => realNow() + aheadMs;

const [dayMs, weekMs] = [86_400_000, 7 * 86_400_000];
/** 1 January 1970 was a Thursday: weeks begin on Monday at eight, UTC. */
const offsetMs = 4 * dayMs + 8 * 3_600_000;
process.on('SIGUSR2', () => {
  const now = realNow();
  aheadMs = (Math.floor((now - offsetMs) / weekMs) + 1) * weekMs + offsetMs + 1000 - now;
});
