// Markdown (the native `markdown` block) -> text nodes, by way of mdast; raw HTML stays text, images become links. Pure.
import type { List, Nodes, PhrasingContent, Root, RootContent, Table } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { toEmoji } from './emoji.ts';
import { toSafeUrl } from './safe-url.ts';
import type { Align, Inline, ListItem, TextNode } from './text-node.ts';

const parser = unified().use(remarkParse).use(remarkGfm);
const kinds = { strong: 'strong', emphasis: 'emphasis', delete: 'strike' } as const;

function toText(value: string): readonly Inline[] {
  const shown = value.replace(/:([a-z0-9_+-]+):/g, (typed, name: string) => toEmoji(name) ?? typed);
  return shown.split('\n').flatMap((line, index): readonly Inline[] => {
    const words: Inline = { kind: 'text', text: line };
    return index === 0 ? [words] : [{ kind: 'break' }, words];
  });
}

function toLink(address: string, children: readonly Inline[]): readonly Inline[] {
  const url = toSafeUrl(address);
  return url === null ? children : [{ kind: 'link', url, children }];
}

type Definitions = ReadonlyMap<string, string>;

function toInline(node: PhrasingContent, definitions: Definitions): readonly Inline[] {
  switch (node.type) {
    case 'text':
      return toText(node.value);
    case 'strong':
    case 'emphasis':
    case 'delete':
      return [{ kind: kinds[node.type], children: toInlines(node.children, definitions) }];
    case 'inlineCode':
      return [{ kind: 'code', text: node.value }];
    case 'break':
      return [{ kind: 'break' }];
    case 'link':
      return toLink(node.url, toInlines(node.children, definitions));
    case 'linkReference':
      return toLink(definitions.get(node.identifier) ?? '', toInlines(node.children, definitions));
    case 'image':
      return toLink(node.url, [{ kind: 'text', text: node.alt ?? 'image' }]);
    case 'imageReference':
      return toLink(definitions.get(node.identifier) ?? '', [{ kind: 'text', text: node.alt ?? 'image' }]);
    case 'html':
      return [{ kind: 'text', text: node.value }];
    case 'footnoteReference':
      return [{ kind: 'text', text: `[${node.label ?? node.identifier}]` }];
  }
}

function toInlines(nodes: readonly PhrasingContent[], definitions: Definitions): readonly Inline[] {
  return nodes.flatMap((node) => toInline(node, definitions));
}

function toTable(table: Table, definitions: Definitions): TextNode {
  const [head, ...rows] = table.children.map((row) =>
    row.children.map((cell) => toInlines(cell.children, definitions)),
  );
  const align = (table.align ?? []).map((side): Align => side ?? null);
  return { kind: 'table', align, head: head ?? [], rows };
}

function toList(list: List, definitions: Definitions): TextNode {
  const items = list.children.map(
    (item): ListItem => ({
      checked: item.checked ?? null,
      children: item.children.flatMap((child) => toNodes(child, definitions)),
    }),
  );
  return { kind: 'list', ordered: list.ordered === true, start: list.start ?? 1, items };
}

/** A block's nodes; none for what shows nothing (definitions). */
function toNodes(node: RootContent, definitions: Definitions): readonly TextNode[] {
  if (node.type === 'paragraph' || node.type === 'heading')
    return [{ kind: node.type, children: toInlines(node.children, definitions) }];
  if (node.type === 'blockquote')
    return [{ kind: 'quote', children: node.children.flatMap((child) => toNodes(child, definitions)) }];
  if (node.type === 'code') return [{ kind: 'code-block', text: node.value }];
  if (node.type === 'list') return [toList(node, definitions)];
  if (node.type === 'table') return [toTable(node, definitions)];
  if (node.type === 'thematicBreak') return [{ kind: 'rule' }];
  if (node.type === 'html') return [{ kind: 'paragraph', children: [{ kind: 'text', text: node.value }] }];
  if (node.type === 'footnoteDefinition') return node.children.flatMap((child) => toNodes(child, definitions));
  return [];
}

function readDefinitions(root: Root): Definitions {
  const found = new Map<string, string>();
  const visit = (node: Nodes): void => {
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node.url);
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(root);
  return found;
}

/** A Markdown text as nodes. Never fails: Markdown has no wrong text. */
export function parseMarkdown(text: string): readonly TextNode[] {
  const root = parser.parse(text);
  const definitions = readDefinitions(root);
  return root.children.flatMap((node) => toNodes(node, definitions));
}
