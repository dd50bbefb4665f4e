// Whether two people asked the same in a session: what the notes answer is told apart by its entries. Pure.
import { isSameQuestion as isSame, toCompared } from '../answer/same-question.ts';
import type { AskedVector } from './session.ts';

/** A question as it is compared. */
export interface Compared {
  readonly wording: string;
  readonly vector: AskedVector | null;
  /** The entry that answers it for certain, or null. */
  readonly entryKey: string | null;
}

export function isSameQuestion(one: Compared, other: Compared): boolean {
  if (one.entryKey !== null && other.entryKey !== null) return one.entryKey === other.entryKey;
  return isSame(toCompared(one.wording, one.vector), toCompared(other.wording, other.vector));
}
