// A note's address on its published site. Pure.
import { type AddressHead, nothingSaid } from './address-head.ts';
import { parseContentPath, toContentPath } from './content-path.ts';
import { findGenerator } from './generators.ts';
import { fillOwnAddress } from './jekyll/to-jekyll-path.ts';
import { toLanguageBase } from './jekyll/to-language-base.ts';
import type { Site } from './site.ts';
import { splitLanguage } from './split-language.ts';

/** Address below the site's root for a path in its content, or null where it is not known; `head` is left out where the file is not among the notes. */
export function toSitePath(contentPath: string, site: Site, head: AddressHead = nothingSaid): string | null {
  const path = parseContentPath(contentPath);
  // A template (`/blog/{{ page.fileSlug }}/`) is filled by the generator that knows it.
  const named = splitLanguage(path, site.languages);
  const ofLanguage = toLanguageBase(head, site);
  if (head.ownAddress !== null && !head.ownAddress.includes('{{'))
    return (
      // Hugo's begin below the language, unless they begin with a slash.
      (site.generator === 'hugo' && !head.ownAddress.startsWith('/') ? named.base || site.base : '') +
      ofLanguage +
      fillOwnAddress(head.ownAddress, path, head, site)
        .replace(/^\/+/, '')
        .replace(/(^|\/)index\.html?$/, '$1')
    );
  // A language in the file's name says where its pages begin, whatever the content folder says.
  const base = named.language === null ? site.base + ofLanguage : '';
  const below = findGenerator(site.generator).toPath(path, head, site);
  return below === null ? null : base + below.replace(/^\/+/, '');
}

/**
 * The absolute address of a note: its own `url` or `permalink`, else by the site's rule. Null where the site's address
 * is not known and the note gives none of its own.
 */
export function toAddress(head: AddressHead & { readonly note: string }, site: Site): string | null {
  if (head.ownAddress !== null && /^https?:\/\//i.test(head.ownAddress)) return head.ownAddress;
  const contentPath = toContentPath(head.note, site);
  if (site.url === null || contentPath === null) return null;
  const path = toSitePath(contentPath, site, head);
  return path === null ? null : new URL(path, site.url).href;
}
