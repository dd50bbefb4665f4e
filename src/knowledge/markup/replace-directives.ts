// Admonitions and directives of MyST, Docusaurus and MkDocs turned into plain Markdown and HTML. Pure.

/** Lines of text, each with the line of the source that it came from. */
export interface MappedLine {
  readonly text: string;
  readonly line: number;
}

const folding = /^(details|dropdown|collapse|toggle|question)$/;
const hidden =
  /^(toctree|contents|tableofcontents|eval-rst|include|literalinclude|raw|bibliography|index|figure|image|youtube)$/;

interface Open {
  readonly fence: string;
  readonly closing: string;
  readonly isHidden: boolean;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function toOpening(name: string, title: string): string {
  if (title === '') return '';
  return folding.test(name) ? `<details><summary>${escapeHtml(title)}</summary>` : `**${title}**`;
}

/** Reads `:::note Title`, `:::{note} Title`, `:::note[Title]` and the same behind three backticks with braces. */
function readOpening(text: string): { readonly fence: string; readonly name: string; readonly title: string } | null {
  const colon = /^\s{0,3}(:{3,})\s*(?:\{([\w-]+)\}|([\w-]+))\s*(?:\[(.*)\])?(.*)$/.exec(text);
  const tick = /^\s{0,3}(`{3,})\{([\w-]+)\}()()(.*)$/.exec(text);
  const found = colon ?? tick;
  if (found === null) return null;
  const name = (found[2] ?? found[3] ?? '').toLowerCase();
  if (colon === null && /^(code|code-block|code-cell|sourcecode|math|mermaid)$/.test(name)) return null;
  return { fence: found[1] ?? '', name, title: (found[4] ?? found[5] ?? '').trim() };
}

/** `{code-block} python` behind a fence says what `python` says. */
function toPlainFence(text: string): string {
  return text.replace(/^(\s{0,3}`{3,})\{(?:code|code-block|code-cell|sourcecode|math|mermaid)\}\s*/, '$1');
}

function isOption(text: string): boolean {
  return /^\s*:[\w-]+:/.test(text);
}

/** MkDocs: `!!! note "Title"` and `??? question "Title"` with an indented body; gives the lines and how many were read. */
function readIndented(
  lines: readonly MappedLine[],
  at: number,
): { readonly lines: MappedLine[]; readonly read: number } | null {
  const first = lines[at];
  const found = /^(!!!|\?\?\?\+?)\s+([\w-]+)(?:\s+"(.*)")?\s*$/.exec(first?.text ?? '');
  if (first === undefined || found === null) return null;
  let end = at + 1;
  while (end < lines.length && /^(\s*$|( {4}|\t))/.test(lines[end]?.text ?? 'x')) end += 1;
  const body = lines.slice(at + 1, end).map(({ text, line }) => ({ text: text.replace(/^( {4}|\t)/, ''), line }));
  const opening = toOpening(found[1] === '!!!' ? 'note' : 'details', found[3] ?? '');
  const mark = (text: string): MappedLine => ({ text, line: first.line });
  const closing = opening.startsWith('<details>') ? [mark(''), mark('</details>'), mark('')] : [];
  return { lines: [mark(opening), mark(''), ...body, ...closing], read: end - at };
}

/**
 * Rewrites admonitions: their inside stays, their title becomes bold, folding ones become `<details>`. Directives that
 * only make a page (`toctree`, `contents`) go with their inside. Code fences are left alone.
 */
export function replaceDirectives(text: string): readonly MappedLine[] {
  const lines = text.split('\n').map((line, index) => ({ text: line, line: index + 1 }));
  if (!/^\s{0,3}(:{3,}|`{3,}\{|!!!|\?\?\?)/m.test(text)) return lines;
  const result: MappedLine[] = [];
  const open: Open[] = [];
  let code: string | null = null;
  for (let at = 0; at < lines.length; at += 1) {
    const here = lines[at] as MappedLine;
    const fence = /^\s{0,3}(`{3,}|~{3,}|:{3,})\s*$/.exec(here.text)?.[1];
    const top = open.at(-1);
    const start = code === null ? readOpening(here.text) : null;
    const block = code === null && start === null ? readIndented(lines, at) : null;
    if (code !== null) {
      if (fence?.startsWith(code)) code = null;
      if (top?.isHidden !== true) result.push(here);
    } else if (start !== null) {
      const opening = toOpening(start.name, start.title);
      const isHidden = hidden.test(start.name) || top?.isHidden === true;
      open.push({ fence: start.fence, closing: opening.startsWith('<details>') ? '</details>' : '', isHidden });
      if (!isHidden) result.push({ text: opening, line: here.line }, { text: '', line: here.line });
      while (isOption(lines[at + 1]?.text ?? '')) at += 1;
    } else if (top !== undefined && fence === top.fence) {
      open.pop();
      if (!top.isHidden)
        result.push(
          { text: '', line: here.line },
          { text: top.closing, line: here.line },
          { text: '', line: here.line },
        );
    } else if (block !== null) {
      result.push(...block.lines);
      at += block.read - 1;
    } else if (top?.isHidden !== true) {
      const mark = /^\s{0,3}(`{3,}|~{3,})/.exec(here.text)?.[1];
      if (mark !== undefined) code = mark;
      result.push({ text: toPlainFence(here.text), line: here.line });
    }
  }
  return result;
}
