// An answer's blocks without what only parts them from what follows. Pure.
import type { ElementContent } from 'hast';
import { isBackLink, withoutBackLink } from './is-contents.ts';
import { isIdleQuestion } from './is-question-note.ts';
import { isElement, toLine, toText } from './phrasing.ts';
import { boldLine, isAsking } from './read-question.ts';

function isRule(node: ElementContent): boolean {
  return isElement(node, 'hr');
}

function isPseudoHeading(node: ElementContent): boolean {
  if (!isElement(node, 'p') || boldLine(node.children) === null) return false;
  const text = toLine(node.children);
  return text.split(' ').length <= 8 && !/[.!…]$/u.test(text);
}

/** The label of a tab; at the end of an answer it has lost what stood in the tab to the headings there. */
function isTabLabel(node: ElementContent): boolean {
  return isElement(node, 'p') && String(node.properties['className'] ?? '') === 'tab';
}

/** "Still have questions?", as pages close with behind a rule. */
function isCall(node: ElementContent | undefined): boolean {
  return isElement(node, 'p') && isAsking(toLine(node.children)) && isIdleQuestion(toLine(node.children));
}

/** What pages say behind their last rule of themselves or of what follows, and what is no part of the answer above. */
const aside =
  /^[^\p{L}\p{N}]*(?:if you (?:can(?:no|['’])?t|(?:do|could|did)(?: no|n['’])t) (?:find|see)\b.*\b(?:answers?|questions?|looking for|here|listed)\b|(?:have|has|did|could|can)(?:n['’]t| not)? (?:you )?(?:found|find|see)\b.*\b(?:answers?|solutions?|questions?)\b|for (?:any )?(?:other|further|more|additional) (?:questions?|inquiries)\b|the (?:following|next) (?:\w+ )?questions\b|(?:以下|次)の質問)/iu;

/** When a page was changed, as many say at its end. */
const lastChange =
  /^[^\p{L}\p{N}]*(?:(?:this )?(?:page|document|faq)(?: was)?[^\p{L}\p{N}]*)?(?:last (?:updated|modified|revised|edited)|zuletzt (?:aktualisiert|geändert)|dernière mise à jour|última (?:actualización|atualização))(?![\p{L}]).{0,40}$/iu;

/** Links with nothing but signs between them. */
function isLinkRow(node: ElementContent): boolean {
  if (!isElement(node, 'p')) return false;
  const others = node.children.filter((child) => !isElement(child, 'a'));
  return node.children.length - others.length >= 2 && !/[\p{L}\p{N}]/u.test(toText(others));
}

function saysNothing(node: ElementContent): boolean {
  if (isElement(node, 'p') && lastChange.test(toLine(node.children))) return true;
  return isRule(node) || isBackLink(node) || (toText([node]).trim() === '' && !isElement(node, 'pre', 'table'));
}

/** The rule below which an answer says only that: -1 where there is none. */
function findFoot(blocks: readonly ElementContent[]): number {
  return blocks.findIndex((block, at) => {
    if (!isRule(block)) return false;
    const below = blocks.slice(at + 1).filter((each) => !saysNothing(each));
    const isAside = below.length > 0 && below.every((each) => isLinkRow(each) || aside.test(toLine([each])));
    return isAside || isCall(blocks[at + 1]);
  });
}

/**
 * Blocks without what only parts them from the next entry: rules, links to the top and, where a bold line or the like
 * asks the next question, the bold name of its group.
 */
export function trimBlocks(blocks: readonly ElementContent[], isFollowed: boolean): readonly ElementContent[] {
  const foot = findFoot(blocks);
  const kept = (foot === -1 ? blocks : blocks.slice(0, foot))
    .filter((block) => !isBackLink(block))
    .map(withoutBackLink);
  const first = kept.findIndex((block) => !saysNothing(block));
  const last = kept.findLastIndex((block) => !saysNothing(block));
  const trimmed = first === -1 ? [] : kept.slice(first, last + 1);
  const end = trimmed.at(-1);
  const isGroupName =
    trimmed.length > 1 && end !== undefined && ((isFollowed && isPseudoHeading(end)) || isTabLabel(end));
  return isGroupName ? trimBlocks(trimmed.slice(0, -1), isFollowed) : trimmed;
}
