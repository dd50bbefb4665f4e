// *Still right*: the date moves on, as a change for git.
import type { Clock } from '../interfaces/clock.ts';
import type { Logger } from '../interfaces/logger.ts';
import { findReviewed, type NotReviewed, type ReviewedDependencies, type ReviewPress } from './find-reviewed.ts';
import { type FoundReview, isPast, toNextReview } from './find-reviews.ts';

export interface RenewDependencies extends ReviewedDependencies {
  readonly clock: Clock;
  readonly logger: Logger;
}

/** What stands now, also where somebody else was quicker or the same is pressed twice. */
export interface Renewed {
  readonly found: FoundReview;
  /** ISO 8601 date. */
  readonly until: string;
  /** Name of who pressed, as plain text; empty where Slack gives none, or where somebody else was quicker. */
  readonly by: string;
}

export async function renewReview(dependencies: RenewDependencies, press: ReviewPress): Promise<Renewed | NotReviewed> {
  const { chat, clock, logger, reviews } = dependencies;
  const reviewed = await findReviewed(dependencies, press);
  if (typeof reviewed === 'string') return reviewed;
  const { kept, found } = reviewed;
  const now = clock.now();
  const current = kept.renewedTo ?? kept.review;
  if (!isPast(current, now)) return { found, until: current, by: '' };
  const until = toNextReview(kept, now);
  if (!(await reviews.renew(kept.id, kept, until))) return { found, until, by: '' };
  logger.info({ note: kept.note, entry: kept.entryId }, 'Renewed the review of a note');
  return { found, until, by: (await chat.findName(press.user)) ?? '' };
}
