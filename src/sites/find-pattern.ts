// The permalink pattern that counts for a folder. Pure.
import type { Site } from './site.ts';

/** The pattern of the folder nearest to the note, or null. */
export function findPattern(folders: readonly string[], permalinks: Site['permalinks']): string | null {
  const patterns = new Map(
    Object.entries(permalinks).map(([folder, pattern]) => [folder.replace(/^\/+|\/+$/g, ''), pattern]),
  );
  for (let depth = folders.length; depth >= 0; depth -= 1) {
    const pattern = patterns.get(folders.slice(0, depth).join('/'));
    if (pattern !== undefined) return pattern;
  }
  return null;
}
