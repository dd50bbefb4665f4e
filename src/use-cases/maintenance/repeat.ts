// Something done again and again while the program runs.

/**
 * Runs `work` every `everyMs`, counted from the end of the last time; `onFault` hears where it fails. Gives the function that stops it
 * and waits for what is under way.
 */
export function repeat(
  work: () => Promise<void>,
  everyMs: number,
  onFault: (error: unknown) => void,
): () => Promise<void> {
  let isStopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let working: Promise<void> = Promise.resolve();
  const schedule = () => {
    if (isStopped) return;
    timer = setTimeout(() => {
      working = work().catch(onFault).then(schedule);
    }, everyMs);
  };
  schedule();
  return async () => {
    isStopped = true;
    clearTimeout(timer);
    await working;
  };
}
