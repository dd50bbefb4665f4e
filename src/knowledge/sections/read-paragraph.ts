// One paragraph as pieces: the questions, answers' marks and anchors in it stand apart from its text. Pure.
import type { Element, ElementContent, RootContent } from 'hast';
import { findIds, idOfAttributeList, idOfLabel, isAttributeLine, isPlaceMark } from './explicit-id.ts';
import { isElement, joinLines, lineOf, type PhrasingLine, splitLines, toLine } from './phrasing.ts';
import type { Doubt, Opening, Piece } from './piece.ts';
import {
  boldLine,
  followsUp,
  hasAnswerMark,
  hasQuestionMark,
  isAsking,
  italicLine,
  readsAsQuestion,
  splitBoldLead,
  splitQuestionLine,
  stripQuestionMark,
} from './read-question.ts';

/** A question that is no heading. */
export function toQuestion(
  style: Opening['style'],
  text: string,
  content: readonly ElementContent[],
  line: number,
  doubt?: Doubt,
): Opening {
  const question = stripQuestionMark(text);
  return {
    kind: 'opening',
    style,
    level: 7,
    text: question,
    typed: question,
    question,
    ids: findIds(content),
    anchored: 'never',
    content,
    line,
    endLine: line,
    ...(doubt === undefined ? {} : { doubt }),
  };
}

/** Which questions a note may write without a heading, beside those that nobody can mistake. */
export interface Forms {
  /** Bold questions carry their answers on the same line. */
  readonly canLead: boolean;
  /** Questions in italics, in lists, in quotations. */
  readonly loose: boolean;
  /** Questions, each of which is a list by itself. */
  readonly lone: boolean;
  /** Bold lines that do not ask, among those that do. */
  readonly statements: boolean;
}

