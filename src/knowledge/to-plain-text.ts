// An answer as plain text, and cut into passages for the search. Pure.
import type { Token } from 'markdown-it';
import { readMarkdown, toTokenBlocks } from './markup/markdown-reader.ts';

/** A paragraph, list item, table row or code block of an answer as plain text. */
export interface Passage {
  readonly text: string;
  /** What it stands under: the nearest heading or the line above its list, or null. */
  readonly context: string | null;
}

/** What an answer is made of. */
type Block =
  | { readonly kind: 'paragraph' | 'heading' | 'row' | 'code'; readonly text: string }
  | { readonly kind: 'item' | 'container'; readonly children: readonly Block[] };

const signs = new Map([
  ['softbreak', '\n'],
  ['hardbreak', ' '],
  ['html_inline', ''],
  ['footnote_ref', ''],
]);

function inlineText(tokens: readonly Token[]): string {
  return tokens
    .map(({ type, content, children }) =>
      type === 'image' ? inlineText(children ?? []) : (signs.get(type) ?? content),
    )
    .join('');
}

/** The words of inline tokens on one line. */
function lineText(tokens: readonly Token[]): string {
  const said = tokens.filter(({ type }) => type === 'inline').map(({ children }) => inlineText(children ?? []));
  return said.join(' ').replace(/\s+/gu, ' ').trim();
}

/** The box of a task is no word of it. */
function withoutBox(blocks: readonly Block[]): readonly Block[] {
  const [first, ...others] = blocks;
  return first?.kind === 'paragraph' ? [{ ...first, text: first.text.replace(/^\[[ xX]\]\s/, '') }, ...others] : blocks;
}

function toBlocks(tokens: readonly Token[]): readonly Block[] {
  return toTokenBlocks(tokens).flatMap(({ token: { type, content }, inner }): readonly Block[] => {
    if (type === 'fence' || type === 'code_block') return [{ kind: 'code', text: content.replace(/\n$/, '') }];
    if (type === 'paragraph_open') return [{ kind: 'paragraph', text: lineText(inner) }];
    if (type === 'heading_open') return [{ kind: 'heading', text: lineText(inner) }];
    if (type === 'tr_open') return [{ kind: 'row', text: lineText(inner) }];
    if (type === 'list_item_open') return [{ kind: 'item', children: withoutBox(toBlocks(inner)) }];
    return inner.length === 0 ? [] : [{ kind: 'container', children: toBlocks(inner) }];
  });
}

function textsOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => ('children' in block ? textsOf(block.children) : [block.text]));
}

/** Markdown as plain text: one line for each paragraph, item, row; code keeps its lines. Links leave their text. */
export function toPlainText(markdown: string): string {
  return textsOf(toBlocks(readMarkdown(markdown)))
    .filter((text) => text !== '')
    .join('\n');
}

function passagesOf(blocks: readonly Block[], context: string | null, isItem: boolean): readonly Passage[] {
  const passages: Passage[] = [];
  let under = context;
  for (const block of blocks) {
    if ('children' in block) passages.push(...passagesOf(block.children, under, block.kind === 'item'));
    else if (block.kind !== 'heading') passages.push({ text: block.text, context: under });
    if (block.kind === 'heading') under = block.text;
    else if (block.kind === 'paragraph') under = isItem || block.text.endsWith(':') ? block.text : context;
  }
  return passages.filter(({ text }) => text !== '');
}

/** Cuts an answer (Markdown) into passages, in order. */
export function toPassages(markdown: string): readonly Passage[] {
  return passagesOf(toBlocks(readMarkdown(markdown)), null, false);
}
