// Whether the role of a post can still be applied for. Pure.
import type { Post } from './entry.ts';

const dayMs = 86_400_000;

/** True where the post says `closed: true` or its deadline is over. A deadline without a time lasts until its day ends (UTC). `now`: milliseconds since 1970. */
export function isClosed(post: Pick<Post, 'closed' | 'deadline'>, now: number): boolean {
  if (post.closed) return true;
  if (post.deadline === null) return false;
  const deadline = Date.parse(post.deadline);
  const isDay = post.deadline.length === '2022-03-22'.length;
  return now >= (isDay ? deadline + dayMs : deadline);
}
