// The questions of a note that have an answer, out of its tree of sections. Pure.
import type { Element, ElementContent } from 'hast';
import { type IsInside, isContents } from './is-contents.ts';
import { isPlaceholder } from './is-placeholder.ts';
import type { NoteSigns } from './is-question-note.ts';
import { lendAnswers } from './lend-answers.ts';
import { nameRepeated } from './name-repeated.ts';
import { isElement, toLine, toText } from './phrasing.ts';
import type { Piece } from './piece.ts';
import { followsUp } from './read-question.ts';

import {
  type AnchorRule,
  asks,
  countAsking,
  endsAnswer,
  isSection,
  type Section,
  type SectionTree,
  toSections,
} from './section.ts';
import { takeEntries } from './take-entries.ts';
import { trimBlocks } from './trim-blocks.ts';
import { introductionWords, isWholeNote, toWholeNote } from './whole-note.ts';

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
  readonly isQuestionNote: boolean;
  /** True where one heading more or less decides that. */
  readonly isNearBorder: boolean;
}

/** What a note says about itself beside its body. */
export interface NoteFrame extends Pick<NoteSigns, 'path' | 'flag' | 'wasOne' | 'isOfWholeSite'> {
  readonly title: string | null;
  /** `question:` of the front matter: the whole note is its answer. */
  readonly question: string | null;
  readonly isInside: IsInside;
  /** Tells links to other pages of the site. */
  readonly isPage: IsInside;
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

function countWords(blocks: readonly ElementContent[]): number {
  return blocks
    .map((block) => toLine([block]))
    .join(' ')
    .split(' ').length;
}

function blockTexts(nodes: readonly ElementContent[]): readonly string[] {
  return nodes.flatMap((node) =>
    isElement(node, 'ul', 'ol')
      ? node.children.map((item) => (item.type === 'element' ? toText([item]).trim() : ''))
      : [toText([node]).trim()],
  );
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

/**
 * Everything that belongs to a section's answer: its own blocks and its deeper parts. A deeper heading that asks is an
 * entry of its own and no part of it, unless it asks about the answer itself ("Why not?"); a question that is no heading
 * ends it.
 */
function answerOf(section: Section, isFollowed: boolean): readonly ElementContent[] {
  const parts: ElementContent[] = [];
  for (const part of section.body) {
    if (!isSection(part)) parts.push(part);
    else if (endsAnswer(part)) {
      if (part.opening.style !== 'summary') return trimBlocks(parts, true);
    } else if (!asks(part.opening) || followsUp(part.opening.question)) {
      const inside = answerOf(part, false);
      if (inside.length > 0 && !isPlaceholder(blockTexts(inside))) parts.push(headingNode(part), ...inside);
    }
  }
  return trimBlocks(parts, isFollowed);
}

/** A folded question holds all that is folded into it, and a note all of its text, also where that is nothing but questions. */
function foldedOf(section: Section): readonly ElementContent[] {
  return section.body.flatMap((part) => (isSection(part) ? [headingNode(part), ...foldedOf(part)] : [part]));
}

function wholeAnswerOf(section: Section, isFollowed: boolean): readonly ElementContent[] {
  const answer = answerOf(section, isFollowed);
  return answer.length === 0 && (section.opening.style === 'summary' || isWholeNote(section))
    ? trimBlocks(foldedOf(section), isFollowed)
    : answer;
}

/** A section, whether a question that is no heading comes right after all that belongs to it, and whether it asks or stands below what asks. */
export interface Placed {
  readonly section: Section;
  readonly isFollowed: boolean;
  readonly isPart: boolean;
  /** The sections that stand beside it, below the same heading. */
  readonly beside: readonly Section[];
  /** The heading that it stands below, or null. */
  readonly parent: Section | null;
}

/**
 * What a section stands below: an entry that asks, folds, or stands among headings that ask takes what does not ask into its
 * answer, any other only what folds.
 */
type Below = 'nothing' | 'text' | 'question';

/** True for a heading above nothing but one part that folds and asks nothing: "I lost my ticket" above "Show". */
function holdsOnlyFolded({ opening, body }: Section): boolean {
  const [part, ...others] = body.filter(isSection);
  return (
    opening.style === 'heading' && part?.opening.style === 'summary' && others.length === 0 && countAsking([part]) === 0
  );
}

/** True where a heading asks nothing and stands above several parts that fold: there a heading above a single one is a group, too. */
function gathersFolded(sections: readonly Section[]): boolean {
  return sections.some((section) => {
    const parts = section.body.filter(isSection);
    const folded = parts.filter(({ opening }) => opening.style === 'summary');
    const isGroup = folded.length > 1 && !asks(section.opening) && ownBlocks(section).length === 0;
    return isGroup || gathersFolded(parts);
  });
}

/** True for a heading in the words of who asks: "I'm having trouble with my files". */
function speaksOfAsker(heading: string): boolean {
  return /^(?:help\P{L}+)?(?:i|i['’](?:m|ve)|my) /iu.test(heading);
}

/** Finds the entries of one note. */
class QuestionCollector {
  readonly #frame: Pick<NoteFrame, 'isInside' | 'isPage'>;
  readonly #gathersFolded: boolean;
  /** What `hasAnswer` said: it is asked several times of each section. */
  #answered = new Map<Section, boolean>();
  #title: Section | null = null;
  #whole: Section | null = null;

  constructor(frame: Pick<NoteFrame, 'isInside' | 'isPage'>, sections: readonly Section[]) {
    this.#frame = frame;
    this.#gathersFolded = gathersFolded(sections);
  }

  /** What stands for the whole note asks, with a question mark or without one. */
  #asks(section: Section): boolean {
    return section === this.#whole || asks(section.opening);
  }

  /** A heading right above another one says nothing itself, unless it asks; a folded question holds all that is folded into it. */
  hasAnswer(section: Section): boolean {
    const known = this.#answered.get(section);
    if (known !== undefined) return known;
    const own = ownBlocks(section);
    const isWhole = this.#asks(section) || (own.length === 0 && !this.#gathersFolded && holdsOnlyFolded(section));
    const blocks = isWhole ? wholeAnswerOf(section, false) : own;
    const isAnswered =
      blocks.length > 0 && !isContents(section.opening.text, blocks, this.#frame) && !isPlaceholder(blockTexts(blocks));
    this.#answered.set(section, isAnswered);
    return isAnswered;
  }

  /** A heading that only gathers questions, with a word of introduction above them. */
  isGroup(section: Section): boolean {
    if (section.opening.style !== 'heading' || section === this.#whole) return false;
    const children = section.body.filter(isSection).filter((child) => this.hasAnswer(child));
    const asking = children.filter((child) => child.opening.style !== 'heading' || asks(child.opening));
    const isMost = asking.length >= 2 && asking.length * 2 > children.length;
    if (!isMost || (asks(section.opening) && section.opening.level !== 1)) return false;
    const blocks = ownBlocks(section);
    const isProse = blocks.every((block) => isElement(block, 'p', 'blockquote', 'hr'));
    return isProse && countWords(blocks) <= introductionWords;
  }

  /** The leading H1 above deeper parts is the note's title, unless it asks and is answered itself or is one of many. */
  findTitle(sections: readonly Section[]): Section | null {
    const first = sections.find(({ opening }) => opening.style === 'heading');
    if (first === undefined || first !== sections[0] || first.opening.level !== 1) return null;
    const parts = first.body.filter(isSection);
    if (parts.length === 0) return null;
    const others = sections.slice(1).filter(({ opening }) => opening.level === 1);
    if (!asks(first.opening)) return first;
    if (others.some(({ opening }) => asks(opening))) return null;
    if (!this.hasAnswer(first)) return first;
    return countAsking(parts) >= 2 && countWords(ownBlocks(first)) <= introductionWords ? first : null;
  }

  /** `whole`: the one section that stands for the whole note, or null. */
  collect(sections: readonly Section[], title: Section | null, whole: Section | null): readonly Placed[] {
    this.#title = title;
    this.#whole = whole;
    this.#answered = new Map();
    return this.#flatten(sections, null, undefined, 'nothing').filter(
      ({ section }) => section !== title && this.hasAnswer(section) && !this.isGroup(section),
    );
  }

  #flatten(
    sections: readonly Section[],
    parent: Section | null,
    after: Section | undefined,
    below: Below,
  ): readonly Placed[] {
    const isAskingLevel = sections.filter((each) => this.#asks(each)).length * 2 >= sections.length;
    return sections.flatMap((section, index) => {
      const next = sections[index + 1] ?? after;
      const isFollowed = next !== undefined && next.opening.style !== 'heading';
      const isAsked = this.#asks(section);
      const isFolded = section.opening.style === 'summary';
      const isOwn = isAsked && !(below === 'question' && followsUp(section.opening.question));
      const isPart = !isOwn && !endsAnswer(section) && (below === 'question' || (below === 'text' && isFolded));
      const isAnswered = section !== this.#title && (isPart || (this.hasAnswer(section) && !this.isGroup(section)));
      const inside: Below = !isAnswered
        ? 'nothing'
        : isAsked || isFolded || isAskingLevel || below === 'question' || speaksOfAsker(section.opening.question)
          ? 'question'
          : 'text';
      return [
        { section, isFollowed, isPart, beside: sections, parent: parent === this.#title ? null : parent },
        ...this.#flatten(section.body.filter(isSection), section, next, inside),
      ];
    });
  }
}

/** Finds the questions of a note and their answers, in reading order. */
export function collectQuestions(pieces: readonly Piece[], rule: AnchorRule, frame: NoteFrame): NoteQuestions {
  const whatStands = toSections(pieces, rule);
  const tree = { ...whatStands, sections: lendAnswers(whatStands.sections) };
  const collector = new QuestionCollector(frame, tree.sections);
  const heading = collector.findTitle(tree.sections);
  const whole = toWholeNote(tree, heading, frame);
  const sections = whole === null ? tree.sections : [whole];
  const title = whole === null ? heading : null;
  const placed = collector.collect(sections, title, whole).filter(({ isPart }) => !isPart);
  const { entries, ...counts } = takeEntries(placed, whole, {
    ...frame,
    title: frame.title ?? heading?.opening.question ?? null,
  });
  const names = nameRepeated(entries);
  const questions = entries.map(({ section, isFollowed }) => ({
    question: names.get(section) ?? section.opening.question,
    anchor: section.anchor,
    nearestAnchor: section.nearestAnchor,
    answer: wholeAnswerOf(section, isFollowed),
    line: section.opening.line,
  }));
  return {
    title: heading?.opening.question ?? null,
    questions,
    names: tree.names,
    ...counts,
  };
}
