// An answer as plain text, and cut into passages for the search. Pure.
import type { Nodes, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const reader = unified().use(remarkParse).use(remarkGfm).freeze();
const separate = new Set(['paragraph', 'heading', 'code', 'tableRow', 'thematicBreak', 'listItem', 'blockquote']);

/** A paragraph, list item, table row or code block of an answer as plain text. */
export interface Passage {
  readonly text: string;
  /** What it stands under: the nearest heading or the line above its list, or null. */
  readonly context: string | null;
}

function inlineText(node: Nodes): string {
  if (node.type === 'break') return ' ';
  if (node.type === 'image') return node.alt ?? '';
  if ('value' in node) return node.type === 'html' ? '' : node.value;
  if (node.type === 'tableRow') return node.children.map(inlineText).join(' ');
  return 'children' in node ? node.children.map(inlineText).join('') : '';
}

function lineText(node: Nodes): string {
  const text = inlineText(node);
  return node.type === 'code' ? text : text.replace(/\s+/gu, ' ').trim();
}

function blockTexts(node: Nodes): readonly string[] {
  if (node.type === 'listItem' || node.type === 'blockquote' || !separate.has(node.type)) {
    return 'children' in node ? node.children.flatMap(blockTexts) : [];
  }
  return [lineText(node)];
}

/** Markdown as plain text: one line for each paragraph, item, row; code keeps its lines. Links leave their text. */
export function toPlainText(markdown: string): string {
  return blockTexts(reader.parse(markdown))
    .filter((text) => text !== '')
    .join('\n');
}

function passagesOf(node: RootContent | Root, context: string | null): readonly Passage[] {
  if (!('children' in node)) return node.type === 'code' ? [{ text: node.value, context }] : [];
  if (node.type === 'paragraph' || node.type === 'tableRow') return [{ text: lineText(node), context }];
  const passages: Passage[] = [];
  let under = context;
  for (const child of node.children as readonly RootContent[]) {
    const isLead = child.type === 'heading' || (child.type === 'paragraph' && lineText(child).endsWith(':'));
    if (child.type !== 'heading') passages.push(...passagesOf(child, under));
    if (isLead) under = lineText(child);
    else if (child.type === 'paragraph' && node.type === 'listItem') under = lineText(child);
    else if (child.type === 'paragraph') under = context;
  }
  return passages.filter(({ text }) => text !== '');
}

/** Cuts an answer (Markdown) into passages, in order. */
export function toPassages(markdown: string): readonly Passage[] {
  return passagesOf(reader.parse(markdown), null);
}