/** A mark where the generator puts a table of contents, and imports of MDX: nothing that a reader sees. */
const saysNothing = /^\[\[?_?toc_?\]?\]$|^import\s.+\sfrom\s+["'].+["'];?$/i;

function isOnlyPlaces(nodes: readonly ElementContent[]): boolean {
  const said = nodes.filter((node) => node.type === 'element' || (node.type === 'text' && node.value.trim() !== ''));
  return said.length > 0 && said.every(isPlaceMark);
}

/** Moves the place marks at a line's end out of it: they stand for what comes next. */
function splitPlaces(nodes: readonly ElementContent[]): {
  readonly before: ElementContent[];
  readonly places: ElementContent[];
} {
  const last = nodes.findLastIndex(
    (node) => !(isPlaceMark(node) || (node.type === 'text' && node.value.trim() === '')),
  );
  return { before: nodes.slice(0, last + 1), places: nodes.slice(last + 1).filter(isPlaceMark) };
}

/** How many bold lines, one below the other, ask one question behind `Q:` in the first of them. */
function countBoldLines(lines: readonly PhrasingLine[]): number {
  const end = lines.findIndex(
    ({ nodes }, index) => boldLine(nodes) === null || hasAnswerMark(nodes) || (index > 0 && hasQuestionMark(nodes)),
  );
  const count = end === -1 ? lines.length : end;
  return count > 1 && isAsking(toLine(lines[count - 1]?.nodes ?? [])) ? count : 1;
}

/** How many lines a question behind `Q:` takes up: up to its question mark, or up to the `A:`. */
function countQuestionLines(lines: readonly PhrasingLine[]): number {
  const [first] = lines;
  if (first === undefined || !hasQuestionMark(first.nodes)) return 1;
  if (/[?？؟]/.test(toLine(first.nodes))) return countBoldLines(lines);
  const answer = lines.findIndex(({ nodes }) => hasAnswerMark(nodes));
  const end = lines.findIndex(({ nodes }) => isAsking(toLine(nodes))) + 1;
  const isCut = lines.slice(1, Math.max(answer, end)).some(({ nodes }) => hasQuestionMark(nodes));
  if (isCut) return 1;
  return answer > 0 && (end === 0 || answer < end) ? answer : Math.max(end, 1);
}

/** Brings a question that its author broke over several lines onto one. */
function joinQuestions(lines: readonly PhrasingLine[]): readonly PhrasingLine[] {
  const joined: PhrasingLine[] = [];
  for (let at = 0; at < lines.length; ) {
    const count = countQuestionLines(lines.slice(at));
    const [first, ...rest] = lines.slice(at, at + count);
    if (first === undefined) break;
    const more = rest.flatMap(({ nodes }): readonly ElementContent[] => [{ type: 'text', value: ' ' }, ...nodes]);
    joined.push({ ...first, nodes: [...first.nodes, ...more] });
    at += count;
  }
  return joined;
}

/** Reads the lines of one paragraph, one after the other. */
class ParagraphReader {
  readonly pieces: Piece[] = [];
  #text: PhrasingLine[] = [];
  readonly #paragraph: Element;
  readonly #forms: Forms;

  constructor(paragraph: Element, forms: Forms) {
    this.#paragraph = paragraph;
    this.#forms = forms;
  }

  #flush(): void {
    const children = joinLines(this.#text);
    this.#text = [];
    if (children.length > 0) this.pieces.push({ kind: 'block', node: { ...this.#paragraph, children } });
  }

  #anchors(nodes: readonly ElementContent[], line: number): void {
    for (const id of findIds(nodes)) this.pieces.push({ kind: 'anchor', id, line, isAttributeList: false });
  }

  #ask(
    style: Opening['style'],
    question: string,
    { nodes, line }: PhrasingLine,
    rest: ElementContent[],
    doubt?: Doubt,
  ): void {
    this.#flush();
    this.pieces.push(toQuestion(style, question, nodes, line, doubt));
    if (rest.length > 0) this.#text.push({ nodes: rest, line, breakBefore: [] });
  }

  #readMark(text: string, { nodes, line }: PhrasingLine): boolean {
    const label = idOfLabel(text);
    if (saysNothing.test(text)) return true;
    if (isOnlyPlaces(nodes)) {
      this.#flush();
      this.#anchors(nodes, line);
      return true;
    }
    if (label === null && !isAttributeLine(text)) return false;
    this.#flush();
    const id = label ?? idOfAttributeList(text);
    if (id !== null) this.pieces.push({ kind: 'anchor', id, line, isAttributeList: label === null });
    return true;
  }

  #readLine(here: PhrasingLine, isFirst: boolean): void {
    const text = toLine(here.nodes);
    const bold = boldLine(here.nodes);
    const lead = this.#forms.canLead ? splitBoldLead(here.nodes) : null;
    if (this.#readMark(text, here)) return;
    if (hasQuestionMark(here.nodes) && stripQuestionMark(text) !== text) {
      const { question, rest } = splitQuestionLine(here.nodes);
      this.#ask('qa', question, here, rest);
    } else if (bold !== null && isAsking(bold) && !followsUp(bold)) this.#ask('bold', bold, here, []);
    else if (lead !== null) this.#ask('bold', lead.question, here, lead.rest);
    else if (isFirst && this.#forms.statements && bold !== null && isStatement(bold))
      this.#ask('bold', bold, here, [], 'statement');
    else if (isFirst && this.#forms.loose && isAsking(italicLine(here.nodes) ?? '') && !followsUp(text))
      this.#ask('bold', text, here, [], 'loose');
    else this.#text.push(here);
  }

  #readWithPlaces(line: PhrasingLine, isFirst: boolean): void {
    const { before, places } = splitPlaces(line.nodes);
    if (before.length === 0) {
      this.#readLine(line, isFirst);
      return;
    }
    const leading = before.findIndex(
      (node) => !(isPlaceMark(node) || (node.type === 'text' && node.value.trim() === '')),
    );
    if (this.#text.length === 0) this.#anchors(before.slice(0, leading), line.line);
    this.#readLine({ ...line, nodes: before }, isFirst);
    if (places.length > 0) this.#flush();
    this.#anchors(places, line.line);
  }

  read(): readonly Piece[] {
    const lines = joinQuestions(splitLines(this.#paragraph.children, lineOf(this.#paragraph)));
    for (const [index, line] of lines.entries()) this.#readWithPlaces(line, index === 0);
    this.#flush();
    return this.pieces;
  }
}

/** A bold line that may be what a reader says: "I lost my ticket.", but not "Note:" or "Important dates". */
function isStatement(text: string): boolean {
  const isSentence = /[.!…。！]$/u.test(text) || readsAsQuestion(stripQuestionMark(text));
  return isSentence && text.split(' ').length >= 3 && text.length <= 200;
}

/** Splits a paragraph into pieces. `forms`: how the note writes its questions. */
export function readParagraph(paragraph: Element, forms: Forms): readonly Piece[] {
  return new ParagraphReader(paragraph, forms).read();
}

/** True where a paragraph begins with a bold question and answers it on the same line. */
export function hasBoldLead(node: ElementContent | undefined): boolean {
  if (!isElement(node, 'p')) return false;
  const first = splitLines(node.children, 0)[0];
  return first !== undefined && splitBoldLead(first.nodes) !== null;
}

/** What a list item says before the blocks that it holds. */
function toParagraph({ children }: Element): ElementContent | undefined {
  const first = children.find((child) => child.type === 'element' || toLine([child]) !== '');
  return isElement(first, 'p') ? first : { type: 'element', tagName: 'p', properties: {}, children };
}

/** The items of a list, all of which begin with a bold question; of any other list none. */
function countItems({ children }: Element): number {
  const items = children.filter((child): child is Element => isElement(child, 'li'));
  return items.every((item) => hasBoldLead(toParagraph(item))) ? items.length : 0;
}

/** Paragraphs and list items that begin with a bold question, wherever they stand in elements that only hold others. */
export function countLeads(nodes: readonly RootContent[]): number {
  return nodes.reduce((count, node) => {
    if (node.type !== 'element') return count;
    if (isElement(node, 'ul', 'ol')) return count + countItems(node);
    const inside = /^(div|section|article|main|details)$/.test(node.tagName) ? countLeads(node.children) : 0;
    return count + (hasBoldLead(node) ? 1 : inside);
  }, 0);
}
