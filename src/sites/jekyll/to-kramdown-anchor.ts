// The fragment that kramdown gives a heading. Pure.

/**
 * Anchor of a heading as kramdown makes it: everything before the first ASCII letter goes, then everything but ASCII
 * letters, digits, spaces and hyphens; each space becomes one `-`. A heading that leaves nothing is called `section`.
 * Rule: `basic_generate_id` in https://github.com/gettalong/kramdown/blob/master/lib/kramdown/converter/base.rb
 * (Jekyll reads GitHub's Markdown by default and then follows GitHub's rule: see `files/site/read-jekyll-site.ts`.)
 */
export function toKramdownAnchor(heading: string): string {
  const anchor = heading
    .replace(/^[^a-zA-Z]+/, '')
    .replace(/[^a-zA-Z0-9 -]/g, '')
    .replaceAll(' ', '-')
    .toLowerCase();
  return anchor === '' ? 'section' : anchor;
}
