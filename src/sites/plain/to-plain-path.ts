// A note's address where no generator is known. Pure.
import type { AddressHead } from '../address-head.ts';
import { type ContentPath, noteExtension } from '../content-path.ts';
import { findPattern } from '../find-pattern.ts';
import { toHugoPath } from '../hugo/to-hugo-path.ts';
import type { Site } from '../site.ts';

const forge = /^https:\/\/[^/]+\/(?:[^/]+\/)+(?:-\/)?(blob|tree|wikis?)\//;

/** What a forge shows at an address: the files of a repository, or its wiki; null for any other site. */
export function findForge(url: string | null): 'files' | 'wiki' | null {
  if (url === null || !/^https:\/\/(github\.com|gitlab\.|codeberg\.org|[^/]*git[^/]*)/.test(url)) return null;
  const kind = forge.exec(url)?.[1];
  return kind === undefined ? null : kind.startsWith('wiki') ? 'wiki' : 'files';
}

/** A folder of plain files: in a repository and its wiki they keep their names, elsewhere they are read as Hugo reads them. */
export function toPlainPath(path: ContentPath, head: AddressHead, site: Site): string {
  const kind = findForge(site.url);
  if (kind === null || findPattern(path.folders, site.permalinks) !== null) return toHugoPath(path, head, site);
  if (kind === 'files') return path.path;
  // A wiki has one flat list of pages; the one called Home is its front.
  const page = (path.path.split('/').at(-1) ?? '').replace(noteExtension, '');
  return page === 'Home' ? '' : page;
}
