// A note's address on its published site. Pure.
import type { NoteHead } from '../knowledge/front-matter/note-head.ts';
import { type ContentPath, parseContentPath, toContentPath } from './content-path.ts';
import { fillPermalink, type PermalinkParts } from './fill-permalink.ts';
import { toJekyllSlug, toSlug } from './hugo/to-hugo-slug.ts';
import type { Site } from './site.ts';

/** What of a head an address depends on. */
export type AddressHead = Pick<NoteHead, 'title' | 'date' | 'ownAddress' | 'slug' | 'id' | 'categories'>;

const nothingSaid: AddressHead = { title: null, date: null, ownAddress: null, slug: null, id: null, categories: [] };

interface Dated extends ContentPath {
  readonly date: string | null;
}

/** Jekyll and Docusaurus write a post's date into its file name (`2022-03-22-role.md`). */
function splitDate(path: ContentPath): Dated {
  const found = /^(\d{4}-\d{2}-\d{2})-(.+)$/.exec(path.name);
  return found === null ? { ...path, date: null } : { ...path, name: found[2] ?? path.name, date: found[1] ?? null };
}

/** The pattern of the folder nearest to the note, or null. */
function findPattern(folders: readonly string[], permalinks: Site['permalinks']): string | null {
  const patterns = new Map(
    Object.entries(permalinks).map(([folder, pattern]) => [folder.replace(/^\/+|\/+$/g, ''), pattern]),
  );
  for (let depth = folders.length; depth >= 0; depth -= 1) {
    const pattern = patterns.get(folders.slice(0, depth).join('/'));
    if (pattern !== undefined) return pattern;
  }
  return null;
}

function toPage(folders: readonly string[], name: string, site: Site): string {
  const path = [...folders, name].filter((part) => part !== '').join('/');
  if (path === '') return '';
  return site.htmlPages ? `${path}.html` : `${path}/`;
}

function toHugoPath(path: ContentPath, head: AddressHead, site: Site): string {
  const folders = path.folders.map(toSlug);
  const slug = head.slug === null ? null : toSlug(head.slug);
  if (path.kind === 'folder') return toPage(folders, '', { ...site, htmlPages: false });
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
    toSlug,
  };
  const filled = pattern === null ? null : fillPermalink(pattern, parts);
  return filled ?? toPage(folders, slug ?? toSlug(path.name), site);
}

const jekyllStyles: Readonly<Record<string, string>> = {
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  none: '/:categories/:title:output_ext',
};

/** The collection that a path lies in (`faq` for `_faq/pay.md`), or null. */
function collectionOf(path: ContentPath): string | null {
  const first = path.folders[0];
  return first?.startsWith('_') && first !== '_posts' ? first.slice(1) : null;
}

function jekyllParts(path: Dated, head: AddressHead): PermalinkParts {
  const posts = path.folders.indexOf('_posts');
  const above = posts === -1 ? [] : path.folders.slice(0, posts);
  const title = head.slug ?? path.name;
  const collection = collectionOf(path);
  const folders = collection === null ? path.folders.filter((folder) => folder !== '_posts') : path.folders.slice(1);
  const categories = [...above, ...head.categories];
  const date = head.date ?? path.date;
  return { date, folders, name: path.name, title, slug: title, categories, collection, toSlug: toJekyllSlug };
}

function toJekyllPath(whole: ContentPath, head: AddressHead, site: Site): string {
  const isPost = whole.folders.includes('_posts');
  const path: Dated = isPost ? splitDate(whole) : { ...whole, date: null };
  const setting = findPattern(path.folders, site.permalinks);
  const pattern = setting === null ? null : (jekyllStyles[setting] ?? setting);
  const isPatterned = isPost || (collectionOf(path) !== null && site.permalinks[path.folders[0] ?? ''] !== undefined);
  const filled = isPatterned ? fillPermalink(pattern ?? jekyllStyles['date'] ?? '', jekyllParts(path, head)) : null;
  if (filled !== null) return filled;
  const folders = path.folders.map((folder) => folder.replace(/^_/, ''));
  if (path.kind !== 'page') return toPage(folders, path.name, { ...site, htmlPages: false });
  return toPage(folders, path.name, { ...site, htmlPages: setting !== 'pretty' && !setting?.endsWith('/') });
}

function toDocusaurusPath(whole: ContentPath, head: AddressHead, site: Site): string {
  const path = splitDate(whole);
  const unnumbered = (part: string): string => part.replace(/^\d+\s*[-_.]+\s*(?=\D)/, '');
  const folders = path.folders.map(unnumbered);
  if (head.slug?.startsWith('/')) return head.slug.slice(1);
  const isIndex = path.kind === 'bundle' || path.kind === 'folder';
  const own = head.slug ?? (isIndex ? unnumbered(path.name) : (head.id ?? unnumbered(path.name)));
  const day = path.date === null || site.base.startsWith('docs') ? [] : path.date.split('-');
  return [...folders, ...day, own].filter((part) => part !== '').join('/');
}

/** A folder of plain files: on GitHub they keep their names, elsewhere they are read as Hugo reads them. */
function toPlainPath(path: ContentPath, head: AddressHead, site: Site): string {
  const isOnGithub = site.url !== null && /^https:\/\/github\.com\/[^/]+\/[^/]+\/(blob|tree)\//.test(site.url);
  if (isOnGithub && findPattern(path.folders, site.permalinks) === null) return path.path;
  return toHugoPath(path, head, site);
}

const rules: Readonly<Record<Site['generator'], (path: ContentPath, head: AddressHead, site: Site) => string>> = {
  hugo: toHugoPath,
  jekyll: toJekyllPath,
  docusaurus: toDocusaurusPath,
  plain: toPlainPath,
};

function ownPath(address: string, path: ContentPath, head: AddressHead): string {
  if (!address.includes(':')) return address;
  return fillPermalink(jekyllStyles[address] ?? address, jekyllParts(splitDate(path), head)) ?? address;
}

/** Address below the site's root for a path in its content; `head` is left out where the file is not among the notes. */
export function toSitePath(contentPath: string, site: Site, head: AddressHead = nothingSaid): string {
  const path = parseContentPath(contentPath);
  if (head.ownAddress !== null) return ownPath(head.ownAddress, path, head).replace(/^\/+/, '');
  return site.base + rules[site.generator](path, head, site).replace(/^\/+/, '');
}

/**
 * The absolute address of a note: its own `url` or `permalink`, else by the site's rule. Null where the site's address
 * is not known and the note gives none of its own.
 */
export function toAddress(head: NoteHead, site: Site): string | null {
  if (head.ownAddress !== null && /^https?:\/\//i.test(head.ownAddress)) return head.ownAddress;
  const contentPath = toContentPath(head.note, site);
  if (site.url === null || contentPath === null) return null;
  return new URL(toSitePath(contentPath, site, head), site.url).href;
}
