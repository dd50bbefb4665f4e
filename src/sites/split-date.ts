// The date in a file name. Pure.
import type { ContentPath } from './content-path.ts';

/** A page with the date in its file name, or null. */
export interface Dated extends ContentPath {
  readonly date: string | null;
}

/** Jekyll and Docusaurus write a post's date into its file name (`2022-03-22-role.md`). */
export function splitDate(path: ContentPath): Dated {
  const found = /^(\d{4}-\d{2}-\d{2})-(.+)$/.exec(path.name);
  return found === null ? { ...path, date: null } : { ...path, name: found[2] ?? path.name, date: found[1] ?? null };
}
