// Markdown as a tree of elements, raw HTML in its place. Pure.
import type { Element, Root } from 'hast';
import { raw } from 'hast-util-raw';
import type { Token } from 'markdown-it';
import { VFile } from 'vfile';
import { resolveRoles } from '../../sites/sphinx/resolve-roles.ts';
import { type Content, ElementMaker, type Lines, newline, spaced } from './element-maker.ts';
import { toInlineElements } from './inline-elements.ts';
import { readMarkdown, toTokenBlocks } from './markdown-reader.ts';

/*
 * markdown-it reads some fifteen times as fast as micromark, and most of a start goes into reading notes. What comes of its tokens is what
 * `mdast-util-to-hast` makes of Markdown, so that a heading knows what its author typed, and everything its line.
 */

/** What a block holds: elements, or the bare line of a tight list's item. */
type Unit = { readonly block: Content } | { readonly line: readonly Content[] };

const noFootnotes = new Map<unknown, readonly Content[]>();

function flatten(units: readonly Unit[]): readonly Content[] {
  return units.flatMap((unit) => ('line' in unit ? unit.line : [unit.block]));
}

function trimEnd(nodes: readonly Content[]): readonly Content[] {
  const last = nodes.at(-1);
  if (last?.type !== 'text') return nodes;
  const value = last.value.trimEnd();
  return value === '' ? trimEnd(nodes.slice(0, -1)) : [...nodes.slice(0, -1), { ...last, value }];
}

/** `[x] done` at the beginning of an item is a box. True where there is one. */
function markTask(children: Content[]): boolean {
  const place = children.findIndex((child) => child !== newline);
  const first = children[place];
  const isParagraph = first?.type === 'element' && first.tagName === 'p';
  const line: Content[] = isParagraph ? first.children : children;
  const at = isParagraph ? 0 : place;
  const text = line[at];
  const [typed, mark] = text?.type === 'text' ? (/^\[([ xX])\](?=\s)/.exec(text.value) ?? []) : [];
  if (text?.type !== 'text' || typed === undefined) return false;
  const properties = { type: 'checkbox', checked: mark !== ' ', disabled: true };
  const rest = { ...text, value: text.value.slice(typed.length) };
  line.splice(at, 1, { type: 'element', tagName: 'input', properties, children: [] }, rest);
  return true;
}

class BlockReader {
  readonly #make: ElementMaker;
  readonly #footnotes = new Map<unknown, readonly Content[]>();

  constructor(text: string) {
    this.#make = new ElementMaker(text);
  }

