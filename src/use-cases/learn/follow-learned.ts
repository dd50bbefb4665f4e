// Keeps a replica in step with what others learn and forget.
import type { Logger } from '../interfaces/logger.ts';

/** How often the state is asked for its version, in milliseconds: every replica knows within a second. */
const everyMs = 500;

/**
 * Looks for something newly learned again and again, each time `everyMs` after the last look ended. Gives the function that
 * stops it and waits for the look under way.
 */
export function followLearned(
  knowLearned: () => Promise<void>,
  { logger }: { readonly logger: Logger },
): () => Promise<void> {
  let isStopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let looking: Promise<void> = Promise.resolve();
  const look = async () => {
    try {
      await knowLearned();
    } catch (error) {
      logger.warn({ err: error }, 'What was learned elsewhere cannot be read; it is tried again');
    }
    if (!isStopped) schedule();
  };
  const schedule = () => {
    timer = setTimeout(() => {
      looking = look();
    }, everyMs);
  };
  schedule();
  return async () => {
    isStopped = true;
    clearTimeout(timer);
    await looking;
  };
}
