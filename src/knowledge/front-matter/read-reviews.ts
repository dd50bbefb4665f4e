// When a note, or an entry of it, is to be looked at again, and by whom, as its front matter says. Pure.
import { dateField, textField } from './read-fields.ts';

/** What `owner`, `review` and `owners` say. An entry takes from its note what it does not say itself. */
export interface Review {
  /** Id of the entry, or null for the note as a whole. */
  readonly entryId: string | null;
  /** As it is written: a Slack handle, an e-mail or a user id; null where nobody is named. */
  readonly owner: string | null;
  /** ISO 8601 date. */
  readonly review: string;
}

type Fields = ReadonlyMap<string, unknown>;

/** Those with a date. */
export function readReviews(fields: Fields): readonly Review[] {
  const owner = textField(fields, 'owner');
  const review = readDate(fields);
  const own = review === null ? [] : [{ entryId: null, owner, review }];
  const others = listOwners(fields).flatMap(([entryId, said]): readonly Review[] => {
    const date = readDate(said) ?? review;
    return date === null ? [] : [{ entryId, owner: textField(said, 'owner') ?? owner, review: date }];
  });
  return [...own, ...others];
}

function readDate(fields: Fields): string | null {
  return dateField(fields, 'review')?.slice(0, 10) ?? null;
}

/** `owners`: by an entry's id its owner, or `owner` and `review`. */
function listOwners(fields: Fields): readonly (readonly [string, Fields])[] {
  const owners = fields.get('owners');
  if (typeof owners !== 'object' || owners === null || Array.isArray(owners)) return [];
  return Object.entries(owners).map(([id, said]: readonly [string, unknown]) => {
    const isMap = typeof said === 'object' && said !== null && !Array.isArray(said) && !(said instanceof Date);
    return [id, new Map<string, unknown>(isMap ? Object.entries(said) : [['owner', said]])];
  });
}
