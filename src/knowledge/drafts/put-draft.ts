// A draft entry put into the text of a note: a new heading at its end, or another answer below the heading that asks. Pure.
import { splitFrontMatter } from '../front-matter/split-front-matter.ts';
import { listHeadings, type TypedHeading } from '../markup/markdown-reader.ts';
import { toMarkdownHeading } from '../markup/write-markdown.ts';

export interface NewNote {
  readonly title: string;
  /** ISO 8601 date. */
  readonly date: string;
  readonly authors: readonly string[];
}

/** The text of a note that is not there yet, with nothing in it. */
export function toNewNote({ title, date, authors }: NewNote): string {
  const by = authors.length === 0 ? [] : [`authors: [${authors.map((name) => JSON.stringify(name)).join(', ')}]`];
  return `${['---', `title: ${JSON.stringify(title)}`, `date: ${date}`, ...by, 'faq: true', '---'].join('\n')}\n`;
}

/** `text`: the note, with what else it has. The new heading is as deep as the deepest that most have. */
export function addEntry(
  text: string,
  { question, answer }: { readonly question: string; readonly answer: string },
): string {
  const depths = headingsOf(text).map(({ depth }) => depth);
  const count = (depth: number) => depths.filter((each) => each === depth).length;
  const depth = ([2, 3, 4] as const).reduce((best, each) => (count(each) > count(best) ? each : best), 2 as 2 | 3 | 4);
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const entry = `${toMarkdownHeading(question, depth)}\n\n${answer}\n`.replaceAll('\n', lineEnd);
  return `${text.trimEnd()}${lineEnd}${lineEnd}${entry}`;
}

/**
 * Puts `answer` in the place of what stands below the heading on `line` (from 1), down to the next heading that does not belong to it
 * or to the line of another entry. Null where there is no heading.
 */
export function replaceAnswer(
  text: string,
  { line, others, answer }: { readonly line: number; readonly others: readonly number[]; readonly answer: string },
): string | null {
  const headings = headingsOf(text);
  const own = headings.find((heading) => heading.line === line);
  if (own === undefined) return null;
  const ends = [...headings.filter(({ depth }) => depth <= own.depth).map((each) => each.line), ...others];
  const lines = text.split('\n');
  const next = Math.min(...ends.filter((each) => each > own.lastLine), lines.length + 1);
  const end = leaveAnchors(lines, next - 1, own.lastLine);
  const lineEnd = text.includes('\r\n') ? '\r' : '';
  const added = ['', ...answer.split('\n'), ...(end < lines.length ? [''] : [])].map((each) => `${each}${lineEnd}`);
  const rest = lines.slice(end);
  return [...lines.slice(0, own.lastLine), ...added, ...(rest.length === 0 ? [''] : rest)].join('\n');
}

/** Lines above the next heading that only name its place (`<a id="x"></a>`, `{#x}`) belong to it. */
function leaveAnchors(lines: readonly string[], end: number, least: number): number {
  let at = end;
  while (at > least && /^\s*(?:<a\s[^<>]*>\s*(?:<\/a>)?|\{:?\s*#[^{}]*\}|\([\w-]+\)=)?\s*$/.test(lines[at - 1] ?? ''))
    at -= 1;
  const isAnchor = lines.slice(at, end).some((line) => line.trim() !== '');
  return isAnchor ? lines.findIndex((line, place) => place >= at && line.trim() !== '') : end;
}

/** Those at the top of the note; lines of its front matter count as empty. */
function headingsOf(text: string): readonly TypedHeading[] {
  const { body, bodyLine } = splitFrontMatter(text);
  return listHeadings(body).map(({ depth, line, lastLine }) => ({
    depth,
    line: line + bodyLine - 1,
    lastLine: lastLine + bodyLine - 1,
  }));
}
