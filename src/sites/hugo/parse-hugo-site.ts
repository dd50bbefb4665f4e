// A Hugo site's configuration: addresses, permalinks, where its content lies. Pure.
import { isAboutRepository } from '../about-repository.ts';
import type { SiteAt, SiteFolder } from '../generator.ts';
import {
  type ConfigFile,
  findSettings,
  parseSettings,
  type Settings,
  textSetting,
  toBase,
  toSettings,
  withExtensions,
} from '../settings.ts';
import { toSite } from '../site.ts';
import { hasTypedAnchors } from './find-hugo-version.ts';

/** Permalinks of pages: old sites write `blog: …`, new ones `page: {blog: …}`. */
function toPermalinks(value: unknown): Readonly<Record<string, string>> {
  const settings = toSettings(value);
  const pages = new Map([...settings, ...toSettings(settings.get('page'))]);
  return Object.fromEntries([...pages].filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
}

interface Language {
  readonly code: string;
  readonly base: string;
  readonly folder: string | null;
  readonly url: string | null;
}

function isDisabled(settings: Settings, code: string): boolean {
  const disabled = settings.get('disablelanguages');
  return (
    toSettings(toSettings(settings.get('languages')).get(code)).get('disabled') === true ||
    (Array.isArray(disabled) && disabled.includes(code))
  );
}

/** The languages of a site, the first one first. */
function findLanguages(settings: Settings): readonly Language[] {
  const first = (textSetting(settings, 'defaultcontentlanguage') ?? 'en').toLowerCase();
  const isPrefixed = settings.get('defaultcontentlanguageinsubdir') === true;
  const languages = [...toSettings(settings.get('languages'))].filter(([code]) => !isDisabled(settings, code));
  return languages
    .map(([code, value]): Language => {
      const own = toSettings(value);
      const url = textSetting(own, 'baseurl');
      const base = (code === first && !isPrefixed) || url !== null ? '' : `${code}/`;
      return { code, base, folder: textSetting(own, 'contentdir')?.replace(/^\.?\/|\/+$/g, '') ?? null, url };
    })
    .sort((one, other) => Number(other.code === first) - Number(one.code === first));
}

function toContent(settings: Settings, languages: readonly Language[]): SiteAt['content'] {
  const main = (textSetting(settings, 'contentdir') ?? 'content').replace(/^\.?\/|\/+$/g, '');
  const first = (textSetting(settings, 'defaultcontentlanguage') ?? 'en').toLowerCase();
  const isPrefixed = settings.get('defaultcontentlanguageinsubdir') === true;
  const own = languages.flatMap(({ code, base, folder, url }) =>
    folder === null ? [] : [{ folder, base, language: code, ...(url === null ? {} : { url }) }],
  );
  const rest = { folder: main, base: isPrefixed ? `${first}/` : '' };
  const firsts = own.filter(({ language }) => language === first);
  return [...firsts, rest, ...own.filter(({ language }) => language !== first)];
}

/** Folders that are mounted as content, from elsewhere or as one language's (`module.mounts`). */
function toMounted(settings: Settings, languages: readonly Language[]): SiteAt['content'] {
  const mounts = toSettings(settings.get('module')).get('mounts');
  return (Array.isArray(mounts) ? mounts : []).map(toSettings).flatMap((mount): SiteAt['content'] => {
    const below = /^content(?:\/+(.*))?$/.exec(textSetting(mount, 'target')?.replace(/\/+$/, '') ?? '');
    const folder = textSetting(mount, 'source')?.replace(/^\.?\/|\/+$/g, '') ?? null;
    const code = textSetting(mount, 'lang')?.toLowerCase();
    const language = languages.find((each) => each.code === code);
    if (below === null || folder === null || (code !== undefined && language === undefined)) return [];
    const base = `${language?.base ?? ''}${toBase(below[1] ?? '')}`;
    return [{ folder, base, ...(language === undefined ? {} : { language: language.code }) }];
  });
}

/** Languages that the site is not built in: `faq.fr.md` is no page then. */
function findDisabled(settings: Settings): readonly string[] {
  return [...toSettings(settings.get('languages')).keys()].filter((code) => isDisabled(settings, code));
}

/** Folders of a Hugo site's content that people use for what is not published, and the pages that only explain them. */
function isBesideContent(file: string, disabled: readonly string[]): boolean {
  if (disabled.some((code) => file.toLowerCase().endsWith(`.${code.toLowerCase()}.md`))) return true;
  return /(^|\/)(drafts|templates)\//i.test(file) || isAboutRepository(file);
}

/** `config/_default/languages.fr.toml`: a file for each language. */
function findLanguageFiles(texts: SiteFolder['texts'], environment: string): readonly ConfigFile[] {
  return [...texts].flatMap(([path, text]) => {
    const code = new RegExp(`^config/${environment}/languages\\.([\\w-]+)\\.\\w+$`).exec(path)?.[1];
    if (code === undefined) return [];
    const part = parseSettings(path, text);
    return [{ ...part, settings: new Map([['languages', { [code]: Object.fromEntries(part.settings) }]]) }];
  });
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
  const files = environments.flatMap((environment) => [
    ...['hugo', 'permalinks', 'languages', 'params', 'module'].map((name) => find(environment, name)),
    ...findLanguageFiles(texts, environment),
  ]);
  return files.filter((file) => file !== null);
}

function findMain(folder: SiteFolder): readonly ConfigFile[] {
  const { texts, names } = folder;
  const flat = findSettings(texts, withExtensions('hugo'));
  if (flat !== null) return [flat];
  const parted = findParted(folder);
  if (parted.length > 0) return parted;
  const old = findSettings(texts, withExtensions('config'));
  const isHugo = old !== null && (old.settings.has('baseurl') || old.settings.has('base_url') || names.has('content'));
  return isHugo ? [old] : [];
}

/** Later files win, setting by setting: `params` of one file and of another are one. */
function mergeFiles(files: readonly ConfigFile[]): Settings {
  const merged = new Map<string, unknown>();
  for (const [name, value] of files.flatMap((file) => [...file.settings])) {
    const both = [toSettings(merged.get(name)), toSettings(value)];
    const isObject = both.every(({ size }) => size > 0);
    merged.set(name, isObject ? Object.fromEntries(both.flatMap((each) => [...each])) : value);
  }
  return merged;
}

/** The Hugo site at `folder`, or null where there is none. */
export function parseHugoSite(folder: SiteFolder): SiteAt | null {
  const files = findMain(folder);
  if (files.length === 0) return null;
  const settings = mergeFiles(files);
  const url = textSetting(settings, 'baseurl') ?? textSetting(settings, 'base_url');
  const languages = findLanguages(settings);
  const site = toSite({
    generator: 'hugo',
    url: url !== null && /^https?:/.test(url) ? url : null,
    anchors: 'hugo',
    permalinks: toPermalinks(settings.get('permalinks')),
    htmlPages: settings.get('uglyurls') === true,
    typedAnchors: hasTypedAnchors(folder.texts),
    languages: Object.fromEntries(languages.map(({ code, base }) => [code, base])),
    variables: { params: Object.fromEntries(toSettings(settings.get('params'))), title: settings.get('title') },
  });
  const disabled = findDisabled(settings);
  const isLeftOut = (file: string): boolean => isBesideContent(file, disabled);
  return {
    site,
    content: [...toContent(settings, languages), ...toMounted(settings, languages)],
    extraFolders: [],
    isLeftOut,
    files,
  };
}
