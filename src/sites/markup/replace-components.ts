// Components of MDX and Vue taken out of a text: what they hold stays, folding ones become `<details>`. Pure.
import { findCode, type Span } from './find-code.ts';
import { escapeHtml, toDetails } from './folding.ts';
import { hole, isInSentence } from './markup-context.ts';
import { type ComponentTag, parseComponent, skipBraces } from './parse-component.ts';

/** Names of components that fold, whatever stands before or after: `FaqItem`, `MyAccordion`, `CollapsibleCard`. */
const foldable = /details|accordion|collaps|expand|toggle|dropdown|disclosure|spoiler|faq|question|qanda|^qa$|^q$/i;
/** Components that hold a question and nothing else: `Question`, `FaqQuestion`, `AccordionTrigger`. */
const asked =
  /question(?:title|text)?$|^q$|^(?:accordion|faq|collaps\w*|disclosure)\w*(?:trigger|title|header|heading|summary|button)$/i;
/** Components whose inside says nothing to a reader of the text. */
const silent = /^(style|script|head|codepen|youtube|iframe|video|tweet|mermaid|livecode)$/i;
const questionKeys = ['question', 'q', 'summary', 'title', 'header', 'heading', 'label', 'text', 'name'];
const answerKeys = ['answer', 'a', 'content', 'body', 'description'];

function pick(attributes: ReadonlyMap<string, string>, keys: readonly string[]): string | undefined {
  const texts = keys.flatMap((key) => [
    attributes.get(key),
    attributes.get(`:${key}`)?.replace(/^(["'])(.*)\1$/s, '$2'),
  ]);
  return texts.find((text) => text !== undefined && text.trim() !== '');
}

/** Code that a component shows, on one line of HTML: `<Code code={`…`} />`. */
function toCode(code: string): string {
  const lines = escapeHtml(code.replaceAll('\\n', '\n')).replaceAll('>', '&gt;').split('\n');
  return `<pre><code>${lines.join('&#10;')}</code></pre>`;
}

function lineEnds(text: string): string {
  return '\n'.repeat(text.split('\n').length - 1);
}

interface OpenTag {
  readonly name: string;
  readonly closing: string;
}

/** What stands for tags, one after the other; knows which are open. */
class ComponentWriter {
  readonly #open: OpenTag[] = [];

  toText(tag: ComponentTag): string {
    if (tag.role === 'close') return this.#close(tag.name);
    const { text, closing } = this.#opening(tag);
    if (tag.role === 'single') return text + closing;
    this.#open.push({ name: tag.name, closing });
    return text;
  }

  /** What is still open when the text ends. */
  rest(): string {
    return this.#open
      .map(({ closing }) => closing)
      .reverse()
      .join('');
  }

  #close(name: string): string {
    const at = this.#open.findLastIndex((tag) => tag.name === name);
    if (at === -1) return '';
    return this.#open
      .splice(at)
      .reverse()
      .map(({ closing }) => closing)
      .join('');
  }

  #opening({ name, role, attributes }: ComponentTag): { readonly text: string; readonly closing: string } {
    const nothing = { text: '', closing: '' };
    const href = pick(attributes, ['href', 'to']);
    const shown = /^code(?:block)?$/i.test(name) && role === 'single' ? attributes.get('code') : undefined;
    if (shown !== undefined) return { text: toCode(shown), closing: '' };
    if (/^(details|summary)$/i.test(name) && role === 'open') return this.#toFoldingPart(name, attributes);
    if (/(^|\.)(a|\w*link)$/i.test(name) && href !== undefined && role === 'open')
      return { text: `<a href="${href.replaceAll('"', '&quot;')}">`, closing: '</a>' };
    if (/^tab(item|panel)?$/i.test(name) && role === 'open') {
      const label = pick(attributes, ['label', 'title', 'name']);
      if (label === undefined) return nothing;
      return /[?？؟]\s*$/.test(label)
        ? { text: toDetails(label), closing: '</details>' }
        : { text: `<p class="tab"><strong>${escapeHtml(label)}</strong></p>`, closing: '' };
    }
    if (!foldable.test(name)) return nothing;
    const [question, answer] = [pick(attributes, questionKeys), pick(attributes, answerKeys)];
    if (question === undefined && role === 'open' && asked.test(name))
      return { text: '<div class="question">', closing: '</div>' };
    if (question === undefined || (role === 'single' && answer === undefined)) return nothing;
    return { text: toDetails(question) + (answer === undefined ? '' : escapeHtml(answer)), closing: '</details>' };
  }

  #toFoldingPart(name: string, attributes: ReadonlyMap<string, string>): { text: string; closing: string } {
    if (/^summary$/i.test(name)) return { text: '<summary>', closing: '</summary>' };
    const title = pick(attributes, questionKeys);
    return { text: title === undefined ? '<details>' : toDetails(title), closing: '</details>' };
  }
}

class CodeCursor {
  readonly #spans: readonly Span[];
  #next = 0;

  constructor(spans: readonly Span[]) {
    this.#spans = spans;
  }

