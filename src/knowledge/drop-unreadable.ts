// A note's text without the parts on which the parser gives up. Pure.

interface Part {
  /** First line of the part in the text; the first line is 1. */
  readonly line: number;
  readonly lines: readonly string[];
}

/** Cuts at headings; what looks like one inside a code fence costs nothing but a smaller part. */
function cut(text: string): readonly Part[] {
  const parts: { line: number; lines: string[] }[] = [{ line: 1, lines: [] }];
  for (const [index, line] of text.split('\n').entries()) {
    if (/^ {0,3}#{1,6}[ \t]/.test(line)) parts.push({ line: index + 1, lines: [] });
    parts.at(-1)?.lines.push(line);
  }
  return parts;
}

/** A part that cannot be read keeps its heading and its number of lines. */
function blank({ lines }: Part): string {
  const [first = '', ...rest] = lines;
  const heading = /^ {0,3}#{1,6}[ \t].{0,300}$/.test(first) ? first : '';
  return [heading, ...rest.map(() => '')].join('\n');
}

/**
 * Leaves out the parts (each a heading with its text) that `isReadable` refuses. `dropped`: the lines on which they
 * begin; `body` is null where nothing is left that can be read. Lines keep their numbers.
 */
export function dropUnreadable(
  text: string,
  isReadable: (text: string) => boolean,
): { readonly body: string | null; readonly dropped: readonly number[] } {
  const dropped: number[] = [];
  const kept = cut(text).map((part) => {
    const own = part.lines.join('\n');
    if (isReadable(own)) return own;
    dropped.push(part.line);
    return blank(part);
  });
  const body = kept.join('\n');
  return isReadable(body) ? { body, dropped } : { body: null, dropped: [1] };
}
