// mdBook: https://rust-lang.github.io/mdBook. Pure.
import type { Generator, SiteAt, SiteFolder } from '../generator.ts';
import { expandIncludes, type Inclusion } from '../markup/expand-includes.ts';
import { findSettings, textSetting, toSettings, toSiteUrl } from '../settings.ts';
import { toSite } from '../site.ts';
import { toHtmlPage } from '../to-page.ts';
import { replaceAdmonish } from './replace-admonish.ts';

/** `{{#include terms.md}}` */
function readInclusion(line: string): Inclusion | null {
  const path = /^\s*\{\{#include\s+([^\s:}]+\.md)\s*\}\}\s*$/.exec(line)?.[1];
  return path === undefined ? null : { path, from: '' };
}

/** The book at `folder`, or null where there is none. Its anchors are GitHub's, its pages end in `.html`. */
function parseMdbookSite({ texts }: SiteFolder): SiteAt | null {
  const file = findSettings(texts, ['book.toml']);
  if (file === null) return null;
  const book = toSettings(file.settings.get('book'));
  const html = toSettings(toSettings(file.settings.get('output')).get('html'));
  const path = textSetting(html, 'site-url');
  const [own, cname] = [/^https?:/.test(path ?? '') ? path : null, textSetting(html, 'cname')];
  const site = toSite({
    generator: 'mdbook',
    url: own ?? toSiteUrl(cname === null ? null : `https://${cname}`, path),
    anchors: 'github',
    htmlPages: true,
    language: textSetting(book, 'language'),
  });
  const folder = (textSetting(book, 'src') ?? 'src').replace(/^\.\/?|\/+$/g, '');
  return { site, content: [{ folder, base: '' }], extraFolders: [], isLeftOut: () => false, files: [file] };
}

export const mdbook: Generator = {
  name: 'mdbook',
  configuration: /^book\.toml$/,
  parseSite: parseMdbookSite,
  toPath: toHtmlPage,
  replaceMarkup: (lines, context) => replaceAdmonish(expandIncludes(lines, context, readInclusion)),
};
