// Indents of MDX, in which indented text is text and never code, as Markdown reads them so. Pure.

/** Further than this behind where it begins, and Markdown takes a line for code or for more of a paragraph. In columns. */
const furthest = 3;
const tabStop = 4;

/** An item of a list: where its text begins, as typed and as written, in columns. */
interface Item {
  readonly typed: number;
  readonly written: number;
}

interface Fence {
  readonly sign: string;
  readonly shift: number;
}

function countColumns(space: string): number {
  return [...space].reduce((columns, sign) => columns + (sign === '\t' ? tabStop - (columns % tabStop) : 1), 0);
}

class IndentLimiter {
  readonly #items: Item[] = [];
  #fence: Fence | null = null;

  read(line: string): string {
    const said = line.trimStart();
    if (said === '') return line;
    const typed = countColumns(line.slice(0, line.length - said.length));
    const written = this.#fence === null ? this.#place(typed, said) : this.#inFence(this.#fence, typed, said);
    return written === typed ? line : ' '.repeat(written) + said;
  }

  #place(typed: number, said: string): number {
    while ((this.#items.at(-1)?.typed ?? 0) > typed) this.#items.pop();
    const item = this.#items.at(-1) ?? { typed: 0, written: 0 };
    const behind = typed - item.typed;
    const written = item.written + (behind > furthest ? 0 : behind);
    const marker = /^(?:[-*+]|\d{1,9}[.)])\s+(?=\S)/.exec(said)?.[0].length ?? 0;
    if (marker > 0) this.#items.push({ typed: typed + marker, written: written + marker });
    const sign = /^(?:`{3,}|~{3,})/.exec(said)?.[0];
    if (sign !== undefined) this.#fence = { sign, shift: typed - written };
    return written;
  }

  #inFence({ sign, shift }: Fence, typed: number, said: string): number {
    if (said.startsWith(sign) && /^[`~]+\s*$/.test(said)) this.#fence = null;
    return Math.max(0, typed - shift);
  }
}

/** Moves what is indented too far to where it belongs to what stands above. Lines keep their numbers, fenced code its own indents. */
export function limitIndents(text: string): string {
  if (!/^(?: {4}| {0,3}\t)/m.test(text)) return text;
  const limiter = new IndentLimiter();
  return text
    .split('\n')
    .map((line) => limiter.read(line))
    .join('\n');
}
