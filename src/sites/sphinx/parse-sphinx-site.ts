// A Sphinx site's configuration (or a Jupyter book's), as far as it stands in plain strings: the file is code and is never run. Pure.
import type { SiteAt, SiteFolder } from '../generator.ts';
import { findSettings, findString, textSetting, toSettings } from '../settings.ts';
import { toSite } from '../site.ts';

function toSphinx(url: string | null, isFolders: boolean, variables: Record<string, unknown>): SiteAt {
  const site = toSite({
    generator: 'sphinx',
    url: url !== null && /^https?:/.test(url) ? url : null,
    anchors: 'sphinx',
    htmlPages: !isFolders,
    variables,
  });
  const isLeftOut = (path: string): boolean => /(^|\/)(_build|_templates|_static)\//.test(path);
  return { site, content: [{ folder: '', base: '' }], extraFolders: [], isLeftOut, files: [] };
}

/** Values of `myst_substitutions = {"name": "value"}`. */
function findSubstitutions(code: string): Record<string, unknown> {
  const inside = /myst_substitutions\s*=\s*\{([\s\S]*?)\n?\}/.exec(code)?.[1] ?? '';
  return Object.fromEntries(
    [...inside.matchAll(/["']([\w-]+)["']\s*:\s*(["'])(.*?)\2/g)].map((found) => [found[1] ?? '', found[3] ?? '']),
  );
}

/** The Sphinx site at `folder`, or null where there is none. */
export function parseSphinxSite({ texts }: SiteFolder): SiteAt | null {
  const source = texts.get('conf.py');
  if (source !== undefined) {
    const code = source.replace(/^\s*#.*$/gm, '');
    const host = findString(code, 'html_baseurl') ?? findString(code, 'ogp_site_url') ?? findString(code, 'site_url');
    const isFolders = [...texts].some(
      ([path, text]) => /readthedocs\.ya?ml$|Makefile$/.test(path) && /\bdirhtml\b/.test(text),
    );
    return toSphinx(host, isFolders, findSubstitutions(code));
  }
  const book = findSettings(texts, ['_config.yml', '_config.yaml']);
  if (book === null || !(book.settings.has('sphinx') || (texts.has('_toc.yml') && book.settings.has('html'))))
    return null;
  const url = textSetting(toSettings(book.settings.get('html')), 'baseurl');
  const config = toSettings(toSettings(book.settings.get('sphinx')).get('config'));
  const variables = Object.fromEntries(toSettings(config.get('myst_substitutions')));
  return { ...toSphinx(url, false, variables), files: [book] };
}
