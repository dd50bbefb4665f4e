// The fragment that Pandoc, and with it Quarto, gives a heading. Pure.

/**
 * Anchor of a heading as Pandoc makes it: all but letters, digits, `_`, `-` and `.` goes, each run of spaces becomes one
 * `-`, and everything before the first letter goes. A heading that leaves nothing is called `section`.
 * Rule: "Extension: auto_identifiers" in https://pandoc.org/MANUAL.html
 */
export function toPandocAnchor(heading: string): string {
  const anchor = heading
    .replace(/-{2,3}/g, '')
    .replace(/[^\p{L}\p{M}\p{N}\s_.-]/gu, '')
    .trim()
    .replace(/\s+/g, '-')
    .toLowerCase()
    .replace(/^[^\p{L}]+/u, '');
  return anchor === '' ? 'section' : anchor;
}
