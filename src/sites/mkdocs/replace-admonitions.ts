// Admonitions, folding parts and tabs of MkDocs turned into plain Markdown and HTML, however deep they lie. Pure.
import { toFoldingTitle } from '../markup/folding.ts';
import type { MappedLine } from '../markup/lines.ts';

const opening = /^(\s*)(!!!|\?\?\?\+?|===[!+]?)\s+(?:([\w-]+(?:\s+[\w-]+)*)\s*)?(?:"(.*)")?\s*$/;
/** Deeper than this nobody writes by hand. */
const deepest = 12;

interface Block {
  readonly indent: string;
  readonly title: string;
  readonly canFold: boolean;
}

function readOpening(text: string): Block | null {
  const found = opening.exec(text);
  if (found === null) return null;
  const [, indent = '', mark = '', name, title] = found;
  // `===` below a text underlines a heading: a tab always has a title.
  if (mark.startsWith('=') ? title === undefined : name === undefined) return null;
  return { indent, title: title ?? '', canFold: mark.startsWith('?') };
}

function isInside(text: string, indent: string): boolean {
  return text.trim() === '' || text.startsWith(`${indent}    `) || text.startsWith(`${indent}\t`);
}

function dedent(text: string, indent: string): string {
  const rest = text.startsWith(indent) ? text.slice(indent.length) : text;
  return indent + rest.replace(/^( {4}|\t)/, '');
}

function toLinesOf(block: Block, lines: readonly MappedLine[], depth: number): readonly MappedLine[] {
  const line = lines[0]?.line ?? 1;
  const mark = (text: string): MappedLine => ({ text, line });
  const inside = lines.slice(1).map((each) => ({ ...each, text: dedent(each.text, block.indent) }));
  const title = toFoldingTitle(block.title, block.canFold);
  const closing = title.startsWith('<details>') ? [mark(''), mark(`${block.indent}</details>`), mark('')] : [];
  return [mark(''), mark(block.indent + title), mark(''), ...readLines(inside, depth + 1), ...closing];
}

function readLines(lines: readonly MappedLine[], depth: number): readonly MappedLine[] {
  const result: MappedLine[] = [];
  let fence: string | null = null;
  for (let at = 0; at < lines.length; ) {
    const here = lines[at];
    if (here === undefined) break;
    const mark = /^\s*(`{3,}|~{3,})/.exec(here.text)?.[1] ?? null;
    const block = fence === null && depth < deepest ? readOpening(here.text) : null;
    if (mark !== null) fence = fence === null ? mark : mark.startsWith(fence) ? null : fence;
    if (block === null) {
      result.push(here);
      at += 1;
      continue;
    }
    let end = at + 1;
    while (end < lines.length && isInside(lines[end]?.text ?? '', block.indent)) end += 1;
    while (end > at + 1 && lines[end - 1]?.text.trim() === '') end -= 1;
    result.push(...toLinesOf(block, lines.slice(at, end), depth));
    at = end;
  }
  return result;
}

const blockOpening = /^\s*\/{3,}\s+([\w-]+)(?:\s*\|\s*(.*?))?\s*$/;
const blockClosing = /^\s*\/{3,}\s*$/;

/** Rewrites the blocks of pymdownx, `/// details | Title` up to `///`, in the same way; `/// caption` leaves what it holds. */
export function replaceBlocks(lines: readonly MappedLine[]): readonly MappedLine[] {
  if (!lines.some(({ text }) => blockOpening.test(text))) return lines;
  const open: string[] = [];
  let fence: string | null = null;
  return lines.flatMap((here): readonly MappedLine[] => {
    const mark = /^\s*(`{3,}|~{3,})/.exec(here.text)?.[1] ?? null;
    if (mark !== null) fence = fence === null ? mark : mark.startsWith(fence) ? null : fence;
    const around = (text: string): readonly MappedLine[] =>
      ['', text, ''].map((each) => ({ text: each, line: here.line }));
    if (fence !== null) return [here];
    if (blockClosing.test(here.text) && open.length > 0) return around(open.pop() ?? '');
    const [whole, name = '', title = ''] = blockOpening.exec(here.text) ?? [];
    if (whole === undefined) return [here];
    const text = toFoldingTitle(title, name === 'details');
    open.push(text.startsWith('<details>') ? '</details>' : '');
    return around(text);
  });
}

/** Rewrites `!!!`, `???` and `===`: their inside stays, a title that asks or folds becomes `<details>`, another is bold. */
export function replaceAdmonitions(lines: readonly MappedLine[]): readonly MappedLine[] {
  if (!lines.some(({ text }) => /^\s*(?:!!!|\?\?\?|===[!+]?)\+?\s+["\w]/.test(text))) return lines;
  return readLines(lines, 0);
}

/** Icons (`:material-check:`) say nothing; what a snippet's markers cut out neither. */
export function dropIcons(text: string): string {
  return text
    .replace(/[ \t]?:(?:material|octicons|fontawesome|simple)-[\w-]+:(?:\{[^{}\n]*\})?/g, '')
    .replace(/^[ \t]*(?:;?-+8<-+)[ \t]*(?:\[[^\]\n]*\]|["'][^"'\n]*["'])?[ \t]*$/gm, '');
}
