// Text inside a paragraph: its plain text, its lines, and parts of it cut out with their formatting. Pure.
import type { Element, ElementContent, RootContent, Text } from 'hast';

/** True for an element; with names: for an element of one of these names. */
export function isElement<Name extends string = string>(
  node: RootContent | undefined,
  ...names: readonly Name[]
): node is Element & { tagName: Name } {
  return node?.type === 'element' && (names.length === 0 || names.some((name) => name === node.tagName));
}

/** Plain text of nodes, white space as it stands; an image speaks by its alternative text. */
export function toText(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value;
      if (node.type !== 'element') return '';
      if (node.tagName === 'br') return '\n';
      if (node.tagName === 'img') return String(node.properties['alt'] ?? '');
      return /^(script|style|template|svg)$/.test(node.tagName) ? '' : toText(node.children);
    })
    .join('');
}

/** Line on which a node begins; 0 where it is not known. Nodes that the HTML parser made up have none. */
export function lineOf(node: ElementContent): number {
  const line = node.position?.start?.line;
  if (line !== undefined) return line;
  return node.type === 'element' ? (node.children.map(lineOf).find((each) => each > 0) ?? 0) : 0;
}

/** Plain text on one line. */
export function toLine(nodes: readonly ElementContent[]): string {
  return toText(nodes).replace(/\s+/gu, ' ').trim();
}

/** The part of the nodes between two offsets of their plain text, formatting kept. */
export function sliceText(
  nodes: readonly ElementContent[],
  start: number,
  end = Number.POSITIVE_INFINITY,
): ElementContent[] {
  const result: ElementContent[] = [];
  let at = 0;
  for (const node of nodes) {
    const length = toText([node]).length;
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, length);
    if (length === 0 ? at >= start && at <= end : from < to) {
      if (node.type === 'text') result.push({ ...node, value: node.value.slice(from, to) });
      else if (
        node.type !== 'element' ||
        node.tagName === 'br' ||
        node.tagName === 'img' ||
        (from === 0 && to === length)
      )
        result.push(node);
      else result.push({ ...node, children: sliceText(node.children, from, to) });
    }
    at += length;
  }
  return result;
}

/** One line of a paragraph, as its author broke it. */
export interface PhrasingLine {
  readonly nodes: readonly ElementContent[];
  /** Line of the text that was parsed; 0 where it is not known. */
  readonly line: number;
  /** What parts it from the line above: a line end in the source, or a hard break. */
  readonly breakBefore: readonly ElementContent[];
}

function splitTextNode(node: Text): readonly Text[] {
  return node.value.split('\n').map((value) => ({ type: 'text', value }));
}

/** Splits a paragraph's children at its line ends and hard breaks. `line`: the line on which the paragraph begins. */
export function splitLines(children: readonly ElementContent[], line: number): readonly PhrasingLine[] {
  const lines: { nodes: ElementContent[]; line: number; breakBefore: ElementContent[] }[] = [];
  let current = { nodes: [] as ElementContent[], line, breakBefore: [] as ElementContent[] };
  let count = line;
  const next = (separator: ElementContent): void => {
    lines.push(current);
    current = { nodes: [], line: count, breakBefore: [separator] };
  };
  for (const child of children) {
    if (isElement(child, 'br')) {
      next(child);
    } else if (child.type === 'text') {
      for (const [index, part] of splitTextNode(child).entries()) {
        if (index > 0) count += 1;
        const isAfterBreak =
          index === 1 && current.nodes.length === 0 && current.breakBefore.some((node) => isElement(node, 'br'));
        if (isAfterBreak) current.line = count;
        else if (index > 0) next({ type: 'text', value: '\n' });
        if (part.value !== '') current.nodes.push(part);
      }
    } else {
      current.nodes.push(child);
      count += toText([child]).split('\n').length - 1;
    }
  }
  lines.push(current);
  return lines.filter(({ nodes }) => nodes.length > 0);
}

/** The lines put together again, their breaks between them. */
export function joinLines(lines: readonly PhrasingLine[]): ElementContent[] {
  return lines.flatMap(({ nodes, breakBefore }, index) => (index === 0 ? nodes : [...breakBefore, ...nodes]));
}

/** Nodes without those elements, however deep, that a test tells. */
export function withoutElements(
  nodes: readonly ElementContent[],
  isOut: (node: Element) => boolean,
): readonly ElementContent[] {
  return nodes.flatMap((node): readonly ElementContent[] => {
    if (node.type !== 'element') return [node];
    return isOut(node) ? [] : [{ ...node, children: [...withoutElements(node.children, isOut)] }];
  });
}

/** Nodes without their images. */
export function withoutImages(nodes: readonly ElementContent[]): readonly ElementContent[] {
  return withoutElements(nodes, ({ tagName }) => tagName === 'img');
}
