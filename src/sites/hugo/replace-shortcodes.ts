// Hugo's shortcodes taken out of a text: what they say stays, what they do goes. Pure.
import { findCode, isInSpans, replaceOutsideCode, type Span } from '../markup/find-code.ts';
import { asks, escapeHtml, toDetails } from '../markup/folding.ts';
import { findVariable, hole, isInSentence, type MarkupContext } from '../markup/markup-context.ts';
import { parseTag, type Tag } from '../markup/parse-tag.ts';
import { findCascaded } from './find-cascaded.ts';

interface Shortcode extends Span {
  readonly tag: Tag;
  readonly role: 'open' | 'close' | 'escaped';
}

/** Two shortcodes for the two ends of one part: `faq_open` and `faq_close`. */
const ends = /^(.+?)[-_]?(?:(open|start|begin)|(?:close|end|stop))$/i;

/** Paired shortcodes that open and close like `<details>`, as any other does whose title asks; the title is the question. */
const foldable =
  /^(details|expand|expander|collapse|collapsible|accordion(-?item)?|dropdown|toggle|spoiler|faq(-?item)?|question|qa)$/i;
/** Shortcodes whose name says which value they stand for. */
const values = /(?:^|[-_/])(?:e-?mail|phone|date|year|version|price|fee|deadline)$/i;
/** Shortcodes whose name says that they write a question: `faqs/qa-question`. */
const asking = /(?:^|[-_/])(?:questions?|faqs?|qa|q)(?:[-_/]|$)/i;
const titles = ['summary', 'question', 'title', 'header', 'heading', 'label', 'text', 'name', 'q'];

function findEnd(text: string, from: number, close: string): number {
  let quote = '';
  for (let index = from; index < text.length; index += 1) {
    const letter = text.charAt(index);
    if (quote === '' && text.startsWith(close, index)) return index;
    if (letter === '\\' && quote === '"') index += 1;
    else if (quote === '' && (letter === '"' || letter === '`')) quote = letter;
    else if (letter === quote) quote = '';
  }
  return text.indexOf(close, from);
}

