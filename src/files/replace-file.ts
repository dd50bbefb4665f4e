// A file written whole or not at all. Edge.
import { mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describeFileFault } from './describe-file-fault.ts';

/** Writes beside the file and then puts the new one in its place: a reader sees the old text or the new, never half. Throws in words where the file cannot be written. */
export async function replaceFile(path: string, text: string): Promise<void> {
  try {
    await replace(path, text);
  } catch (error) {
    const why = describeFileFault(error);
    throw why === null ? error : new Error(`${path} cannot be written: ${why}.`, { cause: error });
  }
}

async function replace(path: string, text: string): Promise<void> {
  const folder = await mkdtemp(join(dirname(path), '.rolecall-'));
  const draft = join(folder, 'new');
  try {
    const mode = await stat(path).then(
      (old) => old.mode,
      () => 0o644,
    );
    await writeFile(draft, text, { mode });
    await rename(draft, path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
