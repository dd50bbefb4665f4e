// Questions that are no headings: in lists, quotations, tables, definitions and marked elements. Pure.
import type { Element, ElementContent } from 'hast';
import { openedId, splitAttributeList } from './explicit-id.ts';
import { callsOn } from './is-question-note.ts';
import { isElement, lineOf, splitLines, toLine, toText } from './phrasing.ts';
import { hasBoldLead } from './read-paragraph.ts';
import { boldLine, hasQuestionMark, isAsking, italicLine, readsAsQuestion, splitBoldLead } from './read-question.ts';

function isHeading(node: ElementContent): boolean {
  return isElement(node, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6');
}

function itemsOf(list: Element): readonly Element[] {
  return list.children.filter((child): child is Element => isElement(child, 'li'));
}

/** What an item holds, without the white space between. */
function insideOf(item: Element): readonly ElementContent[] {
  return item.children.filter((child) => child.type === 'element' || toText([child]).trim() !== '');
}

/** How certainly an item is a question with its answer: `sure` where its form says so, `loose` where only its words do, `marked` where a line in bold or italics does not ask. */
function readItem(
  item: Element,
  isBlock: (node: ElementContent) => boolean,
  canLead: boolean,
): 'sure' | 'loose' | 'marked' | null {
  const inside = insideOf(item);
  const first = inside[0];
  if (first !== undefined && isHeading(first)) return inside.length > 1 ? 'sure' : null;
  const children = isElement(first, 'p') ? first.children : inside.filter((child) => !isBlock(child));
  const lines = splitLines(children, 0);
  const line = lines[0];
  if (line === undefined) return null;
  const bold = boldLine(line.nodes);
  const hasMore = inside.length > (isElement(first, 'p') ? 1 : children.length) || lines.length > 1;
  if (bold !== null && isAsking(bold)) return hasMore ? 'sure' : null;
  if (hasQuestionMark(line.nodes)) return 'sure';
  if (canLead && hasBoldLead({ type: 'element', tagName: 'p', properties: {}, children: [...children] })) return 'sure';
  if (!hasMore) return null;
  if (isAsking(toLine(line.nodes))) return 'loose';
  return bold === null && italicLine(line.nodes) === null ? null : 'marked';
}

/** True for an item whose bold beginning calls on who wants something: one of several ways, `**Want to compare?** See below`. */
function isWay(item: Element): boolean {
  const [first] = insideOf(item);
  return callsOn(splitBoldLead(isElement(first, 'p') ? first.children : item.children)?.question ?? '');
}

/** How certainly a list holds questions: `loose` where only their words say so, `lone` where it is one of them alone. */
export type ListForm = 'sure' | 'loose' | 'lone';

/** A list, all of whose items are questions with their answers; a lone one may have its answer below it. */
export function readQuestionList(
  node: ElementContent,
  isBlock: (node: ElementContent) => boolean,
  canLead: boolean,
): ListForm | null {
  if (!isElement(node, 'ul', 'ol')) return null;
  const items = itemsOf(node);
  const [only] = items.length === 1 ? items : [];
  const forms = items.map((item) => readItem(item, isBlock, canLead || items.length > 1));
  if (only !== undefined && forms[0] === null) return isAsking(toLine(only.children)) ? 'lone' : null;
  if (forms.length === 0 || forms.includes(null) || (items.length > 1 && items.every(isWay))) return null;
  const marked = forms.filter((form) => form === 'marked').length;
  if (marked > 0 && (forms.length <= 2 * marked || forms.length < 3)) return null;
  if (forms.includes('sure')) return 'sure';
  if (marked > 0) return 'loose';
  const isSpaced = items.every((item) => isElement(insideOf(item)[0], 'p'));
  return items.length > 1 || isSpaced ? 'loose' : 'lone';
}

/** A quotation of more characters or sentences says something, and asks nothing, though it may end in a question mark. */
const longestLoose = 200;
const mostSentences = 2;
/** Where each of its sentences asks it may be so many times as long. */
const moreOfQuestions = 2;

function isShort(text: string): boolean {
  const sentences = text.match(/[.!](?=\s)|[。！]/g)?.length ?? 0;
  return text.length <= longestLoose * (sentences === 0 ? moreOfQuestions : 1) && sentences <= mostSentences;
}

/** A quotation that begins with a question as a heading, in bold or behind `Q:` is no quotation; one that is only a question may be none. */
export function readQuestionQuote(node: ElementContent): 'sure' | 'loose' | null {
  if (!isElement(node, 'blockquote')) return null;
  const inside = node.children.filter((child) => child.type === 'element');
  const [first] = inside;
  if (first !== undefined && isHeading(first))
    return isAsking(toLine(splitAttributeList([first]).nodes)) ? 'sure' : null;
  const line = isElement(first, 'p') ? splitLines(first.children, 0)[0] : undefined;
  if (line === undefined) return null;
  const bold = boldLine(line.nodes);
  if (hasQuestionMark(line.nodes) || (bold !== null && isAsking(bold))) return 'sure';
  // An answer behind the next signs, `>>`, says that the bold line above it asks, though its mark was forgotten.
  if (bold !== null && readsAsQuestion(bold) && isElement(inside[1], 'blockquote')) return 'sure';
  const text = isElement(first, 'p') && inside.length === 1 ? toLine(first.children) : '';
  return isAsking(text) && isShort(text) ? 'loose' : null;
}

/** What a quotation of a question holds; its answer is no quotation, though it stands behind further signs. */
export function readQuoted({ children }: Element): readonly ElementContent[] {
  const [, second, ...others] = children.filter((child) => child.type === 'element');
  return isElement(second, 'blockquote') && others.length === 0
    ? children.flatMap((child) => (child === second ? second.children : [child]))
    : children;
}

/** The title of an alert that asks, `> [!faq]- Is it paid?`, and what stands below it; null for any other quotation. */
export function readCallout(
  node: ElementContent,
): { readonly question: ElementContent[]; readonly rest: readonly ElementContent[] } | null {
  if (!isElement(node, 'blockquote')) return null;
  const at = node.children.findIndex((child) => child.type === 'element');
  const first = node.children[at];
  if (!isElement(first, 'p')) return null;
  const [line, ...more] = splitLines(first.children, lineOf(first));
  const mark = line === undefined ? null : /^\s*\[![\w-]+\][+-]?[ \t]*/.exec(toText(line.nodes));
  if (line === undefined || mark === null || !isAsking(toLine(line.nodes))) return null;
  const [lead, ...others] = line.nodes;
  if (lead?.type !== 'text') return null;
  const question: ElementContent[] = [{ ...lead, value: lead.value.slice(mark[0].length) }, ...others];
  const children = more.flatMap(({ nodes }, index): readonly ElementContent[] =>
    index === 0 ? nodes : [{ type: 'text', value: '\n' }, ...nodes],
  );
  const below: readonly ElementContent[] = children.length === 0 ? [] : [{ ...first, children: [...children] }];
  return { question, rest: [...below, ...node.children.slice(at + 1)] };
}

function classesOf(node: Element): string {
  const { className } = node.properties;
  return Array.isArray(className) ? className.join(' ') : '';
}

const questionClass =
  /(^|[\s_-])(question|faq-?q|faq-?title)s?($|[\s_-](?:title|text|head(er|ing)?|button|toggle)($|\s))/i;
const foldingClass = /(^|[\s_-])accordion-(?:title|header|button)s?($|[\s_-](?:title|text|head(er|ing)?)($|\s))/i;

/** What says that an element is a question: its class, `<div class="question">`, or that it folds; a button folds what it asks. */
function readMark(node: Element): 'question' | 'folding' | null {
  const classes = classesOf(node);
  if (questionClass.test(classes)) return 'question';
  if (foldingClass.test(classes)) return 'folding';
  const folds = node.tagName === 'button' || openedId(node) !== null;
  return folds && isAsking(toLine(node.children)) ? 'folding' : null;
}

/** True where the class of an element says that it is a question, whatever its words. */
export function isNamedQuestion(node: Element): boolean {
  return readMark(node) === 'question';
}

/** An element that does the work of a question's heading: `<div class="question">`, `<button>Is it paid?</button>`. */
export function isMarkedQuestion(node: ElementContent): boolean {
  return (
    isElement(node, 'div', 'p', 'span', 'button', 'a', 'strong') &&
    readMark(node) !== null &&
    toLine(node.children) !== '' &&
    !insideOf(node).some(
      (child, _at, all) =>
        isHeading(child) ||
        (isElement(child, 'details', 'div') && openedId(node) === null) ||
        (isElement(child, 'p') && all.length > 1),
    )
  );
}

/** True for a paragraph of nothing but a question that its class or its button marks. */
export function holdsMarkedQuestion({ children }: Element): boolean {
  const said = children.filter((child) => toText([child]).trim() !== '');
  return said.length === 1 && said.every(isMarkedQuestion);
}

/** The terms of a definition list that asks, each with its definition; null for any other. */
export function readDefinitions(
  node: ElementContent,
): readonly { readonly term: Element; readonly definition: readonly ElementContent[] }[] | null {
  if (!isElement(node, 'dl')) return null;
  const parts = node.children
    .flatMap((child) => (isElement(child, 'div') ? child.children : [child]))
    .filter((child): child is Element => isElement(child, 'dt', 'dd'));
  const pairs: { term: Element; definition: ElementContent[] }[] = [];
  for (const part of parts) {
    if (part.tagName === 'dt') pairs.push({ term: part, definition: [] });
    else pairs.at(-1)?.definition.push(...part.children);
  }
  const asking = pairs.filter(({ term }) => isAsking(toLine(term.children)) || hasQuestionMark(term.children));
  return pairs.length > 0 && asking.length * 2 >= pairs.length ? pairs : null;
}

const questionHeads = /^(?:questions?|q|frage|fragen|pregunta|pergunta|domanda|vraag|faq|質問|问题)\W*$/iu;
const answerHeads = /^(?:answers?|a|antwort|respuesta|resposta|réponse|risposta|antwoord|回答|答案)\W*$/iu;

function rowsOf(node: ElementContent): readonly Element[] {
  if (node.type !== 'element') return [];
  if (node.tagName === 'tr') return [node];
  return isElement(node, 'table', 'thead', 'tbody') ? node.children.flatMap(rowsOf) : [];
}

function cellsOf(row: Element | undefined): readonly Element[] {
  return row?.children.filter((child): child is Element => isElement(child, 'td', 'th')) ?? [];
}

/** The rows of a table whose columns are questions and answers; null for any other. */
export function readQuestionTable(
  node: ElementContent,
): readonly { readonly question: Element; readonly answer: Element }[] | null {
  if (!isElement(node, 'table')) return null;
  const [head, ...rows] = rowsOf(node);
  const heads = cellsOf(head).map((cell) => toLine(cell.children));
  const questions = heads.findIndex((text) => questionHeads.test(text));
  const answers = heads.findIndex((text) => answerHeads.test(text));
  if (questions === -1 || answers === -1) return null;
  return rows.flatMap((row) => {
    const cells = cellsOf(row);
    const [question, answer] = [cells[questions], cells[answers]];
    return question === undefined || answer === undefined || toLine(question.children) === ''
      ? []
      : [{ question, answer }];
  });
}
