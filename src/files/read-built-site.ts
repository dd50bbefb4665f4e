// The pages of a built site that entries link to, read from the folder that its generator wrote. Edge.
import { readFile, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';

/** Where a page may lie in the folder: `/faq/` and `/faq` as `faq/index.html` or `faq.html`, below the site's own path, a first folder, or not. */
function candidates(pathname: string, basePath: string): readonly string[] {
  const whole = decodeURIComponent(pathname);
  const below = whole.startsWith(basePath) ? [whole.slice(basePath.length)] : [];
  const belowFirst = whole.replace(/^\/[^/]+\//, '/');
  return [...below, whole, belowFirst].flatMap((path) => {
    const bare = path.replace(/^\/+|\/+$/g, '');
    if (/\.html?$/i.test(bare)) return [bare];
    return bare === '' ? ['index.html'] : [`${bare}/index.html`, `${bare}.html`];
  });
}

async function readPage(folder: string, page: string, basePath: string): Promise<string | null> {
  const root = resolve(folder);
  for (const candidate of candidates(new URL(page).pathname, basePath)) {
    const path = join(root, candidate);
    if (!path.startsWith(root + sep)) continue;
    const text = await readFile(path, 'utf8').catch(() => null);
    if (text !== null) return text;
  }
  return null;
}

/**
 * The HTML of each page, null where the folder has none. `pages`: addresses without fragment. `siteUrl`: address of the
 * site, or null. Rejects where `folder` is none.
 */
export async function readBuiltPages(
  folder: string,
  pages: readonly string[],
  siteUrl: string | null,
): Promise<ReadonlyMap<string, string | null>> {
  const place = await stat(folder).catch(() => null);
  if (place?.isDirectory() !== true)
    throw new Error(`There is no folder ${folder}. Name the one that your site is built into.`);
  const basePath = siteUrl === null ? '/' : new URL(siteUrl).pathname.replace(/\/?$/, '/');
  const found = new Map<string, string | null>();
  for (const page of pages) if (!found.has(page)) found.set(page, await readPage(folder, page, basePath));
  return found;
}
