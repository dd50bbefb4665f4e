// Raw HTML that goes on behind an empty line, indented as its author indents it: HTML, and no code. Pure.

const blocks =
  'div|section|article|main|aside|header|footer|center|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|td|th|details|p';
const opening = new RegExp(`<(?:${blocks})(?:\\s[^>]*)?>`, 'gi');
const closing = new RegExp(`</(?:${blocks})\\s*>`, 'gi');

function count(line: string, tag: RegExp): number {
  return line.match(tag)?.length ?? 0;
}

/**
 * Takes the indent from lines that begin with a tag or a comment where an element is open: kramdown and browsers read them as HTML,
 * CommonMark as code. A heading of Markdown ends what nobody closed. Lines keep their numbers.
 */
export function dedentHtml(text: string): string {
  if (!/\n[ \t]*\n(?: {4}|\t)\s*<(?:\/?[a-z]|!--)/i.test(text)) return text;
  let depth = 0;
  let isCode = false;
  let isAfterEmpty = false;
  const lines = text.split('\n').map((line) => {
    if (/^\s*(?:`{3,}|~{3,})|<\/?pre\b/i.test(line)) isCode = !isCode && !/<\/pre/i.test(line);
    if (/^#{1,6}\s/.test(line)) depth = 0;
    const bare = line.trim();
    const isHtml = !isCode && /^<(?:[/a-z]|!--)/i.test(bare);
    const isIn = depth > 0;
    if (!isCode && (isIn || /^ {0,3}<[a-z]/i.test(line)))
      depth = Math.max(depth + count(line, opening) - count(line, closing), 0);
    const isIndented = isHtml && isIn && isAfterEmpty && /^(?: {4}|\t)/.test(line);
    isAfterEmpty = bare === '';
    return isIndented ? bare : line;
  });
  return lines.join('\n');
}
