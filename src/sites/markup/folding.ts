// Parts that fold, as HTML writes them. Pure.

/** What a title ends with that asks, marks of Markdown behind it. */
export const asks = /[?？؟]["'”’)*_]*$/;

/** A text that stands in HTML. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** `<details>` with its summary, not yet closed. */
export function toDetails(summary: string): string {
  return `<details><summary>${escapeHtml(summary.replace(/<\/?span(?: [^<>]*)?>/g, ''))}</summary>`;
}

/** What an aside calls its reader with: its text belongs to what stands above it. */
const calls =
  /^\P{L}*(?:new to|needs? (?:(?:more|any|some) )?(?:help|support|info)|interested in|want(?:ing)? to|looking for|have (?:any |more )?questions|ready (?:to|for)|already)\b/iu;

/** The title of a part: what asks, or folds, becomes `<details>` (to be closed); any other is bold; none is nothing. */
export function toFoldingTitle(title: string, canFold: boolean): string {
  if (title === '') return '';
  return canFold || (asks.test(title) && !calls.test(title)) ? toDetails(title) : `**${title}**`;
}
