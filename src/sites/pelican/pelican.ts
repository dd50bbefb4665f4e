// Pelican: https://getpelican.com. Its configuration is code and is never run: what stands in plain strings is read. Pure.
import type { AddressHead } from '../address-head.ts';
import type { ContentPath } from '../content-path.ts';
import { fillPermalink } from '../fill-permalink.ts';
import { findPattern } from '../find-pattern.ts';
import type { Generator, SiteAt, SiteFolder } from '../generator.ts';
import { rewrite } from '../markup/lines.ts';
import { findFlag, findString } from '../settings.ts';
import { type Site, toSite } from '../site.ts';
import { toPelicanSlug } from './to-pelican-slug.ts';

/** What a configuration of another name is told by. */
const ownSettings = /^(?:FEED_ALL_ATOM|ARTICLE_URL|PAGE_URL|DEFAULT_PAGINATION|MENUITEMS|THEME)\s*=/m;

/** `{date:%Y}/{slug}.html` as a pattern: `:year/:slug.html`. */
function toPattern(format: string, source: string | null): string {
  const dates: Readonly<Record<string, string>> = {
    Y: ':year',
    m: ':month',
    d: ':day',
    b: ':short_month',
    y: ':short_year',
  };
  return format
    .replace(/\{date:([^}]*)\}/g, (_, date: string) =>
      date.replace(/%-?(\w)/g, (sign, key: string) => dates[key] ?? sign),
    )
    .replaceAll('{slug}', source === 'basename' ? ':slugorfilename' : ':slug')
    .replaceAll('{category}', ':categories')
    .replace(/\{(\w+)\}/g, ':$1');
}

/** The strings of a list, `PAGE_PATHS = ['pages']`; null where none is set. */
function findStrings(code: string, name: string): readonly string[] | null {
  const inside = new RegExp(`^${name}\\s*=\\s*[[(]([^\\])]*)[\\])]`, 'm').exec(code)?.[1];
  return inside === undefined ? null : [...inside.matchAll(/(["'])(.*?)\1/g)].map((found) => found[2] ?? '');
}

function readConfiguration({ texts }: SiteFolder): string | null {
  const own = texts.get('pelicanconf.py');
  const other = [...texts].find(([path, text]) => /^(?:config|settings)\.py$/.test(path) && ownSettings.test(text));
  const code = own ?? other?.[1];
  // What is published counts before what is tried at home.
  return code === undefined ? null : `${texts.get('publishconf.py') ?? ''}\n${code}`.replace(/^\s*#.*$/gm, '');
}

/** The Pelican site at `folder`, or null where there is none. */
function parsePelicanSite(folder: SiteFolder): SiteAt | null {
  const code = readConfiguration(folder);
  if (code === null) return null;
  const source = findString(code, 'SLUGIFY_SOURCE');
  const url = [...code.matchAll(/^SITEURL\s*=\s*(["'])(https?:\/\/.*?)\1/gm)]
    .map((found) => found[2] ?? '')
    .find((address) => !/\/\/(?:localhost|127\.|0\.0)/.test(address));
  const page = toPattern(findString(code, 'PAGE_URL') ?? 'pages/{slug}.html', source);
  const article = toPattern(findString(code, 'ARTICLE_URL') ?? '{slug}.html', source);
  const pages = (findStrings(code, 'PAGE_PATHS') ?? ['pages']).map((path): [string, string] => [path, page]);
  const site = toSite({
    generator: 'pelican',
    url: url ?? null,
    anchors: /markdown\.extensions\.toc|["']toc["']/.test(code) ? 'mkdocs' : 'none',
    permalinks: { '': article, ...Object.fromEntries(pages) },
    htmlPages: true,
    language: findString(code, 'DEFAULT_LANG'),
    variables: {
      default_category: findString(code, 'DEFAULT_CATEGORY') ?? 'misc',
      use_folder_as_category: findFlag(code, 'USE_FOLDER_AS_CATEGORY') ?? true,
    },
  });
  const content = (findString(code, 'PATH') ?? '').replace(/^\.\/?|\/+$/g, '');
  return { site, content: [{ folder: content, base: '' }], extraFolders: [], isLeftOut: () => false, files: [] };
}

/** Path of a page below the site's root: by the pattern of the pages or of the articles; null where its title gives no name. */
function toPelicanPath({ path }: ContentPath, head: AddressHead, site: Site): string | null {
  const folders = path.split('/');
  const name = (folders.pop() ?? '').replace(/\.\w+$/, '');
  const slug = head.slug ?? toPelicanSlug(head.title ?? name);
  const { default_category: byDefault, use_folder_as_category: isByFolder } = site.variables;
  const folder = isByFolder === true ? folders.at(-1) : undefined;
  const category = toPelicanSlug(head.categories[0] ?? folder ?? String(byDefault));
  const date = head.date ?? /^\d{4}-\d{2}-\d{2}/.exec(name)?.[0] ?? null;
  const own = {
    ...(slug === null ? {} : { slug }),
    slugorfilename: head.slug ?? toPelicanSlug(name) ?? name,
    path_no_ext: [...folders, name].join('/'),
    ...(category === null ? {} : { categories: category }),
    lang: site.language ?? 'en',
  };
  const pattern = findPattern(folders, site.permalinks) ?? ':slug.html';
  if ((slug === null && /:slug\b/.test(pattern)) || (category === null && pattern.includes(':categories'))) return null;
  const parts = { date, folders, name, title: name, slug, categories: [], collection: null, own };
  return fillPermalink(pattern, { ...parts, toSlug: (text) => toPelicanSlug(text) ?? text });
}

export const pelican: Generator = {
  name: 'pelican',
  configuration: /^(?:pelicanconf|publishconf|config|settings)\.py$/,
  parseSite: parsePelicanSite,
  toPath: toPelicanPath,
  // Links to what lies beside a page: `{filename}/pages/faq.md`, `|filename|faq.md`.
  replaceMarkup: (lines) =>
    rewrite(lines, (line) => line.replace(/(\]\(<?|(?:href|src)=["'])[{|](?:filename|static|attach)[}|]/g, '$1')),
};
