// A Jekyll site's configuration: address, permalinks, collections, whose anchors. Pure.
import { isAboutRepository } from '../about-repository.ts';
import { findHost } from '../find-host.ts';
import type { SiteAt, SiteFolder } from '../generator.ts';
import { findSettings, type Settings, textSetting, toBase, toFolder, toSettings } from '../settings.ts';
import { toSite } from '../site.ts';

function collectionsOf(settings: Settings): readonly (readonly [name: string, options: Settings])[] {
  const collections = settings.get('collections');
  if (Array.isArray(collections)) return collections.map((name) => [String(name), new Map()]);
  return [...toSettings(collections)].map(([name, value]) => [name, toSettings(value)]);
}

/** Permalinks that `defaults:` gives to a type of page or to a folder. */
function readDefaults(settings: Settings): readonly (readonly [folder: string, pattern: string])[] {
  const defaults = settings.get('defaults');
  if (!Array.isArray(defaults)) return [];
  return defaults.flatMap((each): readonly (readonly [string, string])[] => {
    const scope = toSettings(toSettings(each).get('scope'));
    const pattern = textSetting(toSettings(toSettings(each).get('values')), 'permalink');
    const type = textSetting(scope, 'type');
    const path = (textSetting(scope, 'path') ?? '').replace(/^\/+|\/+$/g, '');
    if (pattern === null) return [];
    return [[path !== '' || type === null || type === 'pages' ? path : `_${type}`, pattern]];
  });
}

function toPermalinks(settings: Settings): Readonly<Record<string, string>> {
  const permalinks = new Map<string, string>();
  const own = textSetting(settings, 'permalink');
  if (own !== null) permalinks.set('', own);
  for (const [name, options] of collectionsOf(settings)) {
    const pattern = textSetting(options, 'permalink');
    if (pattern !== null) permalinks.set(`_${name}`, pattern);
  }
  for (const [folder, pattern] of readDefaults(settings)) permalinks.set(folder, pattern);
  return Object.fromEntries(permalinks);
}

function toUrl(folder: SiteFolder, settings: Settings): string | null {
  const typed = textSetting(settings, 'url');
  // A host may be written without its scheme: `team.github.io`.
  const own = typed !== null && /^[\w-]+(?:\.[\w-]+)+(?:\/|$)/.test(typed) ? `https://${typed}` : typed;
  const url = (own !== null && /^https?:/.test(own) ? own : findHost(folder))?.replace(/\/+$/, '');
  if (url === undefined) return null;
  const base = (textSetting(settings, 'baseurl') ?? '').replace(/^\/|\/$/g, '');
  // Some write the site's folder into both of them.
  return base !== '' && url.endsWith(`/${base}`) ? `${url}/` : `${url}/${base}`;
}

/** Folders that are published although their name begins with `_`: collections with output, and what `include` names. */
function publishedFolders(settings: Settings): readonly string[] {
  const published = collectionsOf(settings).filter(([, options]) => isTrue(options.get('output')));
  const included: unknown = settings.get('include');
  return [
    ...published.map(([name]) => `_${name}`),
    ...(Array.isArray(included) ? included.filter((name) => typeof name === 'string') : []),
  ];
}

/** Collections of questions that are shown on a page of others: each file is an entry without a page of its own. */
function gatheredFolders(settings: Settings): readonly string[] {
  return collectionsOf(settings)
    .filter(([name, options]) => !isTrue(options.get('output')) && namesQuestions.test(name))
    .map(([name]) => `_${name}`);
}

/** Notes that are no pages: those that `exclude` names, and what tells about the repository beside pages that open the site. */
function toLeftOut(settings: Settings, { names }: SiteFolder): (path: string) => boolean {
  const excluded: unknown = settings.get('exclude');
  const own: readonly unknown[] = Array.isArray(excluded) ? excluded : [];
  const opens = ['index.md', 'index.html', 'index.markdown', '_pages'].some((name) => names.has(name));
  return (path) =>
    /(^|\/)(vendor|_site)\//.test(path) ||
    own.includes(path) ||
    (opens && !path.includes('/') && isAboutRepository(path));
}

const namesQuestions = /faq|question|q-?and-?a|\bqa\b/i;

function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}

/** Jekyll reads GitHub's Markdown unless `kramdown: {input: kramdown}` says otherwise. */
function readsPlainKramdown(settings: Settings): boolean {
  const input = textSetting(toSettings(settings.get('kramdown')), 'input');
  return input !== null && input.toLowerCase() === 'kramdown';
}

/** The Jekyll site at `folder`, or null where there is none. */
export function parseJekyllSite(folder: SiteFolder): SiteAt | null {
  const file = findSettings(folder.texts, ['_config.yml', '_config.yaml', '_config.toml']);
  if (file === null || file.settings.has('sphinx') || folder.texts.has('_toc.yml')) return null;
  const { settings } = file;
  const site = toSite({
    generator: 'jekyll',
    url: toUrl(folder, settings),
    anchors: readsPlainKramdown(settings) ? 'kramdown' : 'gfm',
    permalinks: toPermalinks(settings),
    htmlPages: true,
    typedAnchors: readsPlainKramdown(settings),
    variables: Object.fromEntries(settings),
  });
  const gathered = gatheredFolders(settings);
  const source = toFolder(textSetting(settings, 'source') ?? '');
  return {
    site,
    content: [
      { folder: source, base: '' },
      ...gathered.map((name) => ({ folder: toBase(source) + name, base: '', isUnlinked: true })),
    ],
    extraFolders: [...publishedFolders(settings), ...gathered],
    isLeftOut: toLeftOut(settings, folder),
    files: [file],
  };
}
