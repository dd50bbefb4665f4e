// Where the notes really lie: a folder, or one note in it, links followed. Edge.
import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';

/** An absolute, real folder, and the one file of it that is read (null: all). */
export interface KnowledgePlace {
  readonly folder: string;
  readonly only: string | null;
}

/** Finds the place of the notes. Rejects, in words, where there is none. */
export async function locateKnowledge(path: string): Promise<KnowledgePlace> {
  try {
    const real = await realpath(resolve(path));
    return (await stat(real)).isDirectory()
      ? { folder: real, only: null }
      : { folder: dirname(real), only: basename(real) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const mend = 'KNOWLEDGE_DIR names the folder of the notes, or one note.';
    throw new Error(`The notes cannot be read: there is no file or folder at ${resolve(path)} (${code}). ${mend}`, {
      cause: error,
    });
  }
}
