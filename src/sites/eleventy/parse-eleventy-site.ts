// An Eleventy site's configuration, as far as it stands in plain strings: the files are code and are never run. Pure.
import { parse as parseYaml } from 'yaml';
import { isAboutRepository } from '../about-repository.ts';
import type { SiteAt, SiteFolder } from '../generator.ts';
import { findFlag, findObject, findString, toBase, toFolder, toSiteUrl, withoutComments } from '../settings.ts';
import { type AnchorStyle, toSite } from '../site.ts';

/** The names that a configuration goes by; sites with several call them `local-eleventy.mjs`, `eleventy-base.js`. */
export const eleventyConfiguration = /^(?:\.eleventy|(?:[\w-]+-)?eleventy(?:[.-][\w-]+)?)\.[cm]?[jt]s$/;

const folderData = /^(.*\/)?([^/]+)\/\2(?:\.11tydata)?\.(?:json|[cm]?js)$/;
const siteData = /(?:^|\/)_data\/(?:site|meta|metadata)\.(?:json|[cm]?js|ya?ml)$/;

/** True for the path of a file that says something about all pages of its folder, or about the site. */
export function isEleventyData(path: string): boolean {
  return folderData.test(path) || siteData.test(path);
}

/** True where a configuration takes parts of it from files of other names. */
function hasOtherParts(code: string): boolean {
  const parts = [...code.matchAll(/(?:from\s+|require\(\s*|import\(\s*)["']\.{1,2}\/([^"']+)["']/g)];
  return parts.some(([, path = '']) => !eleventyConfiguration.test(path));
}

function findAnchors(code: string, packages: string): AnchorStyle {
  if (/IdAttributePlugin/.test(code)) return 'eleventy';
  if (!/markdown-?it-?anchor/i.test(hasOtherParts(code) ? code + packages : code)) return 'none';
  if (/github-slugger/.test(code)) return 'github';
  return /\bslugify\b|\bslug\b/i.test(code) ? 'eleventy' : 'markdown-it';
}

/** `permalink` of a folder's data: a template, or false where its files are no pages; undefined where it says nothing of it. */
function findPermalink(text: string): string | false | undefined {
  if (findFlag(text, 'permalink') === false) return false;
  const template = findString(text.replaceAll('\\"', "'"), 'permalink');
  // What is computed cannot be known.
  return template ?? (/\bpermalink\b/.test(text) ? '{{ computed }}' : undefined);
}

/** The first address that the site's own data gives. */
function findUrl(texts: ReadonlyMap<string, string>): string | null {
  for (const [path, text] of texts) {
    if (!siteData.test(path)) continue;
    const code = /\.ya?ml$/.test(path)
      ? JSON.stringify(parseYaml(text, { logLevel: 'silent' }))
      : withoutComments(text);
    const url = ['url', 'baseUrl', 'siteUrl', 'domain', 'origin']
      .map((name) => findString(code, name))
      .find((each) => each !== null && /^https?:\/\/(?!localhost)/.test(each));
    if (url !== undefined && url !== null) return url;
  }
  return null;
}

/** The Eleventy site at `folder`, or null where there is none. */
export function parseEleventySite({ texts }: SiteFolder): SiteAt | null {
  const files = [...texts].filter(([path]) => eleventyConfiguration.test(path));
  if (files.length === 0) return null;
  const code = files.map(([, text]) => withoutComments(text)).join('\n');
  const script = texts.get('package.json') ?? '';
  const input =
    /setInputDirectory\(\s*["']([^"']+)["']/.exec(code)?.[1] ??
    findString(findObject(code, 'dir'), 'input') ??
    /eleventy[^"\n]*--input[= ]([\w./-]+)/.exec(script)?.[1] ??
    '';
  const folder = toFolder(input);
  const prefix = toBase(folder);
  const permalinks = [...texts].flatMap(([path, text]): readonly (readonly [string, string | false])[] => {
    const [, above = '', name = ''] = folderData.exec(path) ?? [];
    const rule = name === '' || !path.startsWith(prefix) ? undefined : findPermalink(withoutComments(text));
    return rule === undefined ? [] : [[`permalink:${(above + name).slice(prefix.length)}`, rule]];
  });
  const site = toSite({
    generator: 'eleventy',
    url: toSiteUrl(findUrl(texts), findString(code, 'pathPrefix')),
    anchors: findAnchors(code, script),
    variables: Object.fromEntries(permalinks),
  });
  return {
    site,
    content: [{ folder, base: '' }],
    extraFolders: [],
    isLeftOut: isAboutRepository,
    files: [],
  };
}
