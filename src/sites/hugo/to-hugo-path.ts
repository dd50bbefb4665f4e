// A page's address as Hugo makes it. Pure.
import type { AddressHead } from '../address-head.ts';
import type { ContentPath } from '../content-path.ts';
import { fillPermalink } from '../fill-permalink.ts';
import { findPattern } from '../find-pattern.ts';
import type { Site } from '../site.ts';
import { splitLanguage } from '../split-language.ts';
import { toPage } from '../to-page.ts';
import { toHugoSlug } from './to-hugo-slug.ts';

/** Path of a page below the site's root: its folder's permalink pattern, else its slug or name below its folders. */
export function toHugoPath(whole: ContentPath, head: AddressHead, site: Site): string {
  const { path, base } = splitLanguage(whole, site.languages);
  return base + toHugoPlace(path, head, site);
}

function toHugoPlace(path: ContentPath, head: AddressHead, site: Site): string {
  const folders = path.folders.map(toHugoSlug);
  const slug = head.slug === null ? null : toHugoSlug(head.slug);
  if (path.kind === 'folder') return toPage(folders, '', { htmlPages: false });
  const pattern = findPattern(path.folders, site.permalinks);
  const title = head.title ?? path.name;
  const parts = {
    date: head.date,
    folders: path.folders,
    name: path.name,
    title,
    slug,
    categories: head.categories,
    collection: null,
    toSlug: toHugoSlug,
  };
  const filled = pattern === null ? null : fillPermalink(pattern, parts);
  return filled?.replace(/^\/+/, '') ?? toPage(folders, slug ?? toHugoSlug(path.name), site);
}
