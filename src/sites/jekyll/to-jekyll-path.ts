// A page's address as Jekyll makes it. Pure.
import type { AddressHead } from '../address-head.ts';
import type { ContentPath } from '../content-path.ts';
import { fillPermalink, type PermalinkParts } from '../fill-permalink.ts';
import { findPattern } from '../find-pattern.ts';
import type { Site } from '../site.ts';
import { type Dated, splitDate } from '../split-date.ts';
import { toPage } from '../to-page.ts';
import { toJekyllSlug, toJekyllTitle } from './to-jekyll-slug.ts';

const jekyllStyles: Readonly<Record<string, string>> = {
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  none: '/:categories/:title:output_ext',
};

/** The collection that a path lies in (`faq` for `_faq/pay.md`), or null. */
function collectionOf(path: ContentPath): string | null {
  const first = path.folders.find((folder) => folder.startsWith('_'));
  return first !== undefined && first !== '_posts' ? first.slice(1) : null;
}

function jekyllParts(path: Dated, head: AddressHead, site: Site): PermalinkParts {
  const posts = path.folders.indexOf('_posts');
  // The folder that gathers the collections is no category of its posts.
  const gathers = String(site.variables['collections_dir'] ?? '').replace(/^\/|\/$/g, '');
  const above = path.folders.slice(0, Math.max(posts, 0)).filter((folder, at) => at > 0 || folder !== gathers);
  const title = head.slug ?? path.name;
  const collection = collectionOf(path);
  const folders =
    collection === null
      ? path.folders.filter((folder) => folder !== '_posts')
      : path.folders.slice(path.folders.indexOf(`_${collection}`) + 1);
  const categories = [...above, ...head.categories];
  const date = head.date ?? path.date;
  const own = {
    title: toJekyllTitle(title),
    slug: toJekyllSlug(title),
    categories: [...new Set(categories.map((category) => category.toLowerCase()))].join('/'),
    path: [...folders, path.name].join('/'),
  };
  return { date, folders, name: path.name, title, slug: title, categories, collection, toSlug: toJekyllSlug, own };
}

/** Path of a page below the site's root: posts and collections by their pattern, the rest by its place. */
export function toJekyllPath(whole: ContentPath, head: AddressHead, site: Site): string {
  const isPost = whole.folders.includes('_posts');
  const path: Dated = isPost ? splitDate(whole) : { ...whole, date: null };
  const collection = collectionOf(path);
  const own = collection === null ? undefined : site.permalinks[`_${collection}`];
  const setting = own ?? (isPost ? site.permalinks['_posts'] : undefined) ?? findPattern(path.folders, site.permalinks);
  const pattern = setting === null ? null : (jekyllStyles[setting] ?? setting);
  const isOwn = setting !== null && setting !== site.permalinks[''] && setting.includes(':');
  const isPatterned = isPost || own !== undefined || isOwn;
  const filled = isPatterned
    ? fillPermalink(pattern ?? jekyllStyles['date'] ?? '', jekyllParts(path, head, site))
    : null;
  if (filled !== null) return filled;
  const folders = path.folders
    .slice(collection === null ? 0 : path.folders.indexOf(`_${collection}`))
    .map((folder) => folder.replace(/^_/, ''));
  if (path.kind !== 'page') return toPage(folders, path.name, { htmlPages: false });
  // A pattern of the site's own gives pages its ending and nothing else: a slash, `.html`, or none.
  const style = setting === null ? '.html' : (jekyllStyles[setting] ?? setting);
  if (!style.endsWith('/') && !/(:output_ext|\.html)$/.test(style)) return [...folders, path.name].join('/');
  return toPage(folders, path.name, { htmlPages: !style.endsWith('/') });
}

/** An address in the front matter, its placeholders (`:year`, `pretty` …) filled. */
export function fillOwnAddress(address: string, path: ContentPath, head: AddressHead, site: Site): string {
  if (!address.includes(':')) return address;
  return fillPermalink(jekyllStyles[address] ?? address, jekyllParts(splitDate(path), head, site)) ?? address;
}
