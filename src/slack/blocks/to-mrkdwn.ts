// Markdown as mrkdwn, for where Slack has no markdown block: modals, App Home, unfurls. Edge.
// https://docs.slack.dev/messaging/formatting-message-text
import type { List, Nodes, Parents, PhrasingContent, Root, TableRow } from 'mdast';
import { readTree } from '../../knowledge/markup/read-tree.ts';
import { escapeMrkdwn, toLink } from './mrkdwn.ts';

/** Renders an answer. Nothing in it becomes a live mention: every text is escaped, and only http links are links. */
export function toMrkdwn(markdown: string): string {
  return renderBlocks(readTree(markdown), '\n\n');
}

function renderBlocks(parent: Root | Parents, between: string): string {
  return parent.children
    .map((child) => renderBlock(child))
    .filter((text) => text !== '')
    .join(between);
}

function renderBlock(node: Nodes): string {
  if (node.type === 'paragraph') return renderInline(node.children);
  if (node.type === 'heading') return `*${renderInline(node.children)}*`;
  if (node.type === 'list') return renderList(node);
  if (node.type === 'code') return `\`\`\`\n${escapeMrkdwn(node.value)}\n\`\`\``;
  if (node.type === 'blockquote') return renderBlocks(node, '\n').replace(/^/gm, '> ');
  if (node.type === 'table') return node.children.map(renderRow).join('\n');
  return node.type === 'thematicBreak' ? '———' : '';
}

function renderRow(row: TableRow): string {
  return row.children.map((cell) => renderInline(cell.children)).join(' | ');
}

function renderList(list: List): string {
  return list.children
    .map((item, place) => {
      const mark = list.ordered === true ? `${(list.start ?? 1) + place}.` : '•';
      return `${mark} ${renderBlocks(item, '\n').replaceAll('\n', '\n    ')}`;
    })
    .join('\n');
}

function renderInline(nodes: readonly PhrasingContent[]): string {
  return nodes.map(renderPhrase).join('');
}

function renderPhrase(node: PhrasingContent): string {
  switch (node.type) {
    case 'text':
      return escapeMrkdwn(node.value);
    case 'strong':
      return `*${renderInline(node.children)}*`;
    case 'emphasis':
      return `_${renderInline(node.children)}_`;
    case 'delete':
      return `~${renderInline(node.children)}~`;
    case 'inlineCode':
      return `\`${escapeMrkdwn(node.value)}\``;
    case 'break':
      return '\n';
    case 'link':
      return toLink(node.url, toPlain(node.children));
    case 'image':
      return toLink(node.url, node.alt ?? '');
    case 'html':
    case 'footnoteReference':
    case 'imageReference':
    case 'linkReference':
      return '';
  }
}

/** A link's label: mrkdwn has no styles in it. */
function toPlain(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) => ('value' in node ? node.value : 'children' in node ? toPlain(node.children) : ''))
    .join('');
}
