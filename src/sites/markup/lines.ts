// A text as lines that know where they came from. Pure.

/** A line of text with the line of the source that it came from. */
export interface MappedLine {
  readonly text: string;
  readonly line: number;
}

/** Lines that come one after another in the source. `first`: line of the source on which the text begins. */
export function toLines(text: string, first = 1): readonly MappedLine[] {
  return text.split('\n').map((line, index) => ({ text: line, line: first + index }));
}

/** The lines as one text. */
export function joinText(lines: readonly MappedLine[]): string {
  return lines.map(({ text }) => text).join('\n');
}

/** Rewrites lines as one text; a rewriting that changes the number of lines keeps only the beginning in place. */
export function rewrite(lines: readonly MappedLine[], change: (text: string) => string): readonly MappedLine[] {
  const before = joinText(lines);
  const after = change(before);
  if (after === before) return lines;
  const last = lines.at(-1)?.line ?? 1;
  return after.split('\n').map((text, index) => ({ text, line: lines[index]?.line ?? last }));
}
