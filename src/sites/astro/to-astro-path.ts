// A page's address as Astro and Starlight make it. Pure.
import { slug as toGithubSlug } from 'github-slugger';
import type { AddressHead } from '../address-head.ts';
import type { ContentPath } from '../content-path.ts';
import type { Site } from '../site.ts';

/** Path of a page below the site's root: `slug`, else its place, each part as a slug. */
export function toAstroPath({ folders, name, kind, path }: ContentPath, head: AddressHead, site: Site): string {
  const own = head.slug?.replace(/^\/+|\/+$/g, '');
  const isReadme = kind !== 'page' && /(^|\/)readme\.mdx?$/i.test(path);
  const parts = [...folders, name, ...(isReadme ? ['readme'] : [])].filter((part) => part !== '');
  const place = own ?? parts.map((part) => toGithubSlug(part)).join('/');
  if (place === '') return '';
  return site.htmlPages ? place : `${place}/`;
}
