// The sites that the notes belong to, found beside, above and below the knowledge folder. Edge.
import { access } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Fault } from '../knowledge/fault.ts';
import { namesQuestions } from '../knowledge/sections/is-question-note.ts';
import { findHost } from '../sites/find-host.ts';
import type { ContentFolder, SiteAt } from '../sites/generator.ts';
import { generators } from '../sites/generators.ts';
import { findForge } from '../sites/plain/to-plain-path.ts';
import { type Site, toSite } from '../sites/site.ts';
import { findSiteFolders, readSiteFolder } from './read-site-folder.ts';

/** What the environment says about the site; it wins over the site's own configuration. Null: it says nothing. */
export interface SiteSettings {
  readonly url?: string | null;
  readonly anchors?: Site['anchors'] | null;
  readonly permalinks?: Site['permalinks'] | null;
}

/** A folder of a site's content, with the part of the knowledge folder that lies in it (`site.root`). */
export interface PlacedSite {
  readonly site: Site;
  /** Absolute path of the folder in which the site's configuration stands; includes and data are read below it. */
  readonly folder: string;
  /** True for files (below the knowledge folder) that the site keeps beside its content. */
  readonly isLeftOut: (file: string) => boolean;
}

/** The sites of a knowledge folder. */
export interface FoundSites {
  /** The deepest content folders first. Never empty. */
  readonly places: readonly PlacedSite[];
  /** Folders that are content although their name begins with `_` (Jekyll's collections). */
  readonly extraFolders: readonly string[];
  readonly faults: readonly Fault[];
}

/** How many folders above the knowledge folder are looked at, at most; a repository ends the search. */
const levelsUp = 12;
/** Folders in which repositories keep the program of their site, beside its content. */
const siteNames = ['website', 'site', 'docs', 'doc', 'documentation', 'www', 'web', 'book', 'docusaurus'];

async function foldersAbove(folder: string): Promise<readonly string[]> {
  const folders = [folder];
  for (let level = 0; level < levelsUp; level += 1) {
    const here = folders.at(-1) ?? '';
    const isTop = await access(join(here, '.git')).then(
      () => true,
      () => dirname(here) === here,
    );
    if (isTop) break;
    folders.push(dirname(here));
  }
  return folders;
}

function toSlashes(path: string): string {
  return path.split(sep).join('/');
}

/** How the knowledge folder lies to one content folder of a site; null where neither holds the other. */
function place(siteFolder: string, folder: string, contentFolder: string): Pick<Site, 'prefix' | 'root'> | null {
  const content = resolve(siteFolder, contentFolder);
  const inside = toSlashes(relative(content, folder));
  if (inside === '') return { prefix: '', root: '' };
  if (inside !== '..' && !inside.startsWith('../')) return { prefix: `${inside}/`, root: '' };
  const outside = toSlashes(relative(folder, content));
  return outside.startsWith('..') ? null : { prefix: '', root: `${outside}/` };
}

function toPlaced(at: SiteAt, siteFolder: string, folder: string, content: ContentFolder): PlacedSite | null {
  const placed = place(siteFolder, folder, content.folder);
  if (placed === null) return null;
  const { base, language = at.site.language } = content;
  const url = content.isUnlinked === true ? null : (content.url ?? at.site.url);
  const above = `${toSlashes(relative(folder, siteFolder))}/`;
  const isLeftOut = (file: string): boolean => at.isLeftOut(file.startsWith(above) ? file.slice(above.length) : file);
  return { site: toSite({ ...at.site, ...placed, base, language, url }), folder: siteFolder, isLeftOut };
}

function toFaults(at: SiteAt, siteFolder: string, folder: string): readonly Fault[] {
  return at.files.flatMap(({ file, problem }): readonly Fault[] => {
    if (problem === null) return [];
    const path = toSlashes(relative(folder, join(siteFolder, file)));
    const mend = 'Correct it, or set SITE_URL and ANCHORS.';
    return [
      {
        severity: 'warning',
        file: path,
        line: null,
        problem: `The site's configuration cannot be read: ${problem}.`,
        mend,
      },
    ];
  });
}

