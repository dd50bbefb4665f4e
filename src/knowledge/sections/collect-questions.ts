// The questions of a note that have an answer, out of its tree of sections. Pure.
import type { Element, ElementContent } from 'hast';
import { isBackLink, isContents } from './is-contents.ts';
import { isPlaceholder } from './is-placeholder.ts';
import { isElement, toLine, toText } from './phrasing.ts';
import type { Piece } from './piece.ts';
import { boldLine, isAsking } from './read-question.ts';
import { type AnchorRule, endsAnswer, isSection, type Section, type SectionTree, toSections } from './section.ts';

/** A question with its answer's blocks, not yet written as Markdown. */
export interface AnsweredQuestion {
  readonly question: string;
  /** Own anchor, or null. */
  readonly anchor: string | null;
  readonly nearestAnchor: string | null;
  readonly answer: readonly ElementContent[];
  /** Line of the text that was parsed; 0 where it is not known. */
  readonly line: number;
}

/** What the questions of a note are, and what its leading H1 calls it. */
export interface NoteQuestions {
  readonly title: string | null;
  readonly questions: readonly AnsweredQuestion[];
  readonly names: SectionTree['names'];
}

/** A group's introduction is at most this long; a heading with more to say is an entry, whatever stands below it. */
const introductionWords = 60;

function isRule(node: ElementContent): boolean {
  return isElement(node, 'hr');
}

function isPseudoHeading(node: ElementContent): boolean {
  if (!isElement(node, 'p') || boldLine(node.children) === null) return false;
  const text = toLine(node.children);
  return text.split(' ').length <= 8 && !/[.!…]$/u.test(text);
}

function saysNothing(node: ElementContent): boolean {
  return isRule(node) || isBackLink(node) || (toText([node]).trim() === '' && !isElement(node, 'pre', 'table'));
}

/**
 * Blocks without what only parts them from the next entry: rules, links to the top and, where a bold line or the like
 * asks the next question, the bold name of its group.
 */
function trimBlocks(blocks: readonly ElementContent[], isFollowed: boolean): readonly ElementContent[] {
  const kept = blocks.filter((block) => !isBackLink(block));
  const first = kept.findIndex((block) => !saysNothing(block));
  const last = kept.findLastIndex((block) => !saysNothing(block));
  const trimmed = first === -1 ? [] : kept.slice(first, last + 1);
  const end = trimmed.at(-1);
  const isGroupName = isFollowed && trimmed.length > 1 && end !== undefined && isPseudoHeading(end);
  return isGroupName ? trimBlocks(trimmed.slice(0, -1), isFollowed) : trimmed;
}

function isBlockPart(part: ElementContent | Section): part is ElementContent {
  return !isSection(part);
}

function ownBlocks(section: Section): readonly ElementContent[] {
  const child = section.body.findIndex(isSection);
  const blocks = child === -1 ? section.body : section.body.slice(0, child);
  const next = section.body[child];
  return trimBlocks(
    blocks.filter(isBlockPart),
    next !== undefined && isSection(next) && next.opening.style !== 'heading',
  );
}

function blockTexts(nodes: readonly ElementContent[]): readonly string[] {
  return nodes.flatMap((node) =>
    isElement(node, 'ul', 'ol')
      ? node.children.map((item) => (item.type === 'element' ? toText([item]).trim() : ''))
      : [toText([node]).trim()],
  );
}

/** A heading right above another one says nothing itself; a folded question holds all that is folded into it. */
function hasAnswer(section: Section): boolean {
  const isFolded = section.opening.style === 'summary' && isAsking(section.opening.question);
  const blocks = isFolded ? answerOf(section, false) : ownBlocks(section);
  return blocks.length > 0 && !isContents(section.opening.text, blocks) && !isPlaceholder(blockTexts(blocks));
}

/** A heading that only gathers questions, with a word of introduction above them. */
function isGroup(section: Section): boolean {
  if (isAsking(section.opening.question) || section.opening.style !== 'heading') return false;
  const children = section.body.filter(isSection).filter(hasAnswer);
  const asking = children.filter((child) => child.opening.style !== 'heading' || isAsking(child.opening.question));
  const blocks = ownBlocks(section);
  const words = blocks
    .map((block) => toLine([block]))
    .join(' ')
    .split(' ').length;
  const isProse = blocks.every((block) => isElement(block, 'p', 'blockquote', 'hr'));
  return asking.length >= 2 && asking.length * 2 > children.length && isProse && words <= introductionWords;
}

function headingNode({ opening }: Section): Element {
  const tagName = opening.style === 'heading' ? `h${opening.level}` : 'p';
  const children = [...opening.content];
  return opening.style === 'heading'
    ? { type: 'element', tagName, properties: {}, children }
    : {
        type: 'element',
        tagName,
        properties: {},
        children: [{ type: 'element', tagName: 'strong', properties: {}, children }],
      };
}

/** Everything that belongs to a section's answer: its own blocks and its deeper parts, up to the next question. */
function answerOf(section: Section, isFollowed: boolean): readonly ElementContent[] {
  const parts: ElementContent[] = [];
  for (const part of section.body) {
    if (!isSection(part)) parts.push(part);
    else if (endsAnswer(part)) return trimBlocks(parts, true);
    else {
      const inside = answerOf(part, false);
      if (inside.length > 0 && !isPlaceholder(blockTexts(inside))) parts.push(headingNode(part), ...inside);
    }
  }
  return trimBlocks(parts, isFollowed);
}

/** A section and whether a question that is no heading comes right after all that belongs to it. */
interface Placed {
  readonly section: Section;
  readonly isFollowed: boolean;
}

function flatten(sections: readonly Section[], after: Section | undefined): readonly Placed[] {
  return sections.flatMap((section, index) => {
    const next = sections[index + 1] ?? after;
    const isFollowed = next !== undefined && next.opening.style !== 'heading';
    return [{ section, isFollowed }, ...flatten(section.body.filter(isSection), next)];
  });
}

/** The leading H1 above deeper parts is the note's title, unless the note asks all its questions as H1. */
function findTitle(sections: readonly Section[]): Section | null {
  const first = sections.find(({ opening }) => opening.style === 'heading');
  if (first === undefined || first !== sections[0] || first.opening.level !== 1) return null;
  if (!first.body.some(isSection)) return null;
  const others = sections.slice(1).filter(({ opening }) => opening.level === 1);
  const isOneOfMany = isAsking(first.opening.question) && others.some(({ opening }) => isAsking(opening.question));
  return isOneOfMany ? null : first;
}

/** Finds the questions of a note and their answers, in reading order. */
export function collectQuestions(pieces: readonly Piece[], rule: AnchorRule): NoteQuestions {
  const { sections, names } = toSections(pieces, rule);
  const title = findTitle(sections);
  const entries = flatten(sections, undefined).filter(
    ({ section }) => section !== title && hasAnswer(section) && !isGroup(section),
  );
  const questions = entries.map(({ section, isFollowed }) => ({
    question: section.opening.question,
    anchor: section.anchor,
    nearestAnchor: section.nearestAnchor,
    answer: answerOf(section, isFollowed),
    line: section.opening.line,
  }));
  return { title: title?.opening.question ?? null, questions, names };
}
