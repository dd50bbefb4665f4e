// How old a post is, and whether its role is still open. Pure.
import type { Post } from '../knowledge/entry.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** True where the post says so, or where its deadline has passed; a deadline holds until the end of its day (UTC). */
export function isClosed(post: Post, now: number): boolean {
  if (post.closed) return true;
  if (post.deadline === null) return false;
  const isWholeDay = /^\d{4}-\d{2}-\d{2}$/.test(post.deadline);
  const deadline = Date.parse(post.deadline) + (isWholeDay ? dayMs : 0);
  return Number.isFinite(deadline) && deadline <= now;
}

/** Returns the post's age in whole days where it is older than `staleAfterDays`, else null. */
export function findStaleDays(
  post: Post,
  context: { readonly now: number; readonly staleAfterDays: number },
): number | null {
  if (post.date === null) return null;
  const days = Math.floor((context.now - Date.parse(post.date)) / dayMs);
  return Number.isFinite(days) && days > context.staleAfterDays ? days : null;
}
