// Other files of the site put where a note asks for them. Pure.
import type { MappedLine } from './lines.ts';
import type { MarkupContext } from './markup-context.ts';

/** Files in files in files: deeper than this nobody writes by hand. */
const deepest = 4;

/** Lines below an inclusion that may say which part of the file is meant. */
const mostOptions = 6;

/** What a line asks for. `read`: makes lines of the text of the other file. */
export interface Inclusion {
  readonly path: string;
  /** Folder in which the generator keeps such files; `''`: the note's own. */
  readonly from: string;
  readonly change?: (text: string) => string | null;
  /** How many lines below it belong to it. */
  readonly takes?: number;
}

/** Puts the text of other files in the place of the lines that name them; a line whose file is not there stays. */
export function expandIncludes(
  lines: readonly MappedLine[],
  context: MarkupContext,
  readInclusion: (line: string, below: readonly string[]) => Inclusion | null,
  depth = 0,
): readonly MappedLine[] {
  const result: MappedLine[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const here = lines[at];
    if (here === undefined) break;
    const below = lines.slice(at + 1, at + 1 + mostOptions).map(({ text }) => text);
    const inclusion = depth === deepest ? null : readInclusion(here.text, below);
    const text = inclusion === null ? null : context.include(inclusion.path, inclusion.from);
    const changed = text === null || inclusion?.change === undefined ? text : inclusion.change(text);
    if (inclusion === null || changed === null) {
      result.push(here);
      continue;
    }
    const indent = /^[ \t]*/.exec(here.text)?.[0] ?? '';
    const inside = withoutFrontMatter(changed).split('\n');
    const included = inside.map((line) => ({ text: line === '' ? '' : indent + line, line: here.line }));
    result.push(...expandIncludes(included, context, readInclusion, depth + 1));
    at += inclusion.takes ?? 0;
  }
  return result;
}

function withoutFrontMatter(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/^---\n[\s\S]*?\n---\n/, '');
}
