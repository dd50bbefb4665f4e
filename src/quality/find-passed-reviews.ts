// Notes and entries whose day to be looked at again has passed. Pure.
import type { Entry, Post } from '../knowledge/entry.ts';

/** What is to be said of `at`: an entry, or the note's path. */
export interface PassedReview {
  readonly at: Entry | string;
  readonly problem: string;
  readonly mend: string;
}

/** `entries`: those of the note; what `owners` names and none of them is, is found too. `now`: milliseconds since 1970. */
export function findPassedReviews(
  { note, reviews = [] }: Post,
  entries: readonly Entry[],
  now: number,
): readonly PassedReview[] {
  return reviews.flatMap(({ entryId, owner, review }): readonly PassedReview[] => {
    const entry = entryId === null ? null : entries.find(({ id }) => id === entryId);
    if (entry === undefined) {
      const problem = `"${entryId}" under "owners" is no question of this note.`;
      return [{ at: note, problem, mend: 'Write the id of an entry, the end of its link, or remove it.' }];
    }
    if (Date.parse(review) > now) return [];
    const what = entry === null ? 'The note' : `"${entry.question}"`;
    const problem = `${what} was to be looked at on ${review}${owner === null ? '' : ` by "${owner}"`}.`;
    return [{ at: entry ?? note, problem, mend: 'Find out whether it is still right, and give it a later "review".' }];
  });
}
