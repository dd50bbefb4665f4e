// Matches of an older index, and of a newer one for the entries that changed in between -> matches. Pure.
import type { Match } from './match.ts';

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
