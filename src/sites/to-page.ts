// A page's path where nothing but its place speaks. Pure.
import type { AddressHead } from './address-head.ts';
import type { ContentPath } from './content-path.ts';
import type { Site } from './site.ts';

/** `a/b/`, or `a/b.html` where the site makes such pages. */
export function toPage(folders: readonly string[], name: string, site: Pick<Site, 'htmlPages'>): string {
  const path = [...folders, name].filter((part) => part !== '').join('/');
  if (path === '') return '';
  return site.htmlPages ? `${path}.html` : `${path}/`;
}

/** `a/b.html` for a page, `a/` for that of a folder: Quarto, mdBook. */
export function toHtmlPage({ folders, name, kind }: ContentPath, _head: AddressHead): string {
  return toPage(folders, name, { htmlPages: kind === 'page' });
}
