// A title or file name as a part of an address, as Hugo writes it. Pure.

/**
 * A text as Hugo puts it into an address: lower case, spaces to hyphens, of the rest only letters, digits and `._-~+`;
 * hyphens are not repeated and do not begin it. Rule: `PathSpec.MakePathSanitized` in
 * https://github.com/gohugoio/hugo/blob/master/helpers/path.go
 */
export function toHugoSlug(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/\s+/gu, '-')
    .replace(/[^\p{L}\p{M}\p{N}._~+-]/gu, '')
    .replace(/-{2,}/g, '-')
    .replace(/^-+|-+$/g, '');
}
