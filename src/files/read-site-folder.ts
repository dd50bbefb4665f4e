// The files of a folder that may be the configuration of a site. Edge.
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { hostFiles } from '../sites/find-host.ts';
import type { SiteFolder } from '../sites/generator.ts';
import { generators } from '../sites/generators.ts';

/** Folders below a site's own that hold parts of a configuration. */
const configFolders = [
  'config/_default',
  'config/production',
  '.github/workflows',
  '.vitepress',
  '.vitepress/config',
  '.vuepress',
];
/** Folders in which no site of the notes lies: what tools bring along, what is built, examples. */
const otherFolders =
  /^(\..*|node_modules|themes|exampleSite|examples?|vendor|tests?|fixtures|archetypes|layouts|static|assets|public|_site|_build|build|dist|target|content)$/;
/** How many folders deep, and how many in all, are looked through for sites below the knowledge folder. */
const levelsDown = 3;
const mostFolders = 2000;
/** No configuration is longer. */
const maxBytes = 1_000_000;

/** How deep, and how many of them, files are looked for that say something about their folder. */
const dataLevels = 6;
const mostDataFiles = 500;

/** Paths of such files below a folder of a site whose generator asks for them. */
async function findFolderData(folder: string, isAskedFor: (path: string) => boolean): Promise<readonly string[]> {
  const found: string[] = [];
  let level = [''];
  for (let depth = 0; depth < dataLevels && found.length < mostDataFiles; depth += 1) {
    const next: string[] = [];
    for (const here of level) {
      const entries = await readdir(join(folder, here), { withFileTypes: true }).catch(() => []);
      for (const entry of entries) {
        const path = here === '' ? entry.name : `${here}/${entry.name}`;
        if (entry.isDirectory() && !/^(?:\..*|node_modules|_site|dist)$/.test(entry.name)) next.push(path);
        else if (entry.isFile() && isAskedFor(path)) found.push(path);
      }
    }
    level = next;
  }
  return found.slice(0, mostDataFiles);
}

function isConfiguration(path: string): boolean {
  return generators.some(({ configuration }) => configuration.test(path));
}

async function listNames(folder: string): Promise<readonly string[]> {
  return await readdir(folder).catch(() => []);
}

/** Reads what any generator may have put into a folder as its configuration. What cannot be read is not there. */
export async function readSiteFolder(folder: string): Promise<SiteFolder> {
  const names = await listNames(folder);
  const below = configFolders.filter((path) => names.includes(path.split('/')[0] ?? ''));
  const deeper = await Promise.all(
    below.map(async (path) => (await listNames(join(folder, path))).map((name) => `${path}/${name}`)),
  );
  const texts = new Map<string, string>();
  const own = [...names, ...deeper.flat()];
  const asking = generators.find(
    ({ configuration, isFolderData }) => isFolderData !== undefined && own.some((name) => configuration.test(name)),
  );
  const data =
    asking?.isFolderData === undefined ? [] : ['package.json', ...(await findFolderData(folder, asking.isFolderData))];
  for (const file of [...own.filter(isConfiguration), ...hostFiles, ...data]) {
    const text = await readFile(join(folder, file), 'utf8').catch(() => null);
    if (text !== null && text.length <= maxBytes) texts.set(file, text);
  }
  return { texts, names: new Set(names) };
}

/** Folders below one that hold a file or folder named as a configuration, the nearest first. */
export async function findSiteFolders(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  let level = [folder];
  let count = 0;
  for (let depth = 0; depth <= levelsDown && level.length > 0; depth += 1) {
    const next: string[] = [];
    for (const here of level) {
      count += 1;
      if (count > mostFolders) return found;
      const entries = await readdir(here, { withFileTypes: true }).catch(() => []);
      // The source of a program is full of files named as configurations; a site that lies in it has a folder for its own.
      const isSource = here !== folder && basename(here) === 'src';
      const isSite = entries.some(
        ({ name }) => (!isSource && isConfiguration(name)) || /^\.(vitepress|vuepress)$/.test(name),
      );
      if (isSite && here !== folder) found.push(here);
      if (isSource) continue;
      const folders = entries.filter((entry) => entry.isDirectory() && !otherFolders.test(entry.name));
      next.push(...folders.map(({ name }) => join(here, name)));
    }
    level = next;
  }
  return found;
}
