// A page's address as MkDocs makes it. Pure.
import type { AddressHead } from '../address-head.ts';
import type { ContentPath } from '../content-path.ts';
import type { Site } from '../site.ts';
import { splitLanguage } from '../split-language.ts';
import { toPage } from '../to-page.ts';

/** Path of a page below the site's root: its place as it stands, spaces and capitals included. */
export function toMkdocsPath(whole: ContentPath, _head: AddressHead, site: Site): string {
  const { path, base } = splitLanguage(whole, site.languages);
  return base + toPlace(path, site);
}

function toPlace({ folders, name, kind }: ContentPath, site: Site): string {
  if (kind === 'page') return toPage(folders, name, site);
  const folder = toPage(folders, name, { htmlPages: false });
  return site.htmlPages ? `${folder}index.html` : folder;
}
