// Hugo's shortcodes taken out of a text: what they say stays, what they do goes. Pure.
import { findCode, type Span } from '../markup/find-code.ts';
import { parseTag, type Tag } from '../markup/parse-tag.ts';

interface Shortcode extends Span {
  readonly tag: Tag;
  readonly role: 'open' | 'close' | 'escaped';
}

/** Paired shortcodes that open and close like `<details>`; the title is the question. */
const foldable =
  /^(details|expand|expander|collapse|collapsible|accordion(-?item)?|dropdown|toggle|spoiler|faq(-?item)?|question|qa)$/i;
const titles = ['summary', 'question', 'title', 'header', 'heading', 'label', 'q'];

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
  return { start, end: end + 3, role, tag: parseTag(inside.replace(/^\//, '').replace(/\/$/, '')) };
}

function findShortcodes(text: string, code: readonly Span[]): readonly Shortcode[] {
  const found: Shortcode[] = [];
  let from = 0;
  for (const { index } of text.matchAll(/\{\{[<%]/g)) {
    if (index < from || code.some((span) => span.start <= index && index < span.end)) continue;
    const shortcode = readShortcode(text, index);
    if (shortcode === null) continue;
    found.push(shortcode);
    from = shortcode.end;
  }
  return found;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function toSingle({ name, positional, named }: Tag): string {
  if (name === 'ref' || name === 'relref') return named.get('path') ?? positional[0] ?? '';
  const caption = [named.get('title'), named.get('caption')].filter((text) => text !== undefined && text !== '');
  return name === 'figure' || named.has('caption') ? caption.join(': ') : '';
}

function toOpening({ name, positional, named }: Tag): string {
  if (name === 'highlight') return `\`\`\`${positional[0] ?? ''}`;
  if (!foldable.test(name)) return named.has('caption') ? toSingle({ name, positional, named }) : '';
  const title = titles.map((key) => named.get(key)).find((text) => text !== undefined) ?? positional[0] ?? '';
  return title === '' ? '' : `<details><summary>${escapeHtml(title)}</summary>`;
}

/** Pairs each closing shortcode with the nearest open one of its name; gives a text for each shortcode. */
function toReplacements(shortcodes: readonly Shortcode[]): ReadonlyMap<Shortcode, string> {
  const texts = new Map<Shortcode, string>();
  const open: Shortcode[] = [];
  for (const shortcode of shortcodes) {
    const { tag, role } = shortcode;
    texts.set(shortcode, role === 'open' ? toSingle(tag) : '');
    if (role === 'open') open.push(shortcode);
    if (role !== 'close') continue;
    const partner = open.findLastIndex((earlier) => earlier.tag.name === tag.name);
    const opening = open[partner];
    if (opening === undefined) continue;
    open.splice(partner);
    const text = toOpening(opening.tag);
    texts.set(opening, text);
    texts.set(shortcode, tag.name === 'highlight' ? '```' : text.startsWith('<details>') ? '</details>' : '');
  }
  return texts;
}

/**
 * Takes Hugo's shortcodes out of a Markdown text. The inside of a paired one stays, a figure leaves its title and
 * caption, `ref` and `relref` their target, folding ones become `<details>`; the rest goes. Lines keep their numbers,
 * code keeps its text.
 */
export function replaceShortcodes(text: string): string {
  if (!text.includes('{{<') && !text.includes('{{%')) return text;
  const shortcodes = findShortcodes(text, findCode(text));
  const replacements = toReplacements(shortcodes);
  let result = '';
  let from = 0;
  for (const shortcode of shortcodes) {
    const lineEnds = '\n'.repeat(text.slice(shortcode.start, shortcode.end).split('\n').length - 1);
    result += text.slice(from, shortcode.start) + (replacements.get(shortcode) ?? '') + lineEnds;
    from = shortcode.end;
  }
  return result + text.slice(from);
}
