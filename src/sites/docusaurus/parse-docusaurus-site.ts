// A Docusaurus site's configuration, as far as it stands in plain strings: the file is code and is never run. Pure.
import type { ContentFolder, SiteAt, SiteFolder } from '../generator.ts';
import { findFlag, findObject, findString, toBase, toSiteUrl, withoutComments, withoutNested } from '../settings.ts';
import { toSite } from '../site.ts';

/** Plugins of content, each with its folder and route, as `['@docusaurus/plugin-content-docs', {…}]` writes them. */
function findPlugins(code: string): SiteAt['content'] {
  const parts = code.split(/plugin-content-(?=docs|blog|pages)/).slice(1);
  return parts.flatMap((part) => {
    const kind = /^(docs|blog)/.exec(part)?.[1];
    const options = part.slice(0, 600);
    const folder = findString(options, 'path');
    if (kind === undefined || folder === null) return [];
    return [{ folder, base: toBase(findString(options, 'routeBasePath') ?? kind) }];
  });
}

function findPreset(code: string, name: string): SiteAt['content'][number] {
  const options = withoutNested(findObject(code, name));
  return { folder: findString(options, 'path') ?? name, base: toBase(findString(options, 'routeBasePath') ?? name) };
}

/** The locales beside the default one keep their pages in `i18n/<locale>/…`. */
function findLocales(code: string): readonly string[] {
  const options = findObject(code, 'i18n');
  const first = findString(options, 'defaultLocale') ?? 'en';
  const list = /locales\s*:\s*\[([^\]]*)\]/.exec(options)?.[1] ?? '';
  return [...list.matchAll(/["'`]([\w-]+)["'`]/g)].map((found) => found[1] ?? '').filter((locale) => locale !== first);
}

/**
 * Where versions were cut the newest of them stands at the root of the docs and `docs/` below `next/`, unless the
 * configuration keeps `docs/` first (`lastVersion: 'current'`), shows it alone, or gives a version its own `path`.
 * Rule: https://docusaurus.io/docs/versioning#versioning-behaviors
 */
function findVersions(texts: ReadonlyMap<string, string>, code: string, docs: ContentFolder): SiteAt['content'] {
  const versions = [...(texts.get('versions.json') ?? '').matchAll(/"([^"]+)"/g)].map((found) => found[1] ?? '');
  const [newest] = versions;
  const last = findString(code, 'lastVersion') ?? findConstant(code, 'lastVersion') ?? newest;
  if (newest === undefined || last === 'current') return [docs];
  const paths = findObject(findObject(code, 'docs'), 'versions');
  const toVersionBase = (name: string, usual: string): string =>
    `${docs.base}${toBase(findString(findObject(paths, name.replaceAll('.', '\\.')), 'path') ?? usual)}`;
  const versioned = versions.map((version) => ({
    folder: `versioned_docs/version-${version}`,
    base: toVersionBase(version, version === last ? '' : version),
  }));
  // Whoever leaves the current version out copies it in when the site is built.
  const current = findFlag(code, 'includeCurrentVersion') === false ? docs.base : toVersionBase('current', 'next');
  return [...versioned, { folder: docs.folder, base: current }];
}

/** `lastVersion: newest` with `const newest = '2.x'`. */
function findConstant(code: string, name: string): string | null {
  const variable = new RegExp(`\\b${name}\\s*:\\s*([A-Za-z_$][\\w$]*)`).exec(code)?.[1];
  return variable === undefined ? null : findString(code, variable);
}

/** The Docusaurus site at `folder`, or null where there is none. */
export function parseDocusaurusSite({ texts }: SiteFolder): SiteAt | null {
  const names = ['ts', 'js', 'mjs', 'cjs', 'mts'].map((extension) => `docusaurus.config.${extension}`);
  const text = names.map((name) => texts.get(name)).find((each) => each !== undefined);
  if (text === undefined) return null;
  const code = withoutComments(text);
  const site = toSite({
    generator: 'docusaurus',
    url: toSiteUrl(findString(code, 'url'), findString(code, 'baseUrl') ?? '/'),
    anchors: 'github',
  });
  const docs = findPreset(code, 'docs');
  const versions = findVersions(texts, code, docs);
  const content = [...versions, findPreset(code, 'blog'), ...findPlugins(code), { folder: 'src/pages', base: '' }];
  const translated = findLocales(code).flatMap((locale) =>
    versions.map(({ folder, base }) => ({
      folder: `i18n/${locale}/docusaurus-plugin-content-docs/${/version-[^/]+$/.exec(folder)?.[0] ?? 'current'}`,
      base: `${locale}/${base}`,
      language: locale,
    })),
  );
  return { site, content: [...content, ...translated], extraFolders: [], isLeftOut: () => false, files: [] };
}
