// Other files of a site that a note asks for. Edge.
import { readFileSync, realpathSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/** No part of a page that a person wrote is longer. */
const maxLength = 500_000;

/** What stands for a file that lies outside: it is left out and named. */
export const outside = Symbol('outside');

/** True where a file (a real path) lies below a folder. */
export function isBelow(folder: string, file: string): boolean {
  const path = relative(folder, file);
  return path !== '' && !path.startsWith('..') && !/^([a-z]:)?[\\/]/i.test(path);
}

function isInside(file: string, folders: readonly string[]): boolean {
  return folders.some((folder) => isBelow(folder, file));
}

function readInside(path: string, folders: readonly string[]): string | null | typeof outside {
  if (!isInside(path, folders)) return outside;
  try {
    const file = realpathSync(path);
    if (
      !isInside(
        file,
        folders.map((folder) => realpathSync(folder)),
      )
    )
      return outside;
    const text = readFileSync(file, 'utf8');
    return text.length > maxLength ? null : text;
  } catch {
    return null;
  }
}

/**
 * The text of a file that a note includes; null where there is none; `outside` where it lies outside the site's folder and
 * the knowledge folder, by its path, by a link or by an address. `from`: folder below the site's (`_includes`), or `''` for
 * the note's own.
 */
export function readInclude(
  siteFolder: string,
  knowledgeFolder: string,
  note: string,
  path: string,
  from: string,
): string | null | typeof outside {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(path)) return outside;
  const own = from === '' ? join(knowledgeFolder, dirname(note)) : join(siteFolder, from);
  const found = [own, join(siteFolder, 'docs')].map((folder) =>
    readInside(resolve(folder, path.replace(/^\//, '')), [siteFolder, knowledgeFolder]),
  );
  return found.find((text) => typeof text === 'string') ?? (found.includes(outside) ? outside : null);
}
