// Hexo: https://hexo.io. Pure.
import type { AddressHead } from '../address-head.ts';
import type { ContentPath } from '../content-path.ts';
import { fillPermalink } from '../fill-permalink.ts';
import { findHost } from '../find-host.ts';
import type { Generator, SiteAt, SiteFolder } from '../generator.ts';
import { findSettings, textSetting } from '../settings.ts';
import { type Site, toSite } from '../site.ts';
import { toHtmlPage } from '../to-page.ts';

/** Settings that a Hexo site begins with, and that Jekyll, whose file has the same name, does not know. */
const ownSettings = [
  'source_dir',
  'new_post_name',
  'skip_render',
  'post_asset_folder',
  'permalink_defaults',
  'i18n_dir',
];

/** The Hexo site at `folder`, or null where there is none. */
function parseHexoSite(folder: SiteFolder): SiteAt | null {
  const file = findSettings(folder.texts, ['_config.yml', '_config.yaml']);
  if (file === null || !ownSettings.some((name) => file.settings.has(name))) return null;
  const { settings } = file;
  const url = textSetting(settings, 'url');
  const site = toSite({
    generator: 'hexo',
    url: url !== null && /^https?:/.test(url) ? url : findHost(folder),
    anchors: 'hexo',
    permalinks: { _posts: textSetting(settings, 'permalink') ?? ':year/:month/:day/:title/' },
    htmlPages: true,
    language: textSetting(settings, 'language'),
    variables: Object.fromEntries(settings),
  });
  const content = (textSetting(settings, 'source_dir') ?? 'source').replace(/^\.\/?|\/+$/g, '');
  return { site, content: [{ folder: content, base: '' }], extraFolders: [], isLeftOut: () => false, files: [file] };
}

/** Path of a page below the site's root: posts by their pattern, the rest by its place. */
function toHexoPath(path: ContentPath, head: AddressHead, site: Site): string {
  const [first, ...below] = path.folders;
  if (first !== '_posts') return toHtmlPage(path, head);
  const { date, slug, categories } = head;
  const name = [...below, path.name].join('/');
  const parts = { date, folders: below, name: path.name, title: name, slug, categories, collection: null };
  return fillPermalink(site.permalinks['_posts'] ?? '', { ...parts, toSlug: (text) => text }) ?? toHtmlPage(path, head);
}

export const hexo: Generator = {
  name: 'hexo',
  configuration: /^_config\.ya?ml$/,
  parseSite: parseHexoSite,
  toPath: toHexoPath,
  replaceMarkup: (lines) => lines,
};
