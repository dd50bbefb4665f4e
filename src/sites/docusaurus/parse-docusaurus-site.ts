// A Docusaurus site's configuration, as far as it stands in plain strings: the file is code and is never run. Pure.
import type { SiteAt, SiteFolder } from '../generator.ts';
import { toSite } from '../site.ts';

/** The first string that a field of this name has in the code; null where it is computed. */
function findString(code: string, name: string): string | null {
  return new RegExp(`(?:^|[\\s{,])["']?${name}["']?\\s*:\\s*(["'\`])([^"'\`$]*)\\1`).exec(code)?.[2] ?? null;
}

/** The text of the object that a field of this name holds, up to its closing brace. */
function findObject(code: string, name: string): string {
  const found = new RegExp(`(?:^|[\\s{,])["']?${name}["']?\\s*:\\s*\\{`).exec(code);
  if (found === null) return '';
  let depth = 0;
  for (let index = found.index + found[0].length - 1; index < code.length; index += 1) {
    if (code[index] === '{') depth += 1;
    if (code[index] === '}') depth -= 1;
    if (depth === 0) return code.slice(found.index, index);
  }
  return '';
}

function toBase(code: string, name: string): string {
  const path = findString(findObject(code, name), 'routeBasePath') ?? name;
  const base = path.replace(/^\/+|\/+$/g, '');
  return base === '' ? '' : `${base}/`;
}

/** The Docusaurus site at `folder`, or null where there is none. */
export function parseDocusaurusSite({ texts }: SiteFolder): SiteAt | null {
  const names = ['ts', 'js', 'mjs', 'cjs'].map((extension) => `docusaurus.config.${extension}`);
  const text = names.map((name) => texts.get(name)).find((each) => each !== undefined);
  if (text === undefined) return null;
  const code = text.replace(/^\s*\/\/.*$/gm, '').replace(/\/\*[\s\S]*?\*\//g, '');
  const url = findString(code, 'url');
  const base = (findString(code, 'baseUrl') ?? '/').replace(/^\/+|\/+$/g, '');
  const site = toSite({
    generator: 'docusaurus',
    url: url !== null && /^https?:/.test(url) ? `${url.replace(/\/+$/, '')}/${base}` : null,
    anchors: 'github',
  });
  const content = ['docs', 'blog'].map((name) => ({
    folder: findString(findObject(code, name), 'path') ?? name,
    base: toBase(code, name),
  }));
  return { site, content, extraFolders: [], isLeftOut: () => false, files: [] };
}
