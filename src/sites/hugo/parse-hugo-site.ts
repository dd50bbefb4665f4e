// A Hugo site's configuration: addresses, permalinks, where its content lies. Pure.
import type { SiteAt, SiteFolder } from '../generator.ts';
import { type ConfigFile, findSettings, type Settings, textSetting, toSettings, withExtensions } from '../settings.ts';
import { toSite } from '../site.ts';
import { hasTypedAnchors } from './find-hugo-version.ts';

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

/** `config/_default/` with a file for each part, and what `config/production/` says otherwise. */
function findParted({ texts }: SiteFolder): readonly ConfigFile[] {
  const find = (environment: string, name: string): ConfigFile | null => {
    const stem = `config/${environment}/${name}`;
    if (name === 'hugo') return findSettings(texts, withExtensions(stem, `config/${environment}/config`));
    const part = findSettings(texts, withExtensions(stem));
    return part === null ? null : { ...part, settings: new Map([[name, Object.fromEntries(part.settings)]]) };
  };
  const environments = ['_default', 'production'];
  const files = environments.flatMap((environment) =>
    ['hugo', 'permalinks', 'languages'].map((name) => find(environment, name)),
  );
  return files.filter((file) => file !== null);
}

function findMain(folder: SiteFolder): readonly ConfigFile[] {
  const { texts, names } = folder;
  const flat = findSettings(texts, withExtensions('hugo'));
  if (flat !== null) return [flat];
  const parted = findParted(folder);
  if (parted.length > 0) return parted;
  const old = findSettings(texts, withExtensions('config'));
  const isHugo = old !== null && (old.settings.has('baseurl') || names.has('content'));
  return isHugo ? [old] : [];
}

/** The Hugo site at `folder`, or null where there is none. */
export function parseHugoSite(folder: SiteFolder): SiteAt | null {
  const files = findMain(folder);
  if (files.length === 0) return null;
  const settings: Settings = new Map(files.flatMap((file) => [...file.settings]));
  const url = textSetting(settings, 'baseurl');
  const site = toSite({
    generator: 'hugo',
    url: url !== null && /^https?:/.test(url) ? url : null,
    anchors: 'hugo',
    permalinks: toPermalinks(settings.get('permalinks')),
    htmlPages: settings.get('uglyurls') === true,
    typedAnchors: hasTypedAnchors(folder.texts),
  });
  return { site, content: toContent(settings), extraFolders: [], isLeftOut: isBesideContent, files };
}
