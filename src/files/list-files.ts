// The notes and phrasings files below a folder. Edge.
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fault } from '../knowledge/fault.ts';

/** Files found below a folder, as paths with forward slashes, in the order of their names. */
export interface FileList {
  readonly notes: readonly string[];
  readonly phrasings: readonly string[];
  readonly faults: readonly Fault[];
}

const notePattern = /\.(md|markdown)$/i;
const phrasingsPattern = /\.phrasings\.ya?ml$/i;
const otherFolders = new Set(['node_modules', 'archetypes', 'themes']);

function isRead(name: string, isFolder: boolean, extraFolders: readonly string[]): boolean {
  if (name.startsWith('.')) return false;
  if (!isFolder)
    return notePattern.test(name) || phrasingsPattern.test(name)
      ? !name.startsWith('_') || /^_index\./.test(name)
      : false;
  return !otherFolders.has(name) && (!name.startsWith('_') || name === '_posts' || extraFolders.includes(name));
}

function toReadFault(file: string, error: unknown): Fault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  const problem = `It cannot be read (${code}).`;
  return {
    severity: 'error',
    file,
    line: null,
    problem,
    mend: 'Check that it exists and that the program may read it.',
  };
}

class Lister {
  readonly files: string[] = [];
  readonly faults: Fault[] = [];
  readonly #root: string;
  readonly #extraFolders: readonly string[];

  constructor(root: string, extraFolders: readonly string[]) {
    this.#root = root;
    this.#extraFolders = extraFolders;
  }

  async #visit(path: string, name: string, above: readonly string[]): Promise<void> {
    try {
      const isFolder = (await stat(join(this.#root, path))).isDirectory();
      if (!isRead(name, isFolder, this.#extraFolders)) return;
      if (isFolder) await this.list(path, above);
      else this.files.push(path);
    } catch (error) {
      if (isRead(name, false, this.#extraFolders)) this.faults.push(toReadFault(path, error));
    }
  }

  /** `above`: real paths of the folders on the way down; a link back to one of them is a loop and is not followed. */
  async list(folder: string, above: readonly string[]): Promise<void> {
    const real = await realpath(join(this.#root, folder));
    if (above.includes(real)) return;
    const names = (await readdir(real)).sort((one, other) => (one < other ? -1 : 1));
    for (const name of names) await this.#visit(folder === '' ? name : `${folder}/${name}`, name, [...above, real]);
  }
}

/**
 * Lists notes and phrasings below `root`. Names that begin with `.` or `_` are no content, but for `_index.md`, `_posts`
 * and `extraFolders`. Rejects where `root` itself cannot be read; what cannot be read below it is a fault.
 */
export async function listFiles(root: string, extraFolders: readonly string[] = []): Promise<FileList> {
  const lister = new Lister(root, extraFolders);
  await lister.list('', []);
  return {
    notes: lister.files.filter((file) => notePattern.test(file)),
    phrasings: lister.files.filter((file) => phrasingsPattern.test(file)),
    faults: lister.faults,
  };
}

/** Names, sizes and times of the files: the same text as long as nobody has written below `root`. */
export async function takeFingerprint(root: string, { notes, phrasings }: FileList): Promise<string> {
  const files = [...notes, ...phrasings];
  const stats = await Promise.all(files.map((file) => stat(join(root, file)).catch(() => null)));
  return JSON.stringify(files.map((file, index) => [file, stats[index]?.mtimeMs, stats[index]?.size]));
}
