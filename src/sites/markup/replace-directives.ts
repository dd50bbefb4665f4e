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

interface Opening {
  readonly fence: string;
  readonly name: string;
  readonly title: string;
}

/** Reads `:::note Title`, `:::{note} Title`, `:::note[Title]` and the same behind three backticks with braces. */
function readOpening(text: string): Opening | null {
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

/** How many lines of options (`:class: wide`) stand from a line on. */
function countOptions(lines: readonly MappedLine[], from: number): number {
  const end = lines.findIndex(({ text }, index) => index >= from && !/^\s*:[\w-]+:/.test(text));
  return end === -1 ? lines.length - from : end - from;
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

/** Goes through the lines once; knows which directives and which code fence are open. */
class DirectiveReader {
  readonly result: MappedLine[] = [];
  readonly #open: Open[] = [];
  #code: string | null = null;

  #emit(line: number, ...texts: readonly string[]): void {
    if (this.#open.at(-1)?.isHidden === true) return;
    this.result.push(...texts.map((text) => ({ text, line })));
  }

  #begin({ fence, name, title }: Opening, line: number): void {
    const opening = toOpening(name, title);
    const isHidden = hidden.test(name) || this.#open.at(-1)?.isHidden === true;
    this.#open.push({ fence, closing: opening.startsWith('<details>') ? '</details>' : '', isHidden });
    this.#emit(line, opening, '');
  }

  #end(top: Open, line: number): void {
    this.#emit(line, '', top.closing, '');
    this.#open.pop();
  }

  #readCode({ text, line }: MappedLine, fence: string, code: string): number {
    if (fence.startsWith(code)) this.#code = null;
    this.#emit(line, text);
    return 1;
  }

  #readText({ text, line }: MappedLine): number {
    this.#code = /^\s{0,3}(`{3,}|~{3,})/.exec(text)?.[1] ?? null;
    this.#emit(line, toPlainFence(text));
    return 1;
  }

  /** Reads what begins at a line; gives how many lines it took. */
  read(lines: readonly MappedLine[], at: number): number {
    const here = lines[at];
    if (here === undefined) return 1;
    const fence = /^\s{0,3}(`{3,}|~{3,}|:{3,})\s*$/.exec(here.text)?.[1] ?? '';
    if (this.#code !== null) return this.#readCode(here, fence, this.#code);
    const opening = readOpening(here.text);
    if (opening !== null) {
      this.#begin(opening, here.line);
      return 1 + countOptions(lines, at + 1);
    }
    const top = this.#open.at(-1);
    if (top !== undefined && fence === top.fence) {
      this.#end(top, here.line);
      return 1;
    }
    const block = readIndented(lines, at);
    if (block === null) return this.#readText(here);
    this.result.push(...block.lines);
    return block.read;
  }
}

/**
 * Rewrites admonitions: their inside stays, their title becomes bold, folding ones become `<details>`. Directives that
 * only make a page (`toctree`, `contents`) go with their inside. Code fences are left alone.
 */
export function replaceDirectives(text: string): readonly MappedLine[] {
  const lines = text.split('\n').map((line, index) => ({ text: line, line: index + 1 }));
  if (!/^\s{0,3}(:{3,}|`{3,}\{|!!!|\?\?\?)/m.test(text)) return lines;
  const reader = new DirectiveReader();
  for (let at = 0; at < lines.length; ) at += reader.read(lines, at);
  return reader.result;
}
