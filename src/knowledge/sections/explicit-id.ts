// Ids that a note's author gave by hand. Pure.
import type { Element, ElementContent } from 'hast';
import { isElement, lineOf, sliceText, toText } from './phrasing.ts';
import type { AnchorPiece } from './piece.ts';

function ownId(element: Element): string | null {
  const { id, name } = element.properties;
  const given = typeof id === 'string' && id !== '' ? id : element.tagName === 'a' ? name : null;
  return typeof given === 'string' && given !== '' ? given : null;
}

/** Id of the part that an element opens: `<a data-toggle="collapse" href="#fee">`. It stands right below. */
export function openedId({ properties }: Element): string | null {
  const { dataToggle, dataBsToggle, dataTarget, dataBsTarget, href } = properties;
  if (dataToggle !== 'collapse' && dataBsToggle !== 'collapse') return null;
  const target = [dataTarget, dataBsTarget, href].find((each) => typeof each === 'string' && /^#\S+$/.test(each));
  return target === undefined ? null : String(target).slice(1);
}

function collectIds(nodes: readonly ElementContent[], read: (element: Element) => string | null): readonly string[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'element') return [];
    const id = read(node);
    return [...(id === null ? [] : [id]), ...collectIds(node.children, read)];
  });
}

/** Ids of an element and of what it holds, outermost first; before them those of the parts that they open. */
export function findIds(nodes: readonly ElementContent[]): readonly string[] {
  return [...collectIds(nodes, openedId), ...collectIds(nodes, ownId)];
}

/** The places that an element itself marks, without what it holds. */
export function toAnchors(node: Element): readonly AnchorPiece[] {
  const ids = findIds([{ ...node, children: [] }]);
  return ids.map((id) => ({ kind: 'anchor', id, line: lineOf(node), isAttributeList: false }));
}

/** True for an element that only marks a place: `<a id="x"></a>`, `<span id="x"></span>`. */
export function isPlaceMark(node: ElementContent): node is Element {
  return (
    isElement(node, 'a', 'span') &&
    ownId(node) !== null &&
    toText(node.children).trim() === '' &&
    !('href' in node.properties)
  );
}

/** The id in `{#id .class}`, `{: #id}` or `{:#id}`; null where the list holds none. */
export function idOfAttributeList(text: string): string | null {
  return /#([^\s}"'#]+)/.exec(text.replace(/"[^"]*"|'[^']*'/g, ''))?.[1] ?? null;
}

/** `(label)=`, as MyST marks the place below; the id as Sphinx makes it from the label. */
export function idOfLabel(text: string): string | null {
  const label = /^\(([^\s()]+)\)=$/.exec(text.trim())?.[1];
  return label === undefined
    ? null
    : label
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '') || null;
}

// Each attribute ends at white space or at the brace: else a long run of `#a#a#a` could be read in countless ways.
const attributeList = /\s*\{:?\s*(?:(?:[#.][^\s{}]+|[\w-]+=(?:"[^"]*"|'[^']*'|[^\s{}]+))(?=[\s}])\s*)+\}\s*$/;

/** A heading's content without the attribute list at its end, and the id in that list. */
export function splitAttributeList(nodes: readonly ElementContent[]): {
  readonly nodes: readonly ElementContent[];
  readonly id: string | null;
} {
  const text = toText(nodes);
  const found = attributeList.exec(text);
  if (found === null || found.index === text.length) return { nodes, id: null };
  return { nodes: sliceText(nodes, 0, found.index), id: idOfAttributeList(found[0]) };
}

/** True where a line of a paragraph is an attribute list of kramdown and nothing else. */
export function isAttributeLine(text: string): boolean {
  return /^\{:[^{}]*\}$/.test(text.trim());
}

/** A link to the heading itself (`#`, `¶`, an icon), as pages show it beside a heading: its id, and the rest. */
export function splitSelfLinks(nodes: readonly ElementContent[]): {
  readonly nodes: readonly ElementContent[];
  readonly ids: readonly string[];
} {
  const isSelfLink = (node: ElementContent): boolean =>
    isElement(node, 'a') &&
    String(node.properties['href'] ?? '').startsWith('#') &&
    !/[\p{L}\p{N}]/u.test(toText([node]));
  const ids = nodes
    .filter(isSelfLink)
    .map((node) => (node.type === 'element' ? String(node.properties['href']).slice(1) : ''));
  return { nodes: nodes.filter((node) => !isSelfLink(node)), ids: ids.filter((id) => id !== '') };
}
