// The fragment that VitePress gives a heading. Pure.

/**
 * Anchor of a heading as VitePress and VuePress make it: accents taken off, every run of white space and ASCII
 * punctuation becomes one `-`; what begins with a digit gets a `_` before it. Other signs stay.
 * Rule: `slugify` of https://www.npmjs.com/package/@mdit-vue/shared
 */
export function toVitepressAnchor(heading: string): string {
  return heading
    .normalize('NFKD')
    .replace(/[\u{300}-\u{36F}]/gu, '')
    .replace(/\p{Cc}/gu, '')
    .replace(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'“”‘’<>,.?/]+/g, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^-+|-+$/g, '')
    .replace(/^(\d)/, '_$1')
    .toLowerCase();
}
