// New wordings written into the phrasings files beside the notes. Edge.
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { toPhrasingsPath } from '../knowledge/note-source.ts';
import { addWordings, type LearnedWordings, type WordingMark } from '../knowledge/phrasings/add-wordings.ts';
import { locateKnowledge } from './locate-knowledge.ts';
import { replaceFile } from './replace-file.ts';

/** What was written: the file, and how many wordings were new in it. */
export interface WrittenPhrasings {
  /** Path below the knowledge folder. */
  readonly file: string;
  readonly added: number;
}

async function readOld(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}

/** The phrasings file of a note as it is there: a team may have written `.yaml`. */
async function findFile(folder: string, note: string): Promise<string> {
  const file = toPhrasingsPath(note);
  const other = file.replace(/yml$/, 'yaml');
  const isThere = async (name: string) =>
    await stat(join(folder, name)).then(
      () => true,
      () => false,
    );
  return !(await isThere(file)) && (await isThere(other)) ? other : file;
}

/**
 * Adds wordings to the phrasings file of one note, keeping its comments and its order; a file that is not there yet is made.
 * `root`: KNOWLEDGE_DIR, a folder or a single note; `note`: path below it. `mark` stands behind each new one. Rejects where the file
 * holds no valid phrasings (it is then left as it is) or cannot be written.
 */
export async function writePhrasings(
  root: string,
  note: string,
  learned: LearnedWordings,
  mark: WordingMark | null = null,
): Promise<WrittenPhrasings> {
  const { folder } = await locateKnowledge(root);
  const file = await findFile(folder, note);
  const path = join(folder, file);
  const { text, added } = addWordings({ file, text: await readOld(path) }, learned, mark);
  if (added > 0) await replaceFile(path, text);
  return { file, added };
}
