// The language in a file's name: `faq.de.md`. Pure.
import { type ContentPath, parseContentPath } from './content-path.ts';
import type { Site } from './site.ts';

/** A page without its language, and the first part of that language's addresses; `language` is null where the name has none. */
export interface SplitLanguage {
  readonly path: ContentPath;
  readonly base: string;
  readonly language: string | null;
}

/** Takes a language that the site knows out of a file's name. `index.de.md` is the German page of its folder. */
export function splitLanguage(path: ContentPath, languages: Site['languages']): SplitLanguage {
  const found = /^(.*)\.([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*)(\.(?:md|markdown|mdx|qmd))$/.exec(path.path);
  const language = found?.[2]?.toLowerCase() ?? '';
  const base = Object.entries(languages).find(([code]) => code.toLowerCase() === language)?.[1];
  if (found === null || base === undefined) return { path, base: '', language: null };
  return { path: parseContentPath(`${found[1]}${found[3]}`), base, language };
}
