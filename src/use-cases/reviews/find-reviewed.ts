// A review for who may decide about it: the team, and its owner as the note names them now. Looked at anew at each press.
import type { Chat } from '../interfaces/chat.ts';
import type { TeamRoster } from '../interfaces/team-roster.ts';
import type { Notes } from '../notes/notes.ts';
import { findOwner } from './find-owner.ts';
import { type FoundReview, findReviews } from './find-reviews.ts';
import type { ReviewStore, StoredReview } from './review-store.ts';

export interface ReviewedDependencies {
  readonly reviews: ReviewStore;
  readonly notes: Pick<Notes, 'list' | 'find'>;
  readonly roster: TeamRoster;
  readonly chat: Pick<Chat, 'findMember' | 'findName'>;
  readonly teamChannel: string | null;
}

export interface ReviewPress {
  readonly team: string;
  readonly user: string;
  /** Id of the review, as the button carries it. */
  readonly id: string;
}

/** `gone`: the notes no longer ask for it. */
export type NotReviewed = 'gone' | 'not-yours';

/** The review as the note gives it now. */
export async function findReviewed(
  dependencies: ReviewedDependencies,
  { team, user, id }: ReviewPress,
): Promise<{ readonly kept: StoredReview; readonly found: FoundReview } | NotReviewed> {
  const { notes, reviews, roster } = dependencies;
  const kept = await reviews.find(id);
  const isOfTeam = await roster.isMember(user);
  if (kept === null || kept.team !== team) return isOfTeam ? 'gone' : 'not-yours';
  const found = findReviews(await notes.list()).find(
    ({ note, entryId }) => note === kept.note && entryId === kept.entryId,
  );
  if (!isOfTeam && (await findOwner(dependencies, found?.owner ?? null)) !== user) return 'not-yours';
  if (found === undefined) return 'gone';
  const { review, intervalDays } = found;
  const fresh = { ...kept, review, intervalDays, askedAt: null, renewedTo: null, exportedAt: null };
  return { kept: await reviews.open(fresh), found };
}
