// Whether two people asked the same in other words: by meaning where there are vectors, else by words. Pure.
import { sameAtLeast, toOverlap, toSubjects } from '../answer/group-questions.ts';
import type { AskedVector } from './session.ts';

/** A question as it is compared. */
export interface Compared {
  readonly wording: string;
  readonly vector: AskedVector | null;
  /** The entry that answers it for certain, or null. */
  readonly entryKey: string | null;
}

/**
 * Cosine of the sentence vectors plus `wordsWeight` times the share of common words. Among 285 labelled questions in several voices two of
 * 34,810 pairs that ask different things reach the one for what is answered, whose asker is told so in public; ten the one for what waits
 * for the host, who sees all its wordings. A missed merge costs the host a click.
 */
const [sameMeaning, sameMeaningOpen] = [0.7, 0.65];
const wordsWeight = 0.3;

/** `isOpen`: nobody has answered either. */
export function isSameQuestion(one: Compared, other: Compared, isOpen = false): boolean {
  if (one.entryKey !== null && other.entryKey !== null) return one.entryKey === other.entryKey;
  const [first, second] = [toSubjects(one.wording), toSubjects(other.wording)];
  // Two wordings without a word have nothing in common.
  const words = first.size + second.size === 0 ? 0 : toOverlap(first, second);
  const meaning = toCosine(one.vector, other.vector);
  return meaning === null
    ? words >= sameAtLeast
    : meaning + wordsWeight * words >= (isOpen ? sameMeaningOpen : sameMeaning);
}

/** Both are at unit length. Null where they cannot be compared. */
function toCosine(one: AskedVector | null, other: AskedVector | null): number | null {
  if (one === null || other === null || one.encoder !== other.encoder) return null;
  return one.numbers.reduce((sum, value, place) => sum + value * (other.numbers[place] ?? 0), 0);
}
