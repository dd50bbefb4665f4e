// Where the pages of a language begin on a Jekyll site that is built in several of them. Pure.
import type { AddressHead } from '../address-head.ts';
import type { Site } from '../site.ts';

/**
 * `de/` for a page that says `lang: de`, `''` for one in the site's first language.
 * Rule: https://github.com/untra/polyglot
 */
export function toLanguageBase({ language }: AddressHead, { generator, variables }: Site): string {
  const { languages, default_lang: first } = variables;
  const isOther = generator === 'jekyll' && language !== null && first !== undefined && language !== first;
  return isOther && Array.isArray(languages) && languages.includes(language) ? `${language}/` : '';
}
