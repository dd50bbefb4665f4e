// The configuration of the site that the notes belong to, found beside the knowledge folder. Edge.
import { access } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Fault } from '../knowledge/fault.ts';
import { readDocusaurusSite } from '../sites/docusaurus/parse-docusaurus-site.ts';
import { readHugoSite, type SiteAt } from '../sites/hugo/parse-hugo-site.ts';
import { readJekyllSite } from '../sites/jekyll/parse-jekyll-site.ts';
import { type Site, toSite } from '../sites/site.ts';

/** What the environment says about the site; it wins over the site's own configuration. Null: it says nothing. */
export interface SiteSettings {
  readonly url?: string | null;
  readonly anchors?: Site['anchors'] | null;
  readonly permalinks?: Site['permalinks'] | null;
}

/** A site, and what of the knowledge folder belongs to it. */
export interface FoundSite {
  readonly site: Site;
  /** Folders that are content although their name begins with `_` (Jekyll's collections). */
  readonly extraFolders: readonly string[];
  /** True for files that the site keeps beside its content. */
  readonly isLeftOut: (file: string) => boolean;
  readonly faults: readonly Fault[];
}

/** How many folders above the knowledge folder are looked at: `content/blog/2022` lies three below its site. */
const levelsUp = 3;

async function foldersAbove(folder: string): Promise<readonly string[]> {
  const folders = [resolve(folder)];
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
  const inside = toSlashes(relative(content, resolve(folder)));
  if (inside === '') return { prefix: '', root: '' };
  if (inside !== '..' && !inside.startsWith('../')) return { prefix: `${inside}/`, root: '' };
  const outside = toSlashes(relative(resolve(folder), content));
  return outside.startsWith('..') ? null : { prefix: '', root: `${outside}/` };
}

function toFound(at: SiteAt, siteFolder: string, folder: string): FoundSite | null {
  for (const content of at.content) {
    const placed = place(siteFolder, folder, content.folder);
    if (placed === null) continue;
    const faults = at.files.flatMap(({ file, problem }): readonly Fault[] => {
      const path = toSlashes(relative(resolve(folder), join(siteFolder, file)));
      const mend = 'Correct it, or set SITE_URL and ANCHORS.';
      return problem === null
        ? []
        : [
            {
              severity: 'warning',
              file: path,
              line: null,
              problem: `The site's configuration cannot be read: ${problem}.`,
              mend,
            },
          ];
    });
    const { extraFolders, isLeftOut } = at;
    return { site: { ...at.site, ...placed, base: content.base }, extraFolders, isLeftOut, faults };
  }
  return null;
}

async function findSite(folder: string): Promise<FoundSite | null> {
  for (const above of await foldersAbove(folder)) {
    for (const read of [readHugoSite, readJekyllSite, readDocusaurusSite]) {
      const at = await read(above);
      const found = at === null ? null : toFound(at, above, folder);
      if (found !== null) return found;
    }
  }
  return null;
}

/** Finds the site of the notes in `folder` and reads its configuration. Never rejects. */
export async function readSite(folder: string, settings: SiteSettings = {}): Promise<FoundSite> {
  const found = (await findSite(folder)) ?? { site: toSite(), extraFolders: [], isLeftOut: () => false, faults: [] };
  const site = toSite({
    ...found.site,
    url: settings.url ?? found.site.url,
    anchors: settings.anchors ?? found.site.anchors,
    permalinks: { ...found.site.permalinks, ...settings.permalinks },
  });
  return { ...found, site };
}
