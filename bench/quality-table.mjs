// Tables and figures of bench/quality.md.

/** A share as per cent with one digit; a dash where there is none. */
export function percent(share) {
  return share === null || share === undefined ? '–' : (100 * share).toFixed(1);
}

/** A Markdown table: the first column to the left, figures to the right. */
export function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, at) => (at === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

/** Share of the covered questions answered right where `rate` of the unanswerable ones are answered. */
export function rateOf({ rates }, rate) {
  return rates.find((row) => row.rate === rate)?.answeredRight;
}

/** Share of the messages of one kind that got a reply. */
export function falseRepliesOf({ kinds }, kind) {
  return kinds.find((row) => row.kind === kind)?.falseReplies;
}
