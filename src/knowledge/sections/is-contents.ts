// Tells a table of contents from an answer. Pure.
import type { Element, ElementContent } from 'hast';
import { isNameOfLinks } from './is-question-note.ts';
import { isElement, toLine } from './phrasing.ts';
import { isAsking } from './read-question.ts';

const names =
  /^(table of contents?|contents?|toc|on this page|in this (page|document|article|post|faq)|index|overview of questions|questions|jump to|quick links|navigation|outline|inhalt(?:sverzeichnis)?|sommaire|table des mati[eè]res|(?:tabla de )?contenidos?|[ií]ndice|conte[uú]do|sum[aá]rio|inhoud(?:sopgave)?|spis treści|оглавление|содержание|目次|目录|目錄|목차)\W*$/i;

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

/** Tells links into this page, however they say it: `#pay`, `/faq/#pay`. */
export type IsInside = (href: string) => boolean;

function pointsInside(link: Element, isInside: IsInside): boolean {
  return isInside(String(link.properties['href']));
}

/** An item that is nothing but a link into this page (a group's name above such items is allowed). */
function isContentsItem(item: Element, isInside: IsInside): boolean {
  const links = linksOf(item.children);
  const own = toLine(withoutLists(item.children)).replace(/[^\p{L}\p{N}]/gu, '');
  const linked = toLine(links).replace(/[^\p{L}\p{N}]/gu, '');
  const nested = item.children.filter((child): child is Element => isElement(child, 'ul', 'ol'));
  if (links.length === 0) return nested.length > 0 && nested.every((list) => isContentsList(list, isInside));
  return (
    links.every((link) => pointsInside(link, isInside)) &&
    own.length - linked.length <= 3 &&
    nested.every((list) => isContentsList(list, isInside))
  );
}

function isContentsList(node: ElementContent, isInside: IsInside): boolean {
  if (!isElement(node, 'ul', 'ol')) return false;
  const items = node.children.filter((child): child is Element => isElement(child, 'li'));
  return items.length > 0 && items.every((item) => isContentsItem(item, isInside));
}

function isLinkRow(node: ElementContent, isInside: IsInside): boolean {
  if (!isElement(node, 'p')) return false;
  const links = linksOf(node.children);
  const rest = toLine(node.children).length - toLine(links).length;
  return links.length > 0 && links.every((link) => pointsInside(link, isInside)) && rest <= links.length * 3;
}

/** So many links to other pages below a heading that asks nothing are a way to them, and no answer. */
const manyPages = 2;

/** True for a list of nothing but links to other pages of the site, as the first page of a folder has them. */
function isPageList(node: ElementContent, isPage: IsInside): boolean {
  if (!isElement(node, 'ul', 'ol')) return false;
  const items = node.children.filter((child): child is Element => isElement(child, 'li'));
  return items.length >= manyPages && isContentsList(node, isPage);
}

/** True for a list of which at least half leads elsewhere, where the heading says that it does: one of the items may be no link. */
function isRelatedList(node: ElementContent): boolean {
  if (!isElement(node, 'ul', 'ol')) return false;
  const items = node.children.filter((child): child is Element => isElement(child, 'li'));
  return items.filter((item) => linksOf(item.children).length > 0).length * 2 >= items.length;
}

/** True for a list of nothing but questions: what is asked in an interview, and answered nowhere. */
function isAskingList(node: ElementContent): boolean {
  if (!isElement(node, 'ul', 'ol')) return false;
  const items = node.children.filter((child): child is Element => isElement(child, 'li'));
  return items.length > 1 && items.every((item) => isAsking(toLine(item.children)));
}

/** What tells links into the page, and links to the site's other pages. */
export interface LinkTests {
  readonly isInside: IsInside;
  readonly isPage: IsInside;
}

/** True where blocks are a list of links into this page, with no more than a line above it ("On this page:"). */
export function isContents(heading: string, blocks: readonly ElementContent[], tests: LinkTests): boolean {
  const { isInside, isPage } = tests;
  const said = blocks.filter((block) => toLine([block]) !== '');
  const lists = said.filter((block) => isElement(block, 'ul', 'ol') || isLinkRow(block, isInside));
  const others = said.filter((block) => !lists.includes(block));
  if (lists.length === 0 || others.length > 1) return false;
  if (others.some((block) => toLine([block]).split(' ').length > 15)) return false;
  if (!isAsking(heading) && lists.every((list) => isPageList(list, isPage) || isAskingList(list))) return true;
  if (isNameOfLinks(heading) && lists.every(isRelatedList)) return true;
  // A question with a sentence below it is answered, whatever list follows.
  if (isAsking(heading) && others.some((block) => /[.!。]$/u.test(toLine([block])))) return false;
  return (
    names.test(heading.trim()) || lists.every((list) => isContentsList(list, isInside) || isLinkRow(list, isInside))
  );
}

/** True for a line that only leads back up: `[Back to top](#top)`. */
export function isBackLink(node: ElementContent): boolean {
  if (!isElement(node, 'p')) return false;
  const text = toLine(node.children).toLowerCase();
  const links = linksOf(node.children);
  return (
    links.length === 1 &&
    !/[.!。]$/u.test(text) &&
    links.every((link) => pointsInside(link, (href) => href.startsWith('#'))) &&
    (/\b(top|up|contents|toc)\b|^[^\p{L}\p{N}]*$|^(?:nach oben|zum inhalt|haut de page|volver arriba|arriba|voltar ao topo|наверх|トップへ戻る)\W*$/u.test(
      text,
    ) ||
      names.test(text)) &&
    text.split(' ').length <= 6
  );
}

/** A paragraph without the link back up on its last line. */
export function withoutBackLink(node: ElementContent): ElementContent {
  if (!isElement(node, 'p')) return node;
  const last = node.children.findLastIndex((child) => toLine([child]) !== '');
  const [before, link] = [node.children[last - 1], node.children[last]];
  if (before === undefined || link === undefined || !isElement(link, 'a')) return node;
  const isOnOwnLine = isElement(before, 'br') || (before.type === 'text' && /\n\s*$/.test(before.value));
  return isOnOwnLine && isBackLink({ ...node, children: [link] })
    ? { ...node, children: node.children.slice(0, last) }
    : node;
}
