// A page's address as Sphinx makes it. Pure.
import type { AddressHead } from '../address-head.ts';
import { type ContentPath, noteExtension } from '../content-path.ts';
import type { Site } from '../site.ts';

/** Path of a page below the site's root: `a/b.html` for every file, `README` included, or `a/b/` by the builder `dirhtml`. */
export function toSphinxPath({ path }: ContentPath, _head: AddressHead, site: Site): string {
  const place = path.replace(noteExtension, '');
  if (site.htmlPages) return `${place}.html`;
  return place === 'index' || place.endsWith('/index') ? place.slice(0, -'index'.length) : `${place}/`;
}
