// Where a note lies in the content of its site. Pure.
import type { Site } from './site.ts';

/** How a note's file name ends: Markdown, with components (MDX), or with code that is run (Quarto). */
export const noteExtension = /\.(md|markdown|mdx|qmd)$/i;

/** A note's place below the site's content folder. */
export interface ContentPath {
  /** With file name and extension: `blog/2022/role/index.md`. */
  readonly path: string;
  /** Folders above the note's own name, from the top; for a bundle (`role/index.md`) without the bundle's folder. */
  readonly folders: readonly string[];
  /** The note's own name without extension: `faq`, a bundle's folder name, or `''` for the page of a folder. */
  readonly name: string;
  /** What the file is: a page of its own, a page in a bundle's folder (`index.md`), or the page of a folder (`_index.md`). */
  readonly kind: 'page' | 'bundle' | 'folder';
}

function removeExtension(file: string): string {
  return file.replace(noteExtension, '');
}

/** Joins a path to a folder (`''` is the top) and takes out `.` and `..`; null where it climbs above the top. */
export function joinPath(folder: string, path: string): string | null {
  const parts: string[] = folder === '' ? [] : folder.split('/').filter((part) => part !== '');
  for (const part of path.split('/')) {
    if (part === '..' && parts.pop() === undefined) return null;
    if (part !== '' && part !== '.' && part !== '..') parts.push(part);
  }
  return parts.join('/');
}

/** The place of a note in the site's content, or null where it lies outside. `note`: path below the knowledge folder. */
export function toContentPath(note: string, site: Pick<Site, 'prefix' | 'root'>): string | null {
  if (!note.startsWith(site.root)) return null;
  return site.prefix + note.slice(site.root.length);
}

/** Takes a path in the content apart. */
export function parseContentPath(path: string): ContentPath {
  const folders = path.split('/');
  const file = removeExtension(folders.pop() ?? '');
  if (file === '_index') return { path, folders, name: '', kind: 'folder' };
  if (/^(index|readme)$/i.test(file)) {
    const name = folders.pop() ?? '';
    return { path, folders, name, kind: name === '' ? 'folder' : 'bundle' };
  }
  return { path, folders, name: file, kind: 'page' };
}
