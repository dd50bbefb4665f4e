// A Jekyll site's configuration: address, permalinks, collections, whose anchors. Pure.
import type { SiteAt, SiteFolder } from '../generator.ts';
import { findSettings, type Settings, textSetting, toSettings } from '../settings.ts';
import { toSite } from '../site.ts';

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

/** GitHub Pages keeps a site's own host in a file `CNAME`; many sites give their address nowhere else. */
function findHost({ texts }: SiteFolder): string | null {
  const host = texts.get('CNAME')?.trim() ?? '';
  return /^[a-z0-9.-]+$/i.test(host) ? `https://${host}` : null;
}

function toUrl(folder: SiteFolder, settings: Settings): string | null {
  const own = textSetting(settings, 'url');
  const url = own !== null && /^https?:/.test(own) ? own : findHost(folder);
  if (url === null) return null;
  const base = (textSetting(settings, 'baseurl') ?? '').replace(/^\/|\/$/g, '');
  return `${url.replace(/\/+$/, '')}/${base}`;
}

/** Folders that are published although their name begins with `_`: collections with output, and what `include` names. */
function publishedFolders(settings: Settings): readonly string[] {
  const collections = [...toSettings(settings.get('collections'))];
  const published = collections
    .filter(([, value]) => isTrue(toSettings(value).get('output')))
    .map(([name]) => `_${name}`);
  const included: unknown = settings.get('include');
  return [...published, ...(Array.isArray(included) ? included.filter((name) => typeof name === 'string') : [])];
}

function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}

/** Jekyll reads GitHub's Markdown (and makes GitHub's anchors) unless `kramdown: {input: kramdown}` says otherwise. */
function readsPlainKramdown(settings: Settings): boolean {
  const input = textSetting(toSettings(settings.get('kramdown')), 'input');
  return input !== null && input.toLowerCase() === 'kramdown';
}

/** The Jekyll site at `folder`, or null where there is none. */
export function parseJekyllSite(folder: SiteFolder): SiteAt | null {
  const file = findSettings(folder.texts, ['_config.yml', '_config.yaml', '_config.toml']);
  if (file === null) return null;
  const { settings } = file;
  const site = toSite({
    generator: 'jekyll',
    url: toUrl(folder, settings),
    anchors: readsPlainKramdown(settings) ? 'kramdown' : 'github',
    permalinks: toPermalinks(settings),
    htmlPages: true,
  });
  const isLeftOut = (path: string): boolean => /(^|\/)(vendor|_site)\//.test(path);
  return {
    site,
    content: [{ folder: '', base: '' }],
    extraFolders: publishedFolders(settings),
    isLeftOut,
    files: [file],
  };
}