function readShortcode(text: string, start: number): Shortcode | null {
  const close = text.charAt(start + 2) === '<' ? '>}}' : '%}}';
  const end = findEnd(text, start + 3, close);
  if (end === -1) return null;
  const inside = text.slice(start + 3, end).trim();
  const role = inside.startsWith('/*') ? 'escaped' : inside.startsWith('/') ? 'close' : 'open';
  const tag = parseTag(inside.replace(/^\//, '').replace(/\/$/, ''));
  const [, name, opens] = (role === 'open' && ends.exec(tag.name)) || [];
  return name === undefined
    ? { start, end: end + 3, role, tag }
    : { start, end: end + 3, role: opens === undefined ? 'close' : 'open', tag: { ...tag, name } };
}

function findShortcodes(text: string, code: readonly Span[]): readonly Shortcode[] {
  const found: Shortcode[] = [];
  let from = 0;
  for (const { index } of text.matchAll(/\{\{[<%]/g)) {
    if (index < from || isInSpans(code, index)) continue;
    const shortcode = readShortcode(text, index);
    if (shortcode === null) continue;
    found.push(shortcode);
    from = shortcode.end;
  }
  return found;
}

/** A shortcode with an address and what it is called: `{{< button href="/apply/" text="Apply" >}}`. */
function toLink(named: Tag['named']): string {
  const first = (keys: readonly string[]): string => keys.map((key) => named.get(key) ?? '').find(Boolean) ?? '';
  const [address, text] = [first(['href', 'url', 'link']), first(['title', 'text', 'label', 'name'])];
  return /^(?:https?:\/\/|\/)\S+$/.test(address) && text !== '' ? `[${text}](${address})` : '';
}

/** What Hugo's own shortcodes say, and those that everybody writes for themselves. */
class ShortcodeWriter {
  readonly #context: MarkupContext;

  constructor(context: MarkupContext) {
    this.#context = context;
  }

  #param(name: string): string {
    const { page, site, onMissing } = this.#context;
    const value =
      findVariable(page, name) ??
      findVariable(page, `params.${name}`) ??
      findCascaded(this.#context, name) ??
      findVariable(site, `params.${name}`);
    if (value === null) onMissing(name);
    return value ?? hole;
  }

  /** A name alone, in a sentence, stands for what only the site's own template knows: `{{< members_count >}}`, `{{< email >}}`. */
  toCounted({ name, positional, named }: Tag, before: string, after: string): string | null {
    if (positional.length > 0 || named.size > 0 || !/\S $/.test(before) || !isInSentence(before)) return null;
    const isInside = /^ \p{Ll}|^[.,;)]/u.test(after);
    const isCounted = isInside && /_|count|total|number/i.test(name);
    const isNamed = (isInside || /^\s*(?:\n|$)/.test(after)) && values.test(name);
    if (!isCounted && !isNamed) return null;
    this.#context.onMissing(name);
    return hole;
  }

  /** A question on a line of its own, its answer below it: `{{< faq/question "Is it far?" >}}`. */
  toAsked(tag: Tag, before: string, after: string): string | null {
    const title = this.#title(tag);
    const isNamed = /question$/i.test(tag.name) && /\s/.test(title);
    if (!asking.test(tag.name) || !(isNamed || asks.test(title))) return null;
    if (!/(?:^|\n)[ \t]*$/.test(before) || !/^[ \t]*\n/.test(after)) return null;
    // An element of HTML goes on up to the next empty line.
    return /^[ \t]*\n[ \t]*\n/.test(after) ? `<p class="question">${escapeHtml(title)}</p>` : `**${title}**`;
  }

  #title({ positional, named }: Tag): string {
    return titles.map((key) => named.get(key)).find((text) => text !== undefined) ?? positional[0] ?? '';
  }

  toSingle({ name, positional, named }: Tag): string {
    if (name === 'ref' || name === 'relref') return named.get('path') ?? positional[0] ?? '';
    if (name === 'param' || name === 'site-param') return this.#param(positional[0] ?? named.get('name') ?? '');
    const caption = [named.get('title'), named.get('caption')].filter((text) => text !== undefined && text !== '');
    const answer = named.get('answer') ?? named.get('content');
    const question = named.get('question') ?? named.get('title');
    if (foldable.test(name) && question !== undefined && answer !== undefined)
      return `${toDetails(question)}${answer}</details>`;
    if (name === 'figure' || named.has('caption')) return caption.join(': ');
    return toLink(named);
  }

  toOpening(tag: Tag): string {
    const { name, positional, named } = tag;
    if (name === 'highlight') return `\`\`\`${positional[0] ?? ''}`;
    const title = this.#title(tag);
    if (!foldable.test(name) && !asks.test(title)) return named.has('caption') ? this.toSingle(tag) : '';
    return title === '' ? '' : `<details><summary>${escapeHtml(title)}</summary>`;
  }
}

interface Replacements {
  readonly texts: ReadonlyMap<Shortcode, string>;
  /** What goes with its inside: a template that the note brings along (`{{< x.inline >}}`). */
  readonly hidden: readonly Span[];
}

/** Pairs each closing shortcode with the nearest open one of its name; gives a text for each shortcode. */
function toReplacements(text: string, shortcodes: readonly Shortcode[], context: MarkupContext): Replacements {
  const writer = new ShortcodeWriter(context);
  const texts = new Map<Shortcode, string>();
  const hidden: Span[] = [];
  const open: Shortcode[] = [];
  for (const shortcode of shortcodes) {
    const { tag, role } = shortcode;
    if (role === 'open') open.push(shortcode);
    if (role !== 'close') continue;
    const partner = open.findLastIndex((earlier) => earlier.tag.name === tag.name);
    const opening = open[partner];
    if (opening === undefined) continue;
    open.splice(partner);
    const said = writer.toOpening(opening.tag);
    texts.set(opening, said);
    texts.set(shortcode, tag.name === 'highlight' ? '```' : said.startsWith('<details>') ? '</details>' : '');
    if (/\.inline$/.test(tag.name) || tag.name === 'comment') hidden.push({ start: opening.start, end: shortcode.end });
  }
  for (const shortcode of shortcodes) {
    if (shortcode.role !== 'open' || texts.has(shortcode)) continue;
    const [before, after] = [
      text.slice(Math.max(0, shortcode.start - 300), shortcode.start),
      text.slice(shortcode.end),
    ];
    const { tag } = shortcode;
    const said = writer.toAsked(tag, before, after) ?? writer.toCounted(tag, before, after) ?? writer.toSingle(tag);
    texts.set(shortcode, said);
  }
  return { texts, hidden };
}

function lineEnds(text: string): string {
  return '\n'.repeat(text.split('\n').length - 1);
}

/**
 * Takes Hugo's shortcodes out of a Markdown text. The inside of a paired one stays, a figure leaves its title and
 * caption, `ref` and `relref` their target, `param` its value, folding ones become `<details>`; the rest goes. Lines
 * keep their numbers, code keeps its text.
 */
export function replaceShortcodes(text: string, context: MarkupContext): string {
  if (!text.includes('{{<') && !text.includes('{{%')) return text;
  const shortcodes = findShortcodes(text, findCode(text));
  const { texts, hidden } = toReplacements(text, shortcodes, context);
  const parts: string[] = [];
  let from = 0;
  for (const shortcode of shortcodes) {
    if (shortcode.start < from) continue;
    parts.push(text.slice(from, shortcode.start));
    const whole = hidden.find(({ start }) => start === shortcode.start);
    from = whole?.end ?? shortcode.end;
    parts.push((whole === undefined ? (texts.get(shortcode) ?? '') : '') + lineEnds(text.slice(shortcode.start, from)));
  }
  parts.push(text.slice(from));
  return parts.join('');
}

function isInHeading(text: string, offset: number): boolean {
  return /^ {0,3}#/.test(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset + 1));
}

/**
 * Drops the attributes of Goldmark and of Python-Markdown: `{.button}` on a line below a paragraph or a table, and
 * `{ .card }` at the end of one. What holds an id stays, and what stands in a heading.
 */
export function dropBlockAttributes(text: string): string {
  if (!/\{\s*[.\w]/.test(text)) return text;
  return replaceOutsideCode(
    text,
    /(?:^[ \t]*|(?<=\S)(?<!^[ \t]*:{3,}) )\{\s*(?:\.[\w-]+|[\w-]+=(?:"[^"\n]*"|[^\s"{}]+))(?:\s+(?:[.#][\w-]+|[\w-]+=(?:"[^"\n]*"|[^\s"{}]+)))*\s*\}[ \t]*$/gm,
    ({ 0: whole, index }) => (isInHeading(text, index) ? whole : ''),
  );
}
