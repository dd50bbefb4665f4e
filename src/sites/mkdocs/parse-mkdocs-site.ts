// A MkDocs site's configuration: address, where its pages lie, whose slugs. Pure.
import type { SiteAt, SiteFolder } from '../generator.ts';
import { type ConfigFile, findSettings, parseSettings, type Settings, textSetting, toSettings } from '../settings.ts';
import { toSite } from '../site.ts';

/** Extensions and plugins are a list of names and of names with options, or one object. */
function findOptions(list: unknown, name: string): Settings | null {
  const items: readonly unknown[] = Array.isArray(list) ? list : [list];
  for (const item of items) {
    if (item === name) return new Map();
    const options = toSettings(item);
    if (options.has(name)) return toSettings(options.get(name));
  }
  return null;
}

/** `slugify: !!python/object/apply:pymdownx.slugs.slugify …` in whatever form the YAML parser gives it. */
function keepsLetters(text: string): boolean {
  return /slugify:[^\n]*(?:pymdownx|\n?\s+kwds)|pymdownx\.slugs\.|slugify_unicode/.test(text);
}

/** Languages of the plugin `i18n`, which tells them by the suffix of a file's name or by folder. */
function findLanguages(settings: Settings): {
  readonly first: string | null;
  readonly others: readonly string[];
  readonly isBySuffix: boolean;
} {
  const options = findOptions(settings.get('plugins'), 'i18n');
  const listed = options?.get('languages');
  const languages = Array.isArray(listed)
    ? listed.map((each) => {
        const language = toSettings(each);
        return { locale: textSetting(language, 'locale') ?? '', isFirst: language.get('default') === true };
      })
    : Object.keys((listed ?? {}) as object).map((locale) => ({ locale, isFirst: locale === 'default' }));
  const first =
    languages.find(({ isFirst }) => isFirst)?.locale ?? textSetting(options ?? new Map(), 'default_language');
  return {
    first,
    others: languages.filter(({ isFirst, locale }) => !isFirst && locale !== '').map(({ locale }) => locale),
    isBySuffix: textSetting(options ?? new Map(), 'docs_structure') !== 'folder',
  };
}

/** `site_url`, also where it is a default behind a variable of the environment. */
function findUrl(settings: Settings, text: string): string | null {
  const url =
    textSetting(settings, 'site_url') ??
    /^site_url:\s*!ENV\s*\[[^\]]*["']?(https?:\/\/[^"'\],\s]+)/m.exec(text)?.[1] ??
    null;
  return url !== null && /^https?:/.test(url) ? url : null;
}

function docsOf(settings: Settings): string {
  return (textSetting(settings, 'docs_dir') ?? 'docs').replace(/^\.\/|\/+$/g, '');
}

/** What `INHERIT: base.yml` brings, below what the file says itself. */
function findInherited(texts: ReadonlyMap<string, string>, file: ConfigFile): ConfigFile {
  const parent = textSetting(file.settings, 'inherit')?.replace(/^\.\//, '');
  const text = parent === undefined ? undefined : texts.get(parent);
  if (parent === undefined || text === undefined) return file;
  return { ...file, settings: new Map([...parseSettings(parent, text).settings, ...file.settings]) };
}

/** Sites that a repository keeps beside the first one: `mkdocs.blog.yml` with pages and an address of its own. */
function findOthers(texts: ReadonlyMap<string, string>, main: string): SiteAt['content'] {
  const files = [...texts].filter(([path]) => /^mkdocs[.-][\w.-]+\.ya?ml$/.test(path));
  const others = files.flatMap(([path, text]) => {
    const { settings } = findInherited(texts, parseSettings(path, text));
    const url = findUrl(settings, text);
    return docsOf(settings) === main || url === null ? [] : [{ folder: docsOf(settings), base: '', url }];
  });
  return others.filter(({ folder }, index) => others.findIndex((each) => each.folder === folder) === index);
}

/** The MkDocs site at `folder`, or null where there is none. */
export function parseMkdocsSite({ texts }: SiteFolder): SiteAt | null {
  const found = findSettings(texts, ['mkdocs.yml', 'mkdocs.yaml']);
  if (found === null) return null;
  const file = findInherited(texts, found);
  const { settings } = file;
  const text = texts.get(file.file) ?? '';
  const { first, others, isBySuffix } = findLanguages(settings);
  const bases = Object.fromEntries([
    ...(first === null ? [] : [[first, '']]),
    ...others.map((each) => [each, `${each}/`]),
  ]);
  const site = toSite({
    generator: 'mkdocs',
    url: findUrl(settings, text),
    anchors: keepsLetters(text) ? 'pymdown' : 'mkdocs',
    htmlPages: settings.get('use_directory_urls') === false,
    languages: isBySuffix ? bases : {},
    language: first,
    variables: { config: Object.fromEntries(settings), ...Object.fromEntries(toSettings(settings.get('extra'))) },
  });
  const docs = docsOf(settings);
  const folders = isBySuffix
    ? []
    : others.map((each) => ({ folder: `${docs}/${each}`, base: `${each}/`, language: each }));
  const main = isBySuffix || first === null ? [] : [{ folder: `${docs}/${first}`, base: '', language: first }];
  return {
    site,
    content: [{ folder: docs, base: '' }, ...main, ...folders, ...findOthers(texts, docs)],
    extraFolders: [],
    isLeftOut: () => false,
    files: [file],
  };
}