  read(tokens: readonly Token[]): Root {
    const children = flatten(this.#units(this.#takeFootnotes(tokens)));
    const lines = children.flatMap((child, place) => (place === 0 ? [child] : [newline, child]));
    return { type: 'root', children: lines as Root['children'] };
  }

  /** Reads the footnotes, and gives the tokens without them. */
  #takeFootnotes(tokens: readonly Token[]): readonly Token[] {
    const rest: Token[] = [];
    let note: { readonly label: unknown; readonly said: Content[] } | null = null;
    for (const token of tokens) {
      if (token.type === 'footnote_reference_open') note = { label: token.meta?.['label'], said: [] };
      else if (note === null) rest.push(token);
      else if (token.type === 'inline') note.said.push(...this.#inline(token, 0), { type: 'text', value: ' ' });
      else if (token.type === 'footnote_reference_close') {
        this.#footnotes.set(note.label, trimEnd(note.said));
        note = null;
      }
    }
    return rest;
  }

  #inline(token: Token | undefined, line: number): readonly Content[] {
    return toInlineElements(token, line, this.#make, this.#footnotes);
  }

  #units(tokens: readonly Token[]): readonly Unit[] {
    return toTokenBlocks(tokens).map(({ token, inner }) => this.#unit(token, inner));
  }

  #unit(token: Token, inner: readonly Token[]): Unit {
    const lines = token.map ?? [0, 1];
    if (token.type === 'paragraph_open') {
      const said = this.#inline(inner[0], lines[0]);
      return token.hidden ? { line: said } : { block: this.#make.element('p', said, lines) };
    }
    return { block: this.#block(token, inner, lines) };
  }

  #block(token: Token, inner: readonly Token[], lines: Lines): Content {
    switch (token.type) {
      case 'heading_open':
        return this.#heading(token.tag, inner[0], lines);
      case 'html_block':
        return this.#make.place({ type: 'raw', value: token.content.replace(/\n$/, '') }, lines);
      case 'fence':
      case 'code_block':
        return this.#code(token, lines);
      case 'list_item_open':
        return this.#item(this.#units(inner), lines);
      case 'table_open':
        return this.#table(inner, lines);
      default: {
        const start = token.attrGet('start');
        const properties = start === null ? {} : { start: Number(start) };
        return this.#make.element(token.tag, spaced(flatten(this.#units(inner))), lines, properties);
      }
    }
  }

  /** Markdown's headings are marked with what their author typed: they get an anchor where raw ones get none. */
  #heading(tagName: string, token: Token | undefined, lines: Lines): Element {
    const said = toInlineElements(token, lines[0], this.#make, noFootnotes);
    return this.#make.element(tagName, said, lines, { dataMarkdown: token?.content ?? '' });
  }

  /** Code that is only indented is marked: inside `<details>` it is mostly text. */
  #code({ type, info, content }: Token, lines: Lines): Element {
    const language = info.trim().split(/\s+/)[0] ?? '';
    const named = language === '' ? {} : { className: [`language-${language}`] };
    const properties = type === 'code_block' ? { dataIndented: true } : named;
    const code = this.#make.element('code', [{ type: 'text', value: content }], lines, properties);
    return this.#make.element('pre', [code], lines);
  }

  #item(units: readonly Unit[], lines: Lines): Element {
    const children = units.flatMap((unit, place): readonly Content[] =>
      'line' in unit ? [...(place === 0 ? [] : [newline]), ...unit.line] : [newline, unit.block],
    );
    const last = units.at(-1);
    const whole = last !== undefined && 'block' in last ? [...children, newline] : [...children];
    return this.#make.element('li', whole, lines, markTask(whole) ? { className: ['task-list-item'] } : {});
  }

  #table(tokens: readonly Token[], lines: Lines): Element {
    const parts: Element[] = [];
    let rows: Element[] = [];
    let cells: Element[] = [];
    let at: Lines = lines;
    for (const [place, token] of tokens.entries()) {
      if (token.type === 'tr_open') at = token.map ?? at;
      if (token.type === 'th_open' || token.type === 'td_open') {
        const align = /text-align:(\w+)/.exec(String(token.attrGet('style') ?? ''))?.[1];
        const said = this.#inline(tokens[place + 1], at[0]);
        cells.push(this.#make.element(token.tag, said, at, align === undefined ? {} : { align }));
      } else if (token.type === 'tr_close') {
        rows.push(this.#make.element('tr', spaced(cells), at));
        cells = [];
      } else if (token.type === 'thead_close' || token.type === 'tbody_close') {
        parts.push(this.#make.element(token.tag, spaced(rows), lines));
        rows = [];
      }
    }
    return this.#make.element('table', spaced(parts), lines);
  }
}

function holdsHtml({ type, children }: Token): boolean {
  return type === 'html_block' || (children?.some((child) => child.type === 'html_inline') ?? false);
}

/** Parses Markdown; the lines of the tree's positions are those of `text`, from 1 on. Takes any text. */
export function toElements(text: string, isMdx: boolean): Root {
  const tokens = readMarkdown(text, isMdx);
  const root = new BlockReader(text).read(tokens);
  if (/\}`|\[\]\(/.test(text)) resolveRoles(root);
  const elements = tokens.some(holdsHtml) ? raw(root, { file: new VFile(text) }) : root;
  if (elements.type !== 'root') throw new Error(`The HTML parser gave a ${elements.type} instead of a tree.`);
  return elements;
}
