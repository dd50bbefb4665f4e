// The links in an answer, as seen from anywhere. Pure.

import { joinPath, noteExtension } from '../../sites/content-path.ts';
import type { Site } from '../../sites/site.ts';
import { toSitePath } from '../../sites/to-address.ts';

/** All notes of a site by their place in its content, with their addresses. */
export interface AddressTable extends Pick<ReadonlyMap<string, string | null>, 'get' | 'keys'> {
  /** The table behind this one, where it only looks on: what is worked out for that one counts. */
  readonly source?: AddressTable;
}

const topFolders = new WeakMap<AddressTable, ReadonlySet<string>>();

/** The folders at the top of a site's content, worked out once for a table. */
function topFoldersOf(addresses: AddressTable): ReadonlySet<string> {
  const table = addresses.source ?? addresses;
  const known = topFolders.get(table);
  if (known !== undefined) return known;
  const found = new Set(
    [...addresses.keys()].filter((path) => path.includes('/')).map((path) => path.split('/')[0] ?? ''),
  );
  topFolders.set(table, found);
  return found;
}

const folders = new WeakMap<AddressTable, ReadonlySet<string>>();

/** All folders of a site's content that hold notes, worked out once for a table. */
function foldersOf(addresses: AddressTable): ReadonlySet<string> {
  const table = addresses.source ?? addresses;
  const known = folders.get(table) ?? new Set([...table.keys()].map(folderOf));
  folders.set(table, known);
  return known;
}

export type LinkFault = 'dead' | 'outside';

/** The note whose links are resolved. */
export interface LinkBase {
  /** Place in the site's content (`blog/2022/role/index.md`), or null for a note outside. */
  readonly contentPath: string | null;
  readonly url: string | null;
}

interface SplitHref {
  readonly path: string;
  /** Query and fragment as they stand. */
  readonly tail: string;
}

function splitHref(href: string): SplitHref {
  const at = href.search(/[?#]/);
  return at === -1 ? { path: href, tail: '' } : { path: href.slice(0, at), tail: href.slice(at) };
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function toUrl(href: string, base: string | null): string | null {
  if (base === null) return null;
  try {
    return new URL(href, base).href;
  } catch {
    return null;
  }
}

/** The files that a path without extension may stand for. */
function candidates(path: string): readonly string[] {
  if (noteExtension.test(path)) return [path];
  const folder = path.replace(/\/$/, '');
  const names = [
    '.md',
    '.markdown',
    '.mdx',
    '.qmd',
    '/index.md',
    '/index.qmd',
    '/_index.md',
    '/README.md',
    '/index.mdx',
    '/index.markdown',
  ];
  return folder === '' ? ['_index.md', 'index.md', 'README.md'] : names.map((name) => folder + name);
}

function folderOf(path: string): string {
  return path.split('/').slice(0, -1).join('/');
}

/** Turns the links of one note into absolute addresses. */
export class LinkResolver {
  readonly #addresses: AddressTable;
  readonly #site: Site;
  readonly #base: LinkBase;

  constructor(addresses: AddressTable, site: Site, base: LinkBase) {
    this.#addresses = addresses;
    this.#site = site;
    this.#base = base;
  }

  /** Absolute address, or null where the link leads nowhere that is known. */
  resolve(href: string): string | null {
    const link = href.trim();
    if (/^(https?|mailto):/i.test(link)) return this.#absolute(link);
    if (/^[a-z][a-z0-9+.-]*:/i.test(link) || link === '') return null;
    if (link.startsWith('//')) return toUrl(link, this.#site.url ?? 'https://example.org');
    if (link.startsWith('#') || link.startsWith('?'))
      return this.#base.url === null ? null : toUrl(link, this.#base.url);
    return this.#resolvePath(splitHref(link));
  }

  /**
   * What is wrong with a link to another note: `dead` where its folder holds notes and none of that name, `outside` where
   * it climbs out of the site. Null for any other link: what the site itself makes of it is not known here.
   */
  faultOf(href: string): LinkFault | null {
    const { path } = splitHref(href.trim());
    if (this.#base.url === null || /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(path) || !noteExtension.test(path)) return null;
    const places = this.#places(decode(path));
    if (places.length === 0) return this.#base.contentPath === null ? null : 'outside';
    if (places.some((place) => this.#addresses.get(place) !== undefined)) return null;
    const folders = foldersOf(this.#addresses);
    return places.some((place) => folders.has(folderOf(place))) ? 'dead' : null;
  }

  #absolute(link: string): string | null {
    return /^https?:/i.test(link) && !URL.canParse(link) ? null : link;
  }

  #resolvePath({ path, tail }: SplitHref): string | null {
    const isFile = noteExtension.test(path);
    const places = this.#places(decode(path));
    for (const place of places) {
      for (const candidate of candidates(place)) {
        const url = this.#addresses.get(candidate);
        if (url !== undefined) return url === null ? null : url + tail;
      }
    }
    const guess = isFile ? this.#guess(places, decode(path)) : undefined;
    if (guess !== undefined) {
      const address = toSitePath(guess, this.#site);
      return this.#site.url === null || address === null ? null : toUrl(address + tail, this.#site.url);
    }
    if (path.startsWith('/')) return this.#fromRoot(path + tail);
    return toUrl(path + tail, this.#base.url);
  }

  /** Paths in the content that a link may mean: seen from the note's folder, then from the top. */
  #places(typed: string): readonly string[] {
    // `/en/faq.md` in the pages of a language says where they begin, too.
    const { base } = this.#site;
    const path = base !== '' && typed.startsWith(`/${base}`) ? typed.slice(base.length) : typed;
    const top = joinPath('', path);
    const folder = this.#base.contentPath === null ? null : folderOf(this.#base.contentPath);
    const near = path.startsWith('/') || folder === null ? null : joinPath(folder, path);
    const far = path.startsWith('.') ? null : top;
    return [near, far].filter((place) => place !== null);
  }

  /** A note that is not among those read: from the top where the path begins with one of its folders. */
  #guess(places: readonly string[], path: string): string | undefined {
    const first = path.split('/')[0] ?? '';
    const isTopFolder = path.includes('/') && topFoldersOf(this.#addresses).has(first);
    return isTopFolder ? (places.at(-1) ?? places[0]) : places[0];
  }

  /** A site below a host (`https://a.org/team/`) means its own root by `/`, whether or not the link says so. */
  #fromRoot(path: string): string | null {
    const { url } = this.#site;
    if (url === null) return toUrl(path, this.#base.url);
    return toUrl(path.startsWith(new URL(url).pathname) ? path : path.slice(1), url);
  }
}
