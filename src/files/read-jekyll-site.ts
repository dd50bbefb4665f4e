// A Jekyll site's configuration: address, permalinks, collections, whose anchors. Edge.
import { toSite } from '../knowledge/site.ts';
import type { SiteAt } from './read-hugo-site.ts';
import { readConfig, type Settings, textSetting, toSettings } from './site-config.ts';

function toPermalinks(settings: Settings): Readonly<Record<string, string>> {
  const permalinks = new Map<string, string>();
  const own = textSetting(settings, 'permalink');
  if (own !== null) permalinks.set('', own);
  for (const [name, value] of toSettings(settings.get('collections'))) {
    const pattern = textSetting(toSettings(value), 'permalink');
    if (pattern !== null) permalinks.set(name === 'posts' ? '_posts' : `_${name}`, pattern);
  }
  return Object.fromEntries(permalinks);
}

function toUrl(settings: Settings): string | null {
  const url = textSetting(settings, 'url');
  if (url === null || !/^https?:/.test(url)) return null;
  const base = (textSetting(settings, 'baseurl') ?? '').replace(/^\/|\/$/g, '');
  return `${url.replace(/\/+$/, '')}/${base}`;
}

function publishedCollections(settings: Settings): readonly string[] {
  const collections = [...toSettings(settings.get('collections'))];
  return collections.filter(([, value]) => toSettings(value).get('output') === true).map(([name]) => `_${name}`);
}

/** Jekyll reads GitHub's Markdown (and makes GitHub's anchors) unless `kramdown: {input: kramdown}` says otherwise. */
function readsPlainKramdown(settings: Settings): boolean {
  const input = textSetting(toSettings(settings.get('kramdown')), 'input');
  return input !== null && input.toLowerCase() === 'kramdown';
}

/** Reads the Jekyll site at `folder`, or null where there is none. */
export async function readJekyllSite(folder: string): Promise<SiteAt | null> {
  const file = await readConfig(folder, ['_config.yml', '_config.yaml', '_config.toml']);
  if (file === null) return null;
  const { settings } = file;
  const site = toSite({
    generator: 'jekyll',
    url: toUrl(settings),
    anchors: readsPlainKramdown(settings) ? 'kramdown' : 'github',
    permalinks: toPermalinks(settings),
    htmlPages: true,
  });
  const isLeftOut = (path: string): boolean => /(^|\/)(vendor|_site)\//.test(path);
  return {
    site,
    content: [{ folder: '', base: '' }],
    extraFolders: publishedCollections(settings),
    isLeftOut,
    files: [file],
  };
}
