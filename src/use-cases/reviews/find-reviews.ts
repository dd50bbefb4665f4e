// What the notes want looked at again, and what of it is due. Pure.
import { toEntryKey } from '../../knowledge/entry-key.ts';
import type { Review } from '../../knowledge/front-matter/read-reviews.ts';
import type { ListedEntry } from '../notes/notes.ts';
import type { StoredReview } from './review-store.ts';

const dayMs = 86_400_000;
/** Nobody is woken for it: from eight in the morning, UTC. */
const fromMs = 8 * 3_600_000;
/** Where the dates of a note do not say it, it is looked at twice a year. */
const usualDays = 180;
const [leastDays, mostDays] = [7, 730];
/** Who does not press is asked again after so long. */
const againMs = 7 * dayMs;

/** A review with what it is about. */
export interface FoundReview extends Review {
  readonly note: string;
  /** The note's title, or the entry's question. */
  readonly subject: string;
  readonly url: string | null;
  readonly intervalDays: number;
}

/** In reading order. An entry that is not there (any more) is looked at by nobody. */
export function findReviews(entries: readonly ListedEntry[]): readonly FoundReview[] {
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  const posts = new Map(entries.map(({ post }) => [post.note, post]));
  return [...posts.values()].flatMap((post) =>
    (post.reviews ?? []).flatMap((review): readonly FoundReview[] => {
      const intervalDays = toInterval(post.date, review.review);
      const common = { ...review, note: post.note, intervalDays };
      if (review.entryId === null) return [{ ...common, subject: post.title, url: post.url }];
      const entry = byKey.get(toEntryKey(post.note, review.entryId));
      return entry === undefined ? [] : [{ ...common, subject: entry.question, url: entry.url }];
    }),
  );
}

/** From the note's date to its review. */
function toInterval(date: string | null, review: string): number {
  const days = date === null ? 0 : Math.round((Date.parse(review) - Date.parse(date)) / dayMs);
  return days < leastDays || days > mostDays ? usualDays : days;
}

/** Its day has come. `review`: ISO 8601 date. */
export function isPast(review: string, now: number): boolean {
  return Date.parse(review) + fromMs <= now;
}

/** True where its owner is to be asked now. */
export function isDue({ review, renewedTo, askedAt }: StoredReview, now: number): boolean {
  return isPast(renewedTo ?? review, now) && (askedAt === null || now - askedAt >= againMs);
}

/** The date that comes of a renewal at `now`, ISO 8601. */
export function toNextReview({ intervalDays }: Pick<StoredReview, 'intervalDays'>, now: number): string {
  return new Date(now + intervalDays * dayMs).toISOString().slice(0, 10);
}
