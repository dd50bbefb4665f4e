// Other files of a site that a note asks for. Edge.
import { readFileSync, realpathSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/** No part of a page that a person wrote is longer. */
const maxLength = 500_000;

function isBelow(folder: string, file: string): boolean {
  const path = relative(folder, file);
  return path !== '' && !path.startsWith('..') && !/^([a-z]:)?[\\/]/i.test(path);
}

/**
 * The text of a file that a note includes, or null where there is none, or where it lies outside the site's folder and
 * the knowledge folder, also by a link. `from`: folder below the site's (`_includes`), or `''` for the note's own.
 */
export function readInclude(
  siteFolder: string,
  knowledgeFolder: string,
  note: string,
  path: string,
  from: string,
): string | null {
  const folders = from === '' ? [join(knowledgeFolder, dirname(note))] : [join(siteFolder, from)];
  for (const folder of [...folders, join(siteFolder, 'docs')]) {
    try {
      const file = realpathSync(resolve(folder, path.replace(/^\//, '')));
      const isInside = [siteFolder, knowledgeFolder].some((each) => isBelow(realpathSync(each), file));
      if (!isInside) return null;
      const text = readFileSync(file, 'utf8');
      return text.length > maxLength ? null : text;
    } catch {
      // Not there: the next folder may hold it.
    }
  }
  return null;
}
