// A title or file name as a part of an address, as Jekyll writes it. Pure.

/** A text as Jekyll puts it into an address: every run of other signs than letters and digits becomes one hyphen. */
export function toJekyllSlug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{M}\p{L}\p{Nd}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** The same for `:title`, where capitals stay, and signs that an address may hold. */
export function toJekyllTitle(text: string): string {
  return text.replace(/[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu, '-').replace(/^-|-$/g, '');
}