  /** Ends of the span around an offset, or null. Offsets come in ascending order. */
  around(offset: number): Span | null {
    while ((this.#spans[this.#next]?.end ?? Number.POSITIVE_INFINITY) <= offset) this.#next += 1;
    const span = this.#spans[this.#next];
    return span !== undefined && span.start <= offset ? span : null;
  }
}

/** `<BR>`, `<H2>`: HTML in capital letters. */
function isHtmlName(name: string): boolean {
  return /^[A-Z]+[1-6]?$/.test(name);
}

/**
 * Takes the tags of components out of a Markdown text. What is not closed swallows nothing; `<FaqItem question="…">`
 * and the like become `<details>`. Lines keep their numbers, code keeps its text.
 */
export function replaceComponents(text: string): string {
  if (!/<\/?(?:[A-Z][A-Za-z0-9.]*|[a-z][a-z0-9]*-[a-z0-9-]+)[\s/>]/.test(text)) return text;
  const code = new CodeCursor(findCode(text));
  const writer = new ComponentWriter();
  const parts: string[] = [];
  let from = 0;
  for (const { index } of text.matchAll(/<\/?[A-Za-z]/g)) {
    if (index < from || code.around(index) !== null) continue;
    const tag = parseComponent(text, index);
    if (tag === null || isHtmlName(tag.name)) continue;
    const hiddenEnd = tag.role === 'open' && silent.test(tag.name) ? text.indexOf(`</${tag.name}>`, tag.end) : -1;
    const end = hiddenEnd === -1 ? tag.end : hiddenEnd + tag.name.length + 3;
    const said = hiddenEnd === -1 ? writer.toText(tag) : '';
    parts.push(text.slice(from, index), said, lineEnds(text.slice(index, end)));
    from = end;
  }
  parts.push(text.slice(from), writer.rest());
  return parts.join('');
}

/** Drops MDX's `import` and `export` and its expressions: they are code. Lines keep their numbers. */
export function dropMdxCode(text: string): string {
  const code = findCode(text);
  const spans = new CodeCursor(code);
  const parts: string[] = [];
  let from = 0;
  for (const { index, 0: mark } of text.matchAll(/^(?:import|export)\s|\{|<[A-Z]/gm)) {
    if (index < from || spans.around(index) !== null) continue;
    if (mark.startsWith('<')) {
      // What a component is given is read with it.
      const tag = parseComponent(text, index);
      if (tag === null || isHtmlName(tag.name)) continue;
      parts.push(text.slice(from, tag.end));
      from = tag.end;
      continue;
    }
    const end = mark === '{' ? endOfExpression(text, index) : endOfStatement(text, index);
    if (end === -1) continue;
    const expression = text.slice(index, end);
    const before = text.slice(Math.max(0, index - 300), index);
    const said = mark === '{' ? toSaid(expression, before) : '';
    parts.push(text.slice(from, index), said, lineEnds(expression));
    from = end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

/** An element's tag without the code that it is given, and where it ends; null for what is no tag. */
function toPlainTag(text: string, start: number): { readonly tag: string; readonly end: number } | null {
  let tag = '';
  for (let at = start; at < text.length; ) {
    const letter = text.charAt(at);
    const isQuote = letter === '"' || letter === "'";
    const end = isQuote ? text.indexOf(letter, at + 1) + 1 : letter === '{' ? skipBraces(text, at) : at + 1;
    if (end <= at || (letter === '<' && at > start) || text.startsWith('\n\n', at)) return null;
    // Liquid has taken what stood between two braces.
    const isEmpty = letter === '=' && /[\s>]/.test(text.charAt(at + 1));
    tag += letter === '{' ? '""' + lineEnds(text.slice(at, end)) : text.slice(at, end) + (isEmpty ? '""' : '');
    at = end;
    if (letter === '>') return { tag, end };
  }
  return null;
}

/**
 * Drops the code that elements of HTML are given, `src={require('./a.jpg').default}`, where pages are MDX whatever their
 * files are called.
 */
export function dropGivenCode(text: string): string {
  if (!/<[a-z][^<>]*=[{\s]/.test(text)) return text;
  const spans = new CodeCursor(findCode(text));
  const parts: string[] = [];
  let from = 0;
  for (const { index } of text.matchAll(/<[a-z][a-z0-9-]*\s/g)) {
    const plain = index < from || spans.around(index) !== null ? null : toPlainTag(text, index);
    if (plain === null) continue;
    parts.push(text.slice(from, index), plain.tag);
    from = plain.end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

/** What an expression says: its text where it is one; a mark where it names a value that a sentence needs. */
function toSaid(expression: string, before: string): string {
  const text = /^\{\s*(["'`])([^"'`$]*)\1\s*\}$/.exec(expression)?.[2];
  if (/<[A-Za-z][^<>]*=$/.test(before)) return `"${escapeHtml(text ?? '')}"`;
  if (text !== undefined) return text;
  return /^\{\s*[a-z_][\w.]*\s*\}$/i.test(expression) && isInSentence(before) ? hole : '';
}

/** A heading's own id (`{#id}`) is no expression. */
function endOfExpression(text: string, index: number): number {
  return text.charAt(index + 1) === '#' ? -1 : skipBraces(text, index);
}

/** Up to the empty line that ends it, braces closed. */
function endOfStatement(text: string, index: number): number {
  const line = text.slice(index, text.indexOf('\n', index) === -1 ? undefined : text.indexOf('\n', index));
  const isCode =
    /^import\s+(?:["']|[\w*{][^\n]*(?:\bfrom\b|$))/.test(line) ||
    /^export\s+(?:const|let|var|default|function|async|class|\{|\*)/.test(line);
  if (!isCode) return -1;
  let end = text.indexOf('\n\n', index);
  const opening = text.indexOf('{', index);
  if (opening !== -1 && (end === -1 || opening < end)) {
    const close = skipBraces(text, opening);
    if (close !== -1) end = text.indexOf('\n\n', close - 1);
  }
  return end === -1 ? text.length : end;
}