interface Found {
  readonly places: readonly PlacedSite[];
  readonly extraFolders: readonly string[];
  readonly faults: readonly Fault[];
}

/** An address that a theme brings along, or that one's own machine has: the site's own stands elsewhere. */
function isExample(url: string | null): boolean {
  return (
    url !== null &&
    /^https?:\/\/(?:(?:www\.)?(?:example|yoursite|your-?domain|mysite)\.\w+|localhost|127\.0\.0\.1|0\.0\.0\.0)(?::\d+)?\//i.test(
      url,
    )
  );
}

/** What a folder's own configuration says about the knowledge folder; the first generator that has something to say. */
async function readSitesAt(siteFolder: string, folder: string): Promise<Found | null> {
  const files = await readSiteFolder(siteFolder);
  for (const generator of generators) {
    const parsed = generator.parseSite(files);
    const url = parsed === null || isExample(parsed.site.url) ? null : parsed.site.url;
    const at = parsed && { ...parsed, site: toSite({ ...parsed.site, url: url ?? findHost(files) }) };
    const places = at?.content
      .map((content) => toPlaced(at, siteFolder, folder, content))
      .filter((each) => each !== null);
    if (at === null || places === undefined || places.length === 0) continue;
    return { places, extraFolders: at.extraFolders, faults: toFaults(at, siteFolder, folder) };
  }
  return null;
}

async function readFirst(siteFolders: readonly string[], folder: string): Promise<readonly Found[]> {
  const found = await Promise.all(siteFolders.map((siteFolder) => readSitesAt(siteFolder, folder)));
  return found.filter((each) => each !== null);
}

/** The sites in and below the folder, else those of the nearest folder above that has some. */
async function findSites(folder: string): Promise<readonly Found[]> {
  const [here = folder, ...above] = await foldersAbove(folder);
  const own = await readFirst([here, ...(await findSiteFolders(here))], folder);
  if (own.length > 0) return own;
  for (const each of above) {
    const found = await readFirst([each, ...siteNames.map((name) => join(each, name))], folder);
    if (found.length > 0) return found;
  }
  return [];
}

/** The deepest content folder counts: a language's own before the whole, the nearest before what holds it. */
function byDepth({ site: one }: PlacedSite, { site: other }: PlacedSite): number {
  return other.root.length - one.root.length || one.prefix.length - other.prefix.length;
}

/** Finds the sites of the notes in `folder` (an absolute, real path) and reads their configuration. Never rejects. */
export async function readSites(folder: string, settings: SiteSettings = {}): Promise<FoundSites> {
  const found = await findSites(resolve(folder));
  const plain: PlacedSite = { site: toSite(), folder: resolve(folder), isLeftOut: () => false };
  const places = found.flatMap((each) => each.places);
  // Notes beside all content are read where no site is built from the folder that holds them.
  const isWhole = places.some((each) => each.site.root === '') || places.some((each) => each.folder === plain.folder);
  // A `FAQ.md` at the top of a repository whose site is built from another folder is read, and has no address there.
  const beside: PlacedSite = { ...plain, isLeftOut: (file) => file.includes('/') || !namesQuestions(file) };
  const own = [...(isWhole ? places : [...places, plain])].sort(byDepth);
  return {
    places: [
      ...own.map((each) => ({ ...each, site: withSettings(each.site, settings) })),
      ...(isWhole ? [beside] : []),
    ],
    extraFolders: found.flatMap((each) => each.extraFolders),
    faults: found.flatMap((each) => each.faults),
  };
}

function withSettings(site: Site, settings: SiteSettings): Site {
  const url = settings.url ?? site.url;
  const isForge = site.generator === 'plain' && findForge(url === null || url.endsWith('/') ? url : `${url}/`) !== null;
  return toSite({
    ...site,
    url,
    anchors: settings.anchors ?? (isForge ? 'github' : site.anchors),
    permalinks: { ...site.permalinks, ...settings.permalinks },
  });
}

/** The site in whose content a file lies, or null for one that lies in none or is kept beside it. */
export function findPlace({ places }: FoundSites, file: string): PlacedSite | null {
  const placed = places.find(({ site }) => file.startsWith(site.root));
  return placed === undefined || placed.isLeftOut(file) ? null : placed;
}
