// Matches of an older index, and of a newer one for the entries that changed in between, brought together. Pure.
import type { Entry } from '../knowledge/entry.ts';
import type { Match } from './match.ts';

/** Keys of the entries that are searched otherwise than they were in `older`: new ones, and those with another text or phrasing. */
export function changedSince(older: readonly Entry[], now: readonly Entry[]): ReadonlySet<string> {
  const before = new Map(older.map((entry) => [entry.key, entry]));
  return new Set(now.filter((entry) => !isSearchedAlike(entry, before.get(entry.key))).map(({ key }) => key));
}

function isSearchedAlike(entry: Entry, before: Entry | undefined): boolean {
  if (before?.question !== entry.question || before.answer !== entry.answer) return false;
  const { phrasings } = before;
  return (
    phrasings.length === entry.phrasings.length && entry.phrasings.every((phrasing, at) => phrasing === phrasings[at])
  );
}

/**
 * Best first: what `older` says of all entries but those in `changed` (by key), and what `newer` says of these. Confidences of both are
 * probabilities, so they can be compared.
 */
export function mergeMatches(
  older: readonly Match[],
  newer: readonly Match[],
  changed: ReadonlySet<string>,
): readonly Match[] {
  const kept = older.filter(({ entry }) => !changed.has(entry.key));
  const added = newer.filter(({ entry }) => changed.has(entry.key));
  return [...kept, ...added].sort((one, other) => other.confidence - one.confidence);
}
