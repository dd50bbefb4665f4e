// Terms with their definitions, as PHP Markdown Extra, kramdown and MkDocs write them, where the terms ask. Pure.
import { asks } from './folding.ts';
import type { MappedLine } from './lines.ts';

const fence = /^\s*(`{3,}|~{3,})/;
const definition = /^ {0,3}:[ \t]+(?=\S)/;
/** What no term begins with: another block of Markdown. */
const block = /^(?:[ \t]{4,}|\s*(?:[#>|:]|[-*+]\s|\d+[.)]\s))/;

/** A definition's first line and that of its term. */
interface Pair {
  readonly term: number;
  readonly at: number;
}

/** Lines that no fence of code and no comment holds. */
function findOpenLines(lines: readonly MappedLine[]): readonly boolean[] {
  let open: string | null = null;
  let isHidden = false;
  return lines.map(({ text }) => {
    const wasHidden = isHidden;
    const [begins, ends] = [text.lastIndexOf('<!--'), text.lastIndexOf('-->')];
    isHidden = begins > ends || (isHidden && ends === -1);
    if (open === null && (isHidden || wasHidden)) return false;
    const mark = fence.exec(text)?.[1] ?? null;
    if (mark === null) return open === null;
    if (open === null) open = mark;
    else if (mark.startsWith(open)) open = null;
    return false;
  });
}

function findPairs(lines: readonly MappedLine[]): readonly Pair[] {
  const open = findOpenLines(lines);
  return lines.flatMap(({ text }, at): readonly Pair[] => {
    if (open[at] !== true || !definition.test(text)) return [];
    const term = lines[at - 1]?.text.trim() === '' ? at - 2 : at - 1;
    const said = lines[term]?.text ?? '';
    const above = lines[term - 1]?.text ?? '';
    const isAlone = above.trim() === '' || definition.test(above);
    return said.trim() === '' || !isAlone || block.test(said) ? [] : [{ term, at }];
  });
}

/** The line behind the last one of a definition: what is indented belongs to it, and what follows without a gap. */
function findEnd(lines: readonly MappedLine[], at: number, limit: number): number {
  let end = at + 1;
  for (let next = end; next < limit; next += 1) {
    const text = lines[next]?.text ?? '';
    const isApart = lines[next - 1]?.text.trim() === '';
    if (text.trim() !== '' && isApart && !/^(?: {2,}|\t)/.test(text) && !definition.test(text)) break;
    if (text.trim() !== '') end = next + 1;
  }
  return end;
}

function dedent({ text, line }: MappedLine): MappedLine {
  return { text: text.replace(/^(?: {1,4}|\t)/, '').replace(definition, ''), line };
}

/** Rewrites terms, where most of them ask, as bold lines with their definitions as plain text below. */
export function replaceDefinitions(lines: readonly MappedLine[]): readonly MappedLine[] {
  const pairs = findPairs(lines);
  const asking = pairs.filter(({ term }) => asks.test((lines[term]?.text ?? '').trim()));
  if (asking.length === 0 || asking.length * 2 < pairs.length) return lines;
  const result: MappedLine[] = [];
  let from = 0;
  for (const [index, { term, at }] of pairs.entries()) {
    const end = findEnd(lines, at, pairs[index + 1]?.term ?? lines.length);
    const [head, first] = [lines[term], lines[at]];
    if (head === undefined || first === undefined) continue;
    const question = { text: `**${head.text.trim().replace(/^\*\*|\*\*$/g, '')}**`, line: head.line };
    const answer = { text: first.text.replace(definition, ''), line: first.line };
    result.push(...lines.slice(from, term), question, { text: '', line: head.line }, answer);
    result.push(...lines.slice(at + 1, end).map(dedent));
    from = end;
  }
  return [...result, ...lines.slice(from)];
}
