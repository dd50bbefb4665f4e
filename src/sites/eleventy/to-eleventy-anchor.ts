// The fragments that Eleventy sites give their headings. Pure.

const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', æ: 'ae', ø: 'o', œ: 'oe' };

/**
 * Anchor of a heading by Eleventy's own `slugify`: ASCII letters and digits, every run of anything else one `-`; `can't`
 * stays one word. Rule: https://github.com/sindresorhus/slugify
 */
export function toEleventyAnchor(heading: string): string {
  return heading
    .toLowerCase()
    .normalize('NFC')
    .replaceAll('&', ' and ')
    .replace(/[äöüßæøœ]/g, (letter) => umlauts[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z\d]+)'([ts])(?=\s|$)/g, '$1$2')
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** The same by `markdown-it-anchor` as it comes: `is-it-far%3F`. Rule: https://github.com/valeriangalliat/markdown-it-anchor */
export function toMarkdownItAnchor(heading: string): string {
  return encodeURIComponent(heading.trim().toLowerCase().replace(/\s+/g, '-'));
}
