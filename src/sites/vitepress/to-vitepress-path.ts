// A page's address as VitePress and VuePress make it. Pure.
import type { AddressHead } from '../address-head.ts';
import type { ContentPath } from '../content-path.ts';
import type { Site } from '../site.ts';

/** Path of a page below the site's root: `a/b.html`, or `a/b` where `cleanUrls` is set; an index is its folder. */
export function toVitepressPath({ folders, name, kind, path }: ContentPath, _head: AddressHead, site: Site): string {
  const place = [...folders, name].filter((part) => part !== '').join('/');
  if (kind === 'page') return site.htmlPages ? `${place}.html` : place;
  // `README.md` is a page of its own here, but for VuePress.
  const isReadme = /(^|\/)readme\.md$/i.test(path) && !site.htmlPages;
  if (isReadme) return `${place === '' ? '' : `${place}/`}README`;
  return place === '' ? '' : `${place}/`;
}
