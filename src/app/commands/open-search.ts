// The notes and their index as a command uses them: read once, by meaning where there is an encoder, with progress on long work.
import { SingleBar } from 'cli-progress';
import type { NotesIndex } from '../../index/notes-index.ts';
import type { Fault } from '../../knowledge/fault.ts';
import type { LearnedWording } from '../../knowledge/learned-wording.ts';
import { describeFault } from '../../use-cases/notes/keep-knowledge.ts';
import { createNotesIndex } from '../create-notes-index.ts';
import type { CommandContext } from './output.ts';

/** Work that takes longer than this shows its progress, in milliseconds. */
const showAfterMs = 1000;

/** Commands have time: a question waits for its vector as long as the encoder takes. */
const patienceMs = 120_000;

/** Says what failed in the encoder or on its disk, where the search answers all the same. */
export function noteSearchFault({ note }: CommandContext, error: unknown): void {
  note(`The search goes on with what it has: ${String(error)}`);
}

export interface SearchNeeds {
  /** What the team taught, where it is to count. */
  readonly learned?: readonly LearnedWording[];
  /** Hears what is wrong with the notes; it is noted unless given. */
  readonly onFault?: (fault: Fault) => void;
}

/** Resolves when the notes are indexed as far as they will be. Rejects where they cannot be read. Close it after use. */
export async function openSearch(context: CommandContext, needs: SearchNeeds = {}): Promise<NotesIndex> {
  const { learned = [], onFault = (fault) => context.note(describeFault(fault)) } = needs;
  const progress = createProgress(context);
  const listener = {
    onProgress: progress.update,
    onSwap: () => {},
    onFault: (error: unknown) => noteSearchFault(context, error),
  };
  const index = await createNotesIndex(context.config, listener, { patienceMs });
  try {
    const { faults } = await index.read({ wordings: learned }, Date.now());
    faults.forEach(onFault);
    await index.whenMeaningful();
    return index;
  } catch (error) {
    await index.close();
    throw error;
  } finally {
    progress.stop();
  }
}

export interface Progress {
  readonly update: (done: number, total: number) => void;
  /** A line for itself, whatever is drawn. */
  readonly say: (text: string) => void;
  readonly stop: () => void;
}

/** A bar on standard error once the work has taken a second; where no terminal listens, one line says that it goes on. */
export function createProgress(
  { isInteractive, note }: CommandContext,
  title = 'Reading the notes by meaning',
  things = 'texts',
): Progress {
  let startedAt: number | null = null;
  const bar = new SingleBar({
    format: `${title} [{bar}] {value}/{total}, {eta} s left`,
    hideCursor: true,
    clearOnComplete: true,
  });
  let isShown = false;
  const update = (done: number, total: number) => {
    startedAt ??= Date.now();
    if (!isShown && Date.now() - startedAt < showAfterMs) return;
    if (!isShown && isInteractive) bar.start(total, done);
    else if (!isShown) note(`${title}: ${total} ${things} …`);
    else if (isInteractive) bar.update(done);
    isShown = true;
  };
  const stop = () => {
    if (isShown && isInteractive) bar.stop();
  };
  const say = (text: string) => {
    stop();
    isShown &&= !isInteractive;
    note(text);
  };
  return { update, say, stop };
}
