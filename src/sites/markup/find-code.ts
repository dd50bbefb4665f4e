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

/** Languages of cells that run (Quarto, R Markdown), and code of MyST, between braces behind a fence. */
export const codeNames =
  'code|code-block|code-cell|sourcecode|math|mermaid|r|python|julia|ojs|bash|sh|sql|dot|webr-r|pyodide-python';

/** A directive of MyST: a fence whose inside is text. */
const directiveLine = new RegExp(`^[ \\t]*(\`{3,})\\{(?!(?:${codeNames})\\})[\\w-]+\\}`);
const fenceLine = /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?(`{3,}(?=[^`]*$)|~{3,})/;

class CodeFinder {
  readonly spans: Span[] = [];
  #fence: { readonly mark: string; readonly start: number } | null = null;
  #paragraph: Line[] = [];
  /** Fences of the directives that are open. */
  readonly #directives: string[] = [];

  /** True for a line that opens or closes a directive. */
  #passDirective(text: string, mark: string): boolean {
    const opened = directiveLine.exec(text)?.[1];
    if (opened !== undefined) this.#directives.push(opened);
    else if (text.trim() !== mark || this.#directives.at(-1) !== mark) return false;
    else this.#directives.pop();
    return true;
  }

  #endParagraph(): void {
    const [first] = this.#paragraph;
    if (first !== undefined)
      this.spans.push(...findInline(this.#paragraph.map(({ text }) => text).join('\n'), first.start));
    this.#paragraph = [];
  }

  read(line: Line): void {
    const mark = fenceLine.exec(line.text)?.[1] ?? null;
    if (this.#fence !== null) {
      const closes = mark?.startsWith(this.#fence.mark) === true && line.text.replace(/^[>\s]*/, '').trim() === mark;
      if (closes) this.end(line.start + line.text.length);
    } else if (mark !== null) {
      this.#endParagraph();
      if (!this.#passDirective(line.text, mark)) this.#fence = { mark, start: line.start };
    } else if (line.text.trim() === '') this.#endParagraph();
    else this.#paragraph.push(line);
  }

  /** Closes what is open at an offset. */
  end(offset: number): void {
    this.#endParagraph();
    if (this.#fence !== null) this.spans.push({ start: this.#fence.start, end: offset });
    this.#fence = null;
  }
}

/** Fenced blocks (fences included) and code spans, in order. Indented code is left out: in notes it is mostly indented text. */
export function findCode(text: string): readonly Span[] {
  const finder = new CodeFinder();
  for (const line of toLines(text)) finder.read(line);
  finder.end(text.length);
  return finder.spans;
}

/** True where an offset lies in one of the spans. */
export function isInSpans(spans: readonly Span[], offset: number): boolean {
  return spans.some((span) => span.start <= offset && offset < span.end);
}

/** A text in which every match of a global pattern outside code is changed. */
export function replaceOutsideCode(text: string, pattern: RegExp, change: (found: RegExpExecArray) => string): string {
  const code = findCode(text);
  let from = 0;
  let changed = '';
  for (const found of text.matchAll(pattern)) {
    if (isInSpans(code, found.index)) continue;
    changed += text.slice(from, found.index) + change(found);
    from = found.index + found[0].length;
  }
  return changed + text.slice(from);
}
