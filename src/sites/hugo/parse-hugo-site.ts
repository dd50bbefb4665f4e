// A Hugo site's configuration: addresses, permalinks, where its content lies. Edge.
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { type ConfigFile, readConfig, type Settings, textSetting, toSettings, withExtensions } from '../settings.ts';
import { type Site, toSite } from '../site.ts';
import { hasTypedAnchors } from './find-hugo-version.ts';

/** A site at a folder, with the folders (seen from there) that hold its content. */
export interface SiteAt {
  readonly site: Site;
  /** Content folders, the most telling first, each with the first part of its addresses. */
  readonly content: readonly { readonly folder: string; readonly base: string }[];
  readonly extraFolders: readonly string[];
  readonly isLeftOut: (file: string) => boolean;
  readonly files: readonly ConfigFile[];
}

/** Permalinks of pages: old sites write `blog: …`, new ones `page: {blog: …}`. */
function toPermalinks(value: unknown): Readonly<Record<string, string>> {
  const settings = toSettings(value);
  const pages = new Map([...settings, ...toSettings(settings.get('page'))]);
  return Object.fromEntries([...pages].filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
}

function toContent(settings: Settings): SiteAt['content'] {
  const main = textSetting(settings, 'contentdir') ?? 'content';
  const languages = [...toSettings(settings.get('languages'))];
  const first = (textSetting(settings, 'defaultcontentlanguage') ?? 'en').toLowerCase();
  const isPrefixed = settings.get('defaultcontentlanguageinsubdir') === true;
  const own = languages.flatMap(([language, value]) => {
    const folder = textSetting(toSettings(value), 'contentdir');
    const base = language === first && !isPrefixed ? '' : `${language}/`;
    return folder === null ? [] : [{ folder: folder.replace(/\/+$/, ''), base, isFirst: language === first }];
  });
  const all = [...own, { folder: main.replace(/\/+$/, ''), base: isPrefixed ? `${first}/` : '', isFirst: true }];
  const sorted = [...all.filter(({ isFirst }) => isFirst), ...all.filter(({ isFirst }) => !isFirst)];
  return sorted.map(({ folder, base }) => ({ folder, base }));
}

/** Folders of a Hugo site's content that people use for what is not published, and the pages that only explain them. */
function isBesideContent(file: string): boolean {
  return /(^|\/)(drafts|templates)\//i.test(file) || /(^|\/)(readme|contributing)\.(md|markdown)$/i.test(file);
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** `config/_default/` with a file for each part, and what `config/production/` says otherwise. */
async function readParted(folder: string): Promise<readonly ConfigFile[]> {
  const read = async (environment: string, name: string): Promise<ConfigFile | null> => {
    const stem = `config/${environment}/${name}`;
    if (name === 'hugo') return readConfig(folder, withExtensions(stem, `config/${environment}/config`));
    const part = await readConfig(folder, withExtensions(stem));
    return part === null ? null : { ...part, settings: new Map([[name, Object.fromEntries(part.settings)]]) };
  };
  const environments = ['_default', 'production'];
  const files = environments.flatMap((environment) =>
    ['hugo', 'permalinks', 'languages'].map((name) => read(environment, name)),
  );
  return (await Promise.all(files)).filter((file) => file !== null);
}

async function readMain(folder: string): Promise<readonly ConfigFile[]> {
  const flat = await readConfig(folder, withExtensions('hugo'));
  if (flat !== null) return [flat];
  const parted = await readParted(folder);
  if (parted.length > 0) return parted;
  const old = await readConfig(folder, withExtensions('config'));
  const isHugo = old !== null && (old.settings.has('baseurl') || (await isThere(join(folder, 'content'))));
  return isHugo ? [old] : [];
}

/** Reads the Hugo site at `folder`, or null where there is none. */
export async function readHugoSite(folder: string): Promise<SiteAt | null> {
  const files = await readMain(folder);
  if (files.length === 0) return null;
  const settings: Settings = new Map(files.flatMap((file) => [...file.settings]));
  const url = textSetting(settings, 'baseurl');
  const site = toSite({
    generator: 'hugo',
    url: url !== null && /^https?:/.test(url) ? url : null,
    anchors: 'hugo',
    permalinks: toPermalinks(settings.get('permalinks')),
    htmlPages: settings.get('uglyurls') === true,
    typedAnchors: await hasTypedAnchors(folder),
  });
  return { site, content: toContent(settings), extraFolders: [], isLeftOut: isBesideContent, files };
}
