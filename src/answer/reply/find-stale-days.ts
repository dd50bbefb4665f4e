// How old a post is. Pure.
import type { Post } from '../../knowledge/entry.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** Returns the post's age in whole days where it is older than `staleAfterDays`, else null. */
export function findStaleDays(
  post: Post,
  context: { readonly now: number; readonly staleAfterDays: number },
): number | null {
  if (post.date === null) return null;
  const days = Math.floor((context.now - Date.parse(post.date)) / dayMs);
  return Number.isFinite(days) && days > context.staleAfterDays ? days : null;
}
