// What stands in a line of Markdown as elements: emphasis, links, images, code, HTML, footnotes. Pure.
import type { Element, Properties } from 'hast';
import type { Token } from 'markdown-it';
import type { Content, ElementMaker, Lines } from './element-maker.ts';

/** What a footnote says, by its label. */
export type Footnotes = ReadonlyMap<unknown, readonly Content[]>;

function toAttributes({ attrs }: Token): Properties {
  return Object.fromEntries(attrs ?? []);
}

function toAlternative(tokens: readonly Token[]): string {
  return tokens
    .map(({ type, content, children }) => {
      if (type === 'softbreak' || type === 'hardbreak') return '\n';
      if (type === 'image') return toAlternative(children ?? []);
      return type === 'html_inline' ? '' : content;
    })
    .join('');
}

class LineReader {
  readonly root: Content[] = [];
  readonly #make: ElementMaker;
  readonly #footnotes: Footnotes;
  #into = this.root;
  readonly #outer: Content[][] = [];
  #line: number;

  constructor(make: ElementMaker, footnotes: Footnotes, line: number) {
    this.#make = make;
    this.#footnotes = footnotes;
    this.#line = line;
  }

  read(token: Token): void {
    const { type, content, nesting } = token;
    if (nesting === 1)
      this.#open(this.#make.element(token.tag === 's' ? 'del' : token.tag, [], this.#here, toAttributes(token)));
    else if (nesting === -1) this.#into = this.#outer.pop() ?? this.root;
    else if (type === 'softbreak') this.#say('\n');
    else if (type === 'hardbreak') this.#break();
    else if (type === 'code_inline')
      this.#add(this.#make.element('code', [{ type: 'text', value: content }], this.#here));
    else if (type === 'html_inline') this.#add(this.#make.place({ type: 'raw', value: content }, this.#here));
    else if (type === 'image')
      this.#add(
        this.#make.element('img', [], this.#here, { ...toAttributes(token), alt: toAlternative(token.children ?? []) }),
      );
    else if (type === 'footnote_ref') this.#explain(token.meta?.['label']);
    else this.#say(content);
    this.#line += type === 'softbreak' || type === 'hardbreak' ? 1 : content.split('\n').length - 1;
  }

  get #here(): Lines {
    return [this.#line, this.#line + 1];
  }

  #add(node: Content): void {
    this.#into.push(node);
  }

  #open(node: Element): void {
    this.#add(node);
    this.#outer.push(this.#into);
    this.#into = node.children;
  }

  #say(value: string): void {
    const before = this.#into.at(-1);
    if (before?.type === 'text') before.value += value;
    else if (value !== '') this.#add(this.#make.place({ type: 'text', value }, this.#here));
  }

  #break(): void {
    this.#add(this.#make.element('br', [], this.#here));
    this.#say('\n');
  }

  /** A chat has no foot of the page: a footnote stands in brackets behind the word that refers to it. */
  #explain(label: unknown): void {
    const said = this.#footnotes.get(label) ?? [];
    if (said.length > 0)
      this.#into.push({ type: 'text', value: ' (' }, ...structuredClone(said), { type: 'text', value: ')' });
  }
}

/** `token`: an inline one, or what is missing; `line`: where it stands if it does not say so. */
export function toInlineElements(
  token: Token | undefined,
  line: number,
  make: ElementMaker,
  footnotes: Footnotes,
): readonly Content[] {
  const reader = new LineReader(make, footnotes, token?.map?.[0] ?? line);
  for (const child of token?.children ?? []) reader.read(child);
  return reader.root;
}
