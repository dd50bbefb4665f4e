// Parts that fold, as HTML writes them. Pure.

/** What a title ends with that asks, marks of Markdown behind it. */
export const asks = /[?？؟]["'”’)*_]*$/;

/** A text that stands in HTML. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** `<details>` with its summary, not yet closed. */
export function toDetails(summary: string): string {
  return `<details><summary>${escapeHtml(summary)}</summary>`;
}

/** The title of a part: what asks, or folds, becomes `<details>` (to be closed); any other is bold; none is nothing. */
export function toFoldingTitle(title: string, canFold: boolean): string {
  if (title === '') return '';
  return canFold || asks.test(title) ? toDetails(title) : `**${title}**`;
}
