// Tells a table of contents from an answer. Pure.
import type { Element, ElementContent } from 'hast';
import { isElement, toLine } from './phrasing.ts';

const names =
  /^(table of contents?|contents?|toc|on this page|in this (page|document|article|post|faq)|index|overview of questions|questions|jump to|quick links|navigation|outline)\W*$/i;

function linksOf(nodes: readonly ElementContent[]): readonly Element[] {
  return nodes.flatMap((node) => {
    if (isElement(node, 'ul', 'ol') || node.type !== 'element') return [];
    return node.tagName === 'a' && node.properties['href'] !== undefined ? [node] : linksOf(node.children);
  });
}

function withoutLists(nodes: readonly ElementContent[]): readonly ElementContent[] {
  return nodes.flatMap((node): readonly ElementContent[] => {
    if (isElement(node, 'ul', 'ol')) return [];
    return node.type === 'element' ? [{ ...node, children: [...withoutLists(node.children)] }] : [node];
  });
}

function pointsInside(link: Element): boolean {
  return String(link.properties['href']).startsWith('#');
}

/** An item that is nothing but a link into this page (a group's name above such items is allowed). */
function isContentsItem(item: Element): boolean {
  const links = linksOf(item.children);
  const own = toLine(withoutLists(item.children)).replace(/[^\p{L}\p{N}]/gu, '');
  const linked = toLine(links).replace(/[^\p{L}\p{N}]/gu, '');
  const nested = item.children.filter((child): child is Element => isElement(child, 'ul', 'ol'));
  if (links.length === 0) return nested.length > 0 && nested.every(isContentsList);
  return links.every(pointsInside) && own.length - linked.length <= 3 && nested.every(isContentsList);
}

function isContentsList(node: ElementContent): boolean {
  if (!isElement(node, 'ul', 'ol')) return false;
  const items = node.children.filter((child): child is Element => isElement(child, 'li'));
  return items.length > 0 && items.every(isContentsItem);
}

function isLinkRow(node: ElementContent): boolean {
  if (!isElement(node, 'p')) return false;
  const links = linksOf(node.children);
  const rest = toLine(node.children).length - toLine(links).length;
  return links.length > 0 && links.every(pointsInside) && rest <= links.length * 3;
}

/** True where blocks are a list of links into this page, with no more than a line above it ("On this page:"). */
export function isContents(heading: string, blocks: readonly ElementContent[]): boolean {
  const said = blocks.filter((block) => toLine([block]) !== '');
  const lists = said.filter((block) => isElement(block, 'ul', 'ol') || isLinkRow(block));
  const others = said.filter((block) => !lists.includes(block));
  if (lists.length === 0 || others.length > 1) return false;
  if (others.some((block) => toLine([block]).split(' ').length > 15)) return false;
  return names.test(heading.trim()) || lists.every((list) => isContentsList(list) || isLinkRow(list));
}

/** True for a line that only leads back up: `[Back to top](#top)`. */
export function isBackLink(node: ElementContent): boolean {
  if (!isElement(node, 'p')) return false;
  const text = toLine(node.children).toLowerCase();
  const links = linksOf(node.children);
  return (
    links.length === 1 &&
    links.every(pointsInside) &&
    /\b(top|up|contents|toc)\b|^[^\p{L}\p{N}]*$/u.test(text) &&
    text.split(' ').length <= 6
  );
}
