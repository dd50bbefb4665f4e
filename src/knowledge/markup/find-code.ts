// Where the code stands in a Markdown text, so that nothing in it is taken for markup. Pure.

/** Offsets in the text: from `start` up to, not including, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

interface Line {
  readonly text: string;
  readonly start: number;
}

function toLines(text: string): readonly Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const here = { text: line, start };
    start += line.length + 1;
    return here;
  });
}

/** Closes a paragraph's run of text: code between backtick runs of equal length. */
function findInline(text: string, offset: number): readonly Span[] {
  const runs = [...text.matchAll(/`+/g)].map((run) => ({ start: run.index, length: run[0].length }));
  const spans: Span[] = [];
  for (let index = 0; index < runs.length; index += 1) {
    const open = runs[index];
    const closeIndex = runs.findIndex((run, later) => later > index && run.length === open?.length);
    const close = runs[closeIndex];
    if (open === undefined || close === undefined) continue;
    spans.push({ start: offset + open.start, end: offset + close.start + close.length });
    index = closeIndex;
  }
  return spans;
}

/** Fenced blocks (fences included) and code spans, in order. Indented code is left out: in notes it is mostly indented text. */
export function findCode(text: string): readonly Span[] {
  const spans: Span[] = [];
  let fence: { readonly mark: string; readonly start: number } | null = null;
  let paragraph: { text: string; start: number } | null = null;
  const flush = (): void => {
    if (paragraph !== null) spans.push(...findInline(paragraph.text, paragraph.start));
    paragraph = null;
  };
  for (const line of toLines(text)) {
    const mark = /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?(`{3,}(?=[^`]*$)|~{3,})/.exec(line.text)?.[1] ?? null;
    if (fence !== null) {
      const closes = mark?.startsWith(fence.mark) === true && line.text.trim().replace(/^[>\s]*/, '') === mark;
      if (closes) spans.push({ start: fence.start, end: line.start + line.text.length });
      if (closes) fence = null;
    } else if (mark !== null) {
      flush();
      fence = { mark, start: line.start };
    } else if (line.text.trim() === '') flush();
    else if (paragraph === null) paragraph = { text: line.text, start: line.start };
    else
      paragraph = {
        text: `${(paragraph as { text: string }).text}\n${line.text}`,
        start: (paragraph as { start: number }).start,
      };
  }
  flush();
  if (fence !== null) spans.push({ start: fence.start, end: text.length });
  return spans;
}
