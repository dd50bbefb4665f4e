// Footnotes moved to where they are referred to: a chat has no foot of the page. Pure.
import type { FootnoteDefinition, PhrasingContent, Root, RootContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

function toPhrasing(nodes: readonly RootContent[]): readonly PhrasingContent[] {
  return nodes.flatMap((node): readonly PhrasingContent[] => {
    if (node.type === 'paragraph') return [...node.children, { type: 'text', value: ' ' }];
    return 'children' in node ? toPhrasing(node.children as readonly RootContent[]) : [];
  });
}

function trimEnd(nodes: readonly PhrasingContent[]): readonly PhrasingContent[] {
  const last = nodes.at(-1);
  if (last?.type !== 'text') return nodes;
  const value = last.value.trimEnd();
  return value === '' ? trimEnd(nodes.slice(0, -1)) : [...nodes.slice(0, -1), { type: 'text', value }];
}

/** Puts each footnote's text in brackets behind the word that refers to it, wherever it is defined, and drops the definitions. */
export function inlineFootnotes(root: Root): void {
  const definitions = new Map<string, FootnoteDefinition>();
  visit(root, 'footnoteDefinition', (node, index, parent) => {
    definitions.set(node.identifier, node);
    if (parent === undefined || index === undefined) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  visit(root, 'footnoteReference', (node, index, parent) => {
    if (parent === undefined || index === undefined) return undefined;
    const definition = definitions.get(node.identifier);
    const isInHeading = parent.type === 'heading';
    const text = definition === undefined || isInHeading ? [] : trimEnd(toPhrasing(definition.children));
    const own = text.filter((child) => child.type !== 'footnoteReference');
    const replacement: readonly PhrasingContent[] =
      own.length === 0 ? [] : [{ type: 'text', value: ' (' }, ...structuredClone(own), { type: 'text', value: ')' }];
    parent.children.splice(index, 1, ...replacement);
    return [SKIP, index + replacement.length];
  });
}
