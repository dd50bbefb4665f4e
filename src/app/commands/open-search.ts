// The search as a command uses it: read once, by meaning where there is an encoder, with progress on long work.
import { SingleBar } from 'cli-progress';
import type { LearnedSource } from '../../use-cases/notes/keep-knowledge.ts';
import { composeSearch, type Search } from '../create-search.ts';
import { type CommandContext, toNoteLogger } from './output.ts';

/** Work that takes longer than this shows its progress, in milliseconds. */
const showAfterMs = 1000;

/** Commands have time: a question waits for its vector as long as the encoder takes. */
const patienceMs = 120_000;

/** Resolves when the notes are indexed as far as they will be. Rejects where they cannot be read. Close it after use. `learned`: what the team taught, where it is to count. */
export async function openSearch(context: CommandContext, learned?: LearnedSource): Promise<Search> {
  const progress = createProgress(context);
  const search = await composeSearch(context.config, {
    logger: toNoteLogger(context),
    now: Date.now,
    onProgress: progress.update,
    patienceMs,
    ...(learned === undefined ? {} : { learned }),
  });
  try {
    await search.keeper.reload();
    await search.searcher.whenMeaningful();
    return search;
  } catch (error) {
    await search.close();
    throw error;
  } finally {
    progress.stop();
  }
}

export interface Progress {
  readonly update: (done: number, total: number) => void;
  readonly stop: () => void;
}

/** A bar on standard error once the work has taken a second; where no terminal listens, one line says that it goes on. */
export function createProgress(
  { isInteractive, note }: CommandContext,
  title = 'Reading the notes by meaning',
): Progress {
  const startedAt = Date.now();
  const bar = new SingleBar({
    format: `${title} [{bar}] {value}/{total}, {eta} s left`,
    hideCursor: true,
    clearOnComplete: true,
  });
  let isShown = false;
  const update = (done: number, total: number) => {
    if (!isShown && Date.now() - startedAt < showAfterMs) return;
    if (!isShown && isInteractive) bar.start(total, done);
    else if (!isShown) note(`${title}: ${total} texts …`);
    else if (isInteractive) bar.update(done);
    isShown = true;
  };
  const stop = () => {
    if (isShown && isInteractive) bar.stop();
  };
  return { update, stop };
}
