// A VitePress or VuePress site's configuration, as far as it stands in plain strings: the file is code and is never run. Pure.
import type { ContentFolder, SiteAt, SiteFolder } from '../generator.ts';
import { findFlag, findObject, findString, toBase, toSiteUrl, withoutComments } from '../settings.ts';
import { toSite } from '../site.ts';

/** Keys of `locales`: the folders of languages (`'/de/'`), without the root. */
function findLocales(code: string): readonly string[] {
  const locales = findObject(code, 'locales');
  return [...locales.matchAll(/["'`]?\/?([a-z]{2}(?:-[A-Za-z]{2,4})?)\/?["'`]?\s*:\s*\{/g)].map(
    (found) => found[1] ?? '',
  );
}

/** Code without what stands in its lists and in objects that have settings of the same names: those of a sidebar's parts. */
function outside(code: string): string {
  const strings = /(["'`])(?:\\.|(?!\1)[^\\])*\1/y;
  let kept = '';
  let closing = 0;
  for (let at = 0; at < code.length; at += 1) {
    strings.lastIndex = at;
    const said = strings.exec(code)?.[0] ?? code[at] ?? '';
    const opens = said === '[' || (said === '{' && /\b(?:themeConfig|sidebar|nav|locales)["']?\s*:\s*$/.test(kept));
    if (closing > 0 || opens) closing += '[{'.includes(said) ? 1 : ']}'.includes(said) ? -1 : 0;
    else kept += said;
    at += said.length - 1;
  }
  return kept;
}

/** Folders whose pages get the addresses of another: `rewrites: { 'de/:rest*': ':rest*' }`. */
function findMoved(code: string): readonly ContentFolder[] {
  const rewrites = findObject(code, 'rewrites');
  return [...rewrites.matchAll(/["'`]([^"'`:]+)\/:(\w+)\*["'`]\s*:\s*["'`]([^"'`:]*):\2\*?["'`]/g)].map(
    ([, folder = '', , base = '']) => ({ folder, base: toBase(base) }),
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
    url: toSiteUrl(origin, findString(outside(code), 'base') ?? (host ?? '').slice((origin ?? '').length)),
    anchors: 'vitepress',
    htmlPages: !isVitepress || findFlag(code, 'cleanUrls') !== true,
  });
  const folder = isVitepress ? toBase(findString(code, 'srcDir') ?? '').replace(/^\.\/|\/$/g, '') : '';
  const below = (name: string): string => (folder === '' ? name : `${folder}/${name}`);
  const moved = findMoved(code);
  const languages = findLocales(code)
    .filter((locale) => !moved.some((each) => each.folder === locale))
    .map((locale) => ({ folder: below(locale), base: `${locale}/`, language: locale }));
  return {
    site,
    content: [{ folder, base: '' }, ...languages, ...moved.map((each) => ({ ...each, folder: below(each.folder) }))],
    extraFolders: [],
    isLeftOut: () => false,
    files: [],
  };
}
