// Markdown that somebody typed as the Markdown of one answer: no headings, no raw HTML, nothing that would make an entry of its own. Pure.
import type { BlockContent, PhrasingContent, RootContent } from 'mdast';
import { toString as toText } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { isAsking } from '../sections/read-question.ts';
import { readTree } from './read-tree.ts';
import { writeMarkdown } from './write-markdown.ts';

/** Empty where nothing is left. */
export function tidyMarkdown(markdown: string): string {
  const tree = readTree(markdown);
  visit(tree, (node, index, parent) => {
    if (index === undefined || parent === undefined) return undefined;
    const kept = toKept(node as RootContent);
    if (kept.length === 1 && kept[0] === node) return undefined;
    parent.children.splice(index, 1, ...(kept as typeof parent.children));
    return [SKIP, index];
  });
  return writeMarkdown(tree.children);
}

const dropped = new Set(['html', 'definition', 'footnoteDefinition', 'footnoteReference', 'imageReference', 'yaml']);

/** What stands for a node; itself where it may stay. */
function toKept(node: RootContent): readonly (BlockContent | PhrasingContent | RootContent)[] {
  if (dropped.has(node.type)) return [];
  if (node.type === 'heading') return [{ type: 'paragraph', children: [{ type: 'strong', children: node.children }] }];
  if (node.type === 'strong' || node.type === 'emphasis') return isAsking(toText(node)) ? node.children : [node];
  if (node.type === 'linkReference') return node.children;
  if (node.type === 'link') return /^(?:https?|mailto):/i.test(node.url) ? [node] : node.children;
  if (node.type !== 'image') return [node];
  const label = { type: 'text' as const, value: node.alt || node.url };
  return /^https?:/i.test(node.url) ? [{ type: 'link', url: node.url, children: [label] }] : [];
}
