// A VitePress or VuePress site's configuration, as far as it stands in plain strings: the file is code and is never run. Pure.
import type { SiteAt, SiteFolder } from '../generator.ts';
import { findFlag, findObject, findString, toBase, toSiteUrl, withoutComments } from '../settings.ts';
import { toSite } from '../site.ts';

/** Keys of `locales`: the folders of languages (`'/de/'`), without the root. */
function findLocales(code: string): readonly string[] {
  const locales = findObject(code, 'locales');
  return [...locales.matchAll(/["'`]?\/?([a-z]{2}(?:-[A-Za-z]{2,4})?)\/?["'`]?\s*:\s*\{/g)].map(
    (found) => found[1] ?? '',
  );
}

/** The VitePress or VuePress site at `folder`, or null where there is none. */
export function parseVitepressSite({ texts }: SiteFolder): SiteAt | null {
  const file = [...texts.keys()].find((path) => /^\.(vitepress|vuepress)\/config/.test(path));
  if (file === undefined) return null;
  const files = [...texts].filter(([path]) => /^\.(vitepress|vuepress)\//.test(path)).map(([, text]) => text);
  const code = withoutComments(files.join('\n'));
  const isVitepress = file.startsWith('.vitepress');
  const host =
    findString(findObject(code, 'sitemap'), 'hostname') ?? findString(code, 'hostname') ?? findString(code, 'domain');
  const origin = /^https?:\/\/[^/]+/.exec(host ?? '')?.[0] ?? null;
  const site = toSite({
    generator: 'vitepress',
    url: toSiteUrl(origin, findString(code, 'base') ?? (host ?? '').slice((origin ?? '').length)),
    anchors: 'vitepress',
    htmlPages: !isVitepress || findFlag(code, 'cleanUrls') !== true,
  });
  const folder = isVitepress ? toBase(findString(code, 'srcDir') ?? '').replace(/^\.\/|\/$/g, '') : '';
  const languages = findLocales(code).map((locale) => ({
    folder: folder === '' ? locale : `${folder}/${locale}`,
    base: `${locale}/`,
    language: locale,
  }));
  return {
    site,
    content: [{ folder, base: '' }, ...languages],
    extraFolders: [],
    isLeftOut: () => false,
    files: [],
  };
}
