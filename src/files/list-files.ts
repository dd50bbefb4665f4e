// The notes, data and phrasings files below a folder. Edge.
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fault } from '../knowledge/fault.ts';
import { isDataFile, phrasingsExtension } from '../knowledge/note-source.ts';
import { namesQuestions } from '../knowledge/sections/is-question-note.ts';
import { noteExtension } from '../sites/content-path.ts';

/** Files found below a folder, as paths with forward slashes, in the order of their names. */
export interface FileList {
  readonly notes: readonly string[];
  /** Lists of questions in YAML or JSON, as far as their names tell. */
  readonly data: readonly string[];
  readonly phrasings: readonly string[];
  /** Pages in HTML: one of them may show what stands in a data file. */
  readonly pages: readonly string[];
  readonly faults: readonly Fault[];
}

/** Which files are read. */
export interface ListOptions {
  /** Folders that are content although their name begins with `_`. */
  readonly extraFolders?: readonly string[];
  /** The one note that is read (with its phrasings), or null for all. */
  readonly only?: string | null;
}

const otherFolders = new Set(['node_modules', 'archetypes', 'themes', '_site', 'public']);
const page = /\.html?$/i;

interface Seen {
  readonly name: string;
  readonly isFolder: boolean;
}

function isReadFile(path: string, name: string): boolean {
  if (isDataFile(path)) return true;
  if (!(noteExtension.test(name) || phrasingsExtension.test(name) || page.test(name))) return false;
  return !name.startsWith('_') || /^_index\./.test(name);
}

function isReadFolder(name: string, extraFolders: readonly string[]): boolean {
  if (otherFolders.has(name)) return false;
  const isContent = name === '_posts' || name === '_data' || extraFolders.includes(name);
  return !name.startsWith('_') || isContent || namesQuestions(name.slice(1));
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

  async #visit(path: string, { name, isFolder }: Seen, above: readonly string[]): Promise<void> {
    if (name.startsWith('.')) return;
    if (isFolder) {
      if (isReadFolder(name, this.#extraFolders)) await this.list(path, above);
    } else if (isReadFile(path, name)) this.files.push(path);
  }

  async #look(folder: string): Promise<readonly Seen[]> {
    const entries = await readdir(folder, { withFileTypes: true });
    return await Promise.all(
      entries.map(async (entry) => {
        const isFolder = entry.isSymbolicLink()
          ? await stat(join(folder, entry.name)).then(
              (target) => target.isDirectory(),
              () => false,
            )
          : entry.isDirectory();
        return { name: entry.name, isFolder };
      }),
    );
  }

  /** `above`: real paths of the folders on the way down; a link back to one of them is a loop and is not followed. */
  async list(folder: string, above: readonly string[]): Promise<void> {
    try {
      const real = await realpath(join(this.#root, folder));
      if (above.includes(real)) return;
      const seen = [...(await this.#look(real))].sort((one, other) => (one.name < other.name ? -1 : 1));
      for (const each of seen)
        await this.#visit(folder === '' ? each.name : `${folder}/${each.name}`, each, [...above, real]);
    } catch (error) {
      if (above.length === 0) throw error;
      this.faults.push(toReadFault(folder, error));
    }
  }
}

/**
 * Lists notes, data and phrasings below `root`. Names that begin with `.` or `_` are no content, but for `_index.md`,
 * `_posts`, `_data`, folders of questions (`_faq`) and `extraFolders`. Rejects where `root` itself cannot be read; what cannot be read below it is a fault.
 */
export async function listFiles(root: string, { extraFolders = [], only = null }: ListOptions = {}): Promise<FileList> {
  const lister = new Lister(root, extraFolders);
  await lister.list('', []);
  const stem = only?.replace(/\.[^.]+$/, '');
  const files =
    stem === undefined
      ? lister.files
      : lister.files.filter(
          (file) => file === only || (phrasingsExtension.test(file) && file.replace(phrasingsExtension, '') === stem),
        );
  const names = new Set(files);
  return {
    // What Quarto has written beside its source is what the site shows.
    notes: files.filter(
      (file) => noteExtension.test(file) && !(/\.qmd$/i.test(file) && names.has(file.replace(/\.qmd$/i, '.md'))),
    ),
    data: files.filter((file) => isDataFile(file)),
    phrasings: files.filter((file) => phrasingsExtension.test(file)),
    pages: lister.files.filter((file) => page.test(file)),
    faults: lister.faults,
  };
}

/** Names, sizes and times of the files: the same text as long as nobody has written below `root`. */
export async function takeFingerprint(root: string, { notes, data, phrasings }: FileList): Promise<string> {
  const files = [...notes, ...data, ...phrasings];
  const stats = await Promise.all(files.map((file) => stat(join(root, file)).catch(() => null)));
  return JSON.stringify(files.map((file, index) => [file, stats[index]?.mtimeMs, stats[index]?.size]));
}
