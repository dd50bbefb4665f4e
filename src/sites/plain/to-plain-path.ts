// A note's address where no generator is known. Pure.
import type { AddressHead } from '../address-head.ts';
import type { ContentPath } from '../content-path.ts';
import { findPattern } from '../find-pattern.ts';
import { toHugoPath } from '../hugo/to-hugo-path.ts';
import type { Site } from '../site.ts';

/** A folder of plain files: on GitHub they keep their names, elsewhere they are read as Hugo reads them. */
export function toPlainPath(path: ContentPath, head: AddressHead, site: Site): string {
  const isOnGithub = site.url !== null && /^https:\/\/github\.com\/[^/]+\/[^/]+\/(blob|tree)\//.test(site.url);
  if (isOnGithub && findPattern(path.folders, site.permalinks) === null) return path.path;
  return toHugoPath(path, head, site);
}
