// The fragment that kramdown gives a heading. Pure.

/**
 * Anchor of a heading as kramdown makes it: everything before the first ASCII letter goes, then everything but ASCII
 * letters, digits, spaces and hyphens; each space becomes one `-`. A heading that leaves nothing is called `section`.
 * Rule: `basic_generate_id` in https://github.com/gettalong/kramdown/blob/master/lib/kramdown/converter/base.rb
 * (Jekyll reads GitHub's Markdown by default: see `toGfmAnchor`.)
 */
export function toKramdownAnchor(heading: string): string {
  const anchor = heading
    .replace(/^[^a-zA-Z]+/, '')
    .replace(/[^a-zA-Z0-9 -]/g, '')
    .replaceAll(' ', '-')
    .toLowerCase();
  return anchor === '' ? 'section' : anchor;
}

/**
 * Anchor of a heading as kramdown makes it of GitHub's Markdown, which is what Jekyll reads by default: dashes that it
 * makes of `--` and `---` go, then all but letters, digits, `_`, spaces and hyphens; each space becomes one `-`.
 * Rule: `generate_gfm_header_id` in https://github.com/kramdown/parser-gfm/blob/master/lib/kramdown/parser/gfm.rb
 */
export function toGfmAnchor(heading: string): string {
  return heading
    .trim()
    .replace(/---?/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} \t-]/gu, '')
    .replace(/[ \t]/g, '-');
}
