// A page's path where nothing but its place speaks. Pure.
import type { Site } from './site.ts';

/** `a/b/`, or `a/b.html` where the site makes such pages. */
export function toPage(folders: readonly string[], name: string, site: Pick<Site, 'htmlPages'>): string {
  const path = [...folders, name].filter((part) => part !== '').join('/');
  if (path === '') return '';
  return site.htmlPages ? `${path}.html` : `${path}/`;
}
