// The configuration of the site that the notes belong to, found beside the knowledge folder. Edge.
import { access, readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Fault } from '../knowledge/fault.ts';
import type { SiteAt, SiteFolder } from '../sites/generator.ts';
import { generators } from '../sites/generators.ts';
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

/** Folders below a site's own that hold parts of a configuration. */
const configFolders = ['config/_default', 'config/production', '.github/workflows'];

async function listNames(folder: string): Promise<readonly string[]> {
  return await readdir(folder).catch(() => []);
}

/** Reads what any generator may have put into a folder as its configuration. What cannot be read is not there. */
async function readSiteFolder(folder: string): Promise<SiteFolder> {
  const names = await listNames(folder);
  const below = configFolders.filter((path) => names.includes(path.split('/')[0] ?? ''));
  const deeper = await Promise.all(
    below.map(async (path) => (await listNames(join(folder, path))).map((name) => `${path}/${name}`)),
  );
  const files = [...names, ...deeper.flat()].filter((path) =>
    generators.some(({ configuration }) => configuration.test(path)),
  );
  const texts = new Map<string, string>();
  for (const file of files) {
    const text = await readFile(join(folder, file), 'utf8').catch(() => null);
    if (text !== null) texts.set(file, text);
  }
  return { texts, names: new Set(names) };
}

async function findSite(folder: string): Promise<FoundSite | null> {
  for (const above of await foldersAbove(folder)) {
    const files = await readSiteFolder(above);
    for (const generator of generators) {
      const at = generator.parseSite(files);
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
