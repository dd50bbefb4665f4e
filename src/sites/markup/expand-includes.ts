// Other files of the site put where a note asks for them. Pure.
import type { MappedLine } from './lines.ts';
import type { MarkupContext } from './markup-context.ts';

/** Files in files in files: deeper than this nobody writes by hand. */
const deepest = 4;

/** What a line asks for. `read`: makes lines of the text of the other file. */
export interface Inclusion {
  readonly path: string;
  /** Folder in which the generator keeps such files; `''`: the note's own. */
  readonly from: string;
  readonly change?: (text: string) => string | null;
}

/** Puts the text of other files in the place of the lines that name them; a line whose file is not there stays. */
export function expandIncludes(
  lines: readonly MappedLine[],
  context: MarkupContext,
  readInclusion: (line: string) => Inclusion | null,
  depth = 0,
): readonly MappedLine[] {
  return lines.flatMap((here) => {
    const inclusion = readInclusion(here.text);
    if (inclusion === null || depth === deepest) return [here];
    const text = context.include(inclusion.path, inclusion.from);
    const changed = text === null ? null : (inclusion.change?.(text) ?? (inclusion.change === undefined ? text : null));
    if (changed === null) return [here];
    const indent = /^[ \t]*/.exec(here.text)?.[0] ?? '';
    const inside = withoutFrontMatter(changed).split('\n');
    const included = inside.map((line) => ({ text: line === '' ? '' : indent + line, line: here.line }));
    return expandIncludes(included, context, readInclusion, depth + 1);
  });
}

function withoutFrontMatter(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/^---\n[\s\S]*?\n---\n/, '');
}
