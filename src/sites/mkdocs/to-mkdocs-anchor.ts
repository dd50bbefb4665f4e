// The fragment that MkDocs gives a heading. Pure.

/**
 * Anchor of a heading as Python-Markdown's `toc` makes it, which MkDocs uses: accents taken off, everything but ASCII
 * letters, digits, `_`, `-` and white space dropped, white space and hyphens in a row become one `-`.
 * Rule: `slugify` in https://github.com/Python-Markdown/markdown/blob/master/markdown/extensions/toc.py
 */
export function toMkdocsAnchor(heading: string): string {
  return heading
    .normalize('NFKD')
    .replace(/\P{ASCII}/gu, '')
    .replace(/[^\w\s-]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/g, '-');
}

/**
 * The same with `slugify: pymdownx.slugs.slugify` (or `uslugify`): letters of all languages stay and hyphens are not
 * joined. Rule: https://github.com/facelessuser/pymdown-extensions/blob/main/pymdownx/slugs.py
 */
export function toPymdownAnchor(heading: string): string {
  return heading
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}_ -]/gu, '')
    .replace(/ /g, '-');
}
