// Notes read and written whole, by their paths below the knowledge folder. Edge.
import { mkdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { NoteFiles } from '../use-cases/drafts/export-drafts.ts';
import { locateKnowledge } from './locate-knowledge.ts';
import { replaceFile } from './replace-file.ts';

/** The notes of KNOWLEDGE_DIR, and where they lie below the root of their repository (empty: at it). */
export interface OpenNoteFiles extends NoteFiles {
  readonly below: string;
}

/** Rejects, in words, where there are none. */
export async function openNoteFiles(root: string): Promise<OpenNoteFiles> {
  const { folder, only } = await locateKnowledge(root);
  return {
    below: await findBelow(folder),
    locate: (note) => only ?? note,
    read: async (note) => {
      try {
        return await readFile(join(folder, note), 'utf8');
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
        throw error;
      }
    },
    write: async (note, text) => {
      await mkdir(dirname(join(folder, note)), { recursive: true });
      await replaceFile(join(folder, note), text);
    },
  };
}

/** The path from the root of the git repository that holds the folder; empty where none does. */
async function findBelow(folder: string): Promise<string> {
  for (let at = folder; ; at = dirname(at)) {
    const isRoot = await stat(join(at, '.git')).then(
      () => true,
      () => false,
    );
    if (isRoot) return relative(at, folder).replaceAll('\\', '/');
    if (dirname(at) === at) return '';
  }
}
