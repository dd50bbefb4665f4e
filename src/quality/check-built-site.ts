// Links of entries against the pages that the site's generator really built. Pure.
import type { Entry } from '../knowledge/entry.ts';

/** The ids on a built page by its address without the fragment; null for a page that was not built. */
export type BuiltPages = ReadonlyMap<string, ReadonlySet<string> | null>;

export interface MissingTarget {
  readonly entry: Entry;
  readonly problem: 'no-page' | 'no-anchor';
}

/** An entry's link taken apart: the page, and the fragment as the browser reads it or null. */
export function splitLink(url: string): { readonly page: string; readonly fragment: string | null } {
  const { href, hash } = new URL(url);
  return {
    page: href.slice(0, href.length - hash.length),
    fragment: hash === '' ? null : decodeURIComponent(hash.slice(1)),
  };
}

/** The ids and names that links can lead to on a page of HTML. */
export function readIds(html: string): ReadonlySet<string> {
  const text = html.replace(/<!--[\s\S]*?-->|<script[\s\S]*?<\/script>/gi, '');
  const found = [...text.matchAll(/<[a-z][^>]*?\s(?:id|name)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi)];
  return new Set(
    found.map(([, one, two, bare]) =>
      (one ?? two ?? bare ?? '').replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"'),
    ),
  );
}

/** The entries whose page, or whose place on it, the built site does not have. */
export function findMissingTargets(entries: readonly Entry[], pages: BuiltPages): readonly MissingTarget[] {
  return entries.flatMap((entry): readonly MissingTarget[] => {
    if (entry.url === null) return [];
    const { page, fragment } = splitLink(entry.url);
    const ids = pages.get(page);
    if (ids === undefined) return [];
    if (ids === null) return [{ entry, problem: 'no-page' }];
    return fragment === null || ids.has(fragment) ? [] : [{ entry, problem: 'no-anchor' }];
  });
}
