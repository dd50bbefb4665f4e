// A page's address as Docusaurus makes it. Pure.
import type { AddressHead } from '../address-head.ts';
import type { ContentPath } from '../content-path.ts';
import type { Site } from '../site.ts';
import { splitDate } from '../split-date.ts';

/** Path of a page below the site's base: `slug`, else `id`, else its name without the number in front. */
export function toDocusaurusPath(whole: ContentPath, head: AddressHead, site: Site): string {
  const path = splitDate(whole);
  const unnumbered = (part: string): string => part.replace(/^\d+\s*[-_.]+\s*(?=\D)/, '');
  const folders = path.folders.map(unnumbered);
  if (head.slug?.startsWith('/')) return head.slug.slice(1);
  const isIndex = path.kind === 'bundle' || path.kind === 'folder';
  const own = head.slug ?? (isIndex ? unnumbered(path.name) : (head.id ?? unnumbered(path.name)));
  const day = path.date === null || site.base.startsWith('docs') ? [] : path.date.split('-');
  return [...folders, ...day, own].filter((part) => part !== '').join('/');
}
