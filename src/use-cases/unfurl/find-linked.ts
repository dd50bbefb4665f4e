// Which post or section of the notes an address leads to. Pure.
import type { Entry, Post } from '../../knowledge/entry.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';

export type Linked =
  | { readonly kind: 'entry'; readonly entry: Entry }
  | { readonly kind: 'post'; readonly post: Post; readonly entries: readonly Entry[] };

/** The section, else the post at this address, whatever its query, its closing slash, and `http` or `https`; null for any other. */
export function findLinked({ entries, posts }: Knowledge, address: string): Linked | null {
  const wanted = toPlace(address);
  if (wanted === null) return null;
  const ofPost = entries.filter(({ post }) => isSamePage(post.url, wanted));
  const entry = wanted.anchor === '' ? undefined : ofPost.find(({ url }) => toPlace(url)?.anchor === wanted.anchor);
  if (entry !== undefined) return { kind: 'entry', entry };
  const post = posts.find(({ url }) => isSamePage(url, wanted));
  return post === undefined ? null : { kind: 'post', post, entries: ofPost };
}

interface Place {
  readonly page: string;
  readonly anchor: string;
}

function isSamePage(url: string | null, { page }: Place): boolean {
  return url !== null && toPlace(url)?.page === page;
}

function toPlace(address: string | null): Place | null {
  if (address === null || !URL.canParse(address)) return null;
  const { protocol, host, pathname, hash } = new URL(address);
  if (!/^https?:$/.test(protocol)) return null;
  const path = pathname.replace(/\/index\.html?$/, '/').replace(/\/+$/, '');
  return { page: `${host}${decode(path)}`, anchor: decode(hash.slice(1)) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
