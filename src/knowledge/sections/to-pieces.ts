// A note's tree of elements as a row of pieces, in reading order. Pure.
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { parseMarkdown } from '../markup/parse-markup.ts';
import { toAllowedForms } from './allowed-forms.ts';
import { findIds, isPlaceMark, splitAttributeList, splitSelfLinks, toAnchors } from './explicit-id.ts';
import { isElement, joinLines, lineOf, splitLines, toLine, toText, withoutImages } from './phrasing.ts';
import type { Opening, Piece } from './piece.ts';
import {
  holdsMarkedQuestion,
  isMarkedQuestion,
  isNamedQuestion,
  type ListForm,
  readCallout,
  readDefinitions,
  readQuestionList,
  readQuestionQuote,
  readQuestionTable,
  readQuoted,
} from './question-forms.ts';
import { countLeads, type Forms, readParagraph, toQuestion } from './read-paragraph.ts';
import { stripQuestionMark } from './read-question.ts';
import { stripAnswerMarks } from './strip-answer-marks.ts';
import { withoutSpeakers } from './without-speakers.ts';

const containers =
  /^(div|section|article|main|center|header|footer|aside|font|a|span|body|html|tabs|tabitem|figure|form|fieldset|b|i|nav|summary|dt|dd|li)$/;
const blocks =
  /^(address|article|aside|blockquote|center|details|dialog|dd|div|dl|dt|fieldset|figure|figcaption|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|ul|tabs|tabitem)$/;
/** Elements that hold text and no part of a note. */
const phrasing =
  /^(abbr|audio|bdi|bdo|br|button|caption|cite|code|colgroup|col|data|datalist|del|dfn|em|embed|iframe|img|input|ins|kbd|label|legend|map|mark|math|meter|noscript|object|optgroup|option|output|param|picture|progress|q|rp|rt|ruby|s|samp|select|small|source|strike|strong|sub|sup|svg|tbody|td|textarea|tfoot|th|thead|time|tr|track|tt|u|var|video|wbr)$/;
const idleSummary =
  /^(click|tap|show|expand|open|see|view|read) |^(details|more|expand|contents|table of contents|toc)\W*$/i;

interface Reading extends Forms {
  readonly inDetails: boolean;
}

function isBlock(node: ElementContent): boolean {
  return isElement(node) && (blocks.test(node.tagName) || node.children.some(isBlock));
}

function typedText(node: Element): string {
  const typed = node.properties['dataMarkdown'];
  return typeof typed === 'string' ? typed.replace(/\s*\{[^{}]*\}\s*$/, '') : toText(node.children);
}

/** A heading or summary that nobody closed ends where the next block begins. */
function splitTitle<Title extends Element | undefined>(
  node: Title,
): { readonly title: Title; readonly rest: readonly ElementContent[] } {
  const children = node?.children ?? [];
  const said = children.findIndex((child) => toText([child]).trim() !== '');
  const end = children.findIndex((child, index) => index > said && isBlock(child));
  if (node === undefined || end === -1) return { title: node, rest: [] };
  return { title: { ...node, children: children.slice(0, end) }, rest: children.slice(end) };
}

function readHeading(node: Element, reading: Reading): readonly Piece[] {
  const { title, rest } = splitTitle(node);
  const heading = toHeading(title);
  return [...(heading === null ? [] : [heading]), ...readAll(rest, reading)];
}

function toHeading(node: Element): Opening | null {
  const { nodes: whole, id } = splitAttributeList(node.children);
  const { nodes, ids } = splitSelfLinks(whole);
  const text = toLine(nodes);
  if (text === '') return null;
  const inner = findIds([{ ...node, children: [...nodes] }]);
  const line = lineOf(node);
  const given = [...ids, ...inner.toReversed()];
  return {
    kind: 'opening',
    style: 'heading',
    level: Number(node.tagName.slice(1)),
    text: toText(nodes).replaceAll('\n', ' ').trim(),
    typed: typedText(node),
    question: stripQuestionMark(toLine(withoutImages(nodes)) || text).replace(/\s+\*+$|(?<=[?？؟)])\*{2,}$/, ''),
    ids: id === null ? given : [id, ...given],
    anchored: node.properties['dataMarkdown'] === undefined ? 'github' : 'always',
    content: nodes,
    line,
    endLine: node.position?.end?.line ?? line,
  };
}

/** A summary's text; Markdown that its author wrote in it is read as such: `<summary>**Why?**</summary>`. */
function toSummaryLine(nodes: readonly ElementContent[]): string {
  const text = toLine(nodes);
  return /[*`]|(?<!\S)_[^_\s](?:[^_]*[^_\s])?_(?![\p{L}\p{N}_])/u.test(text)
    ? toLine(parseMarkdown(text).children.filter((node) => node.type === 'element'))
    : text;
}

function readDetails(node: Element, reading: Reading): readonly Piece[] {
  const found = node.children.find((child): child is Element => isElement(child, 'summary'));
  const { title: summary, rest: more } = splitTitle(found);
  const rest = readAll([...more, ...node.children.filter((child) => child !== found)], { ...reading, inDetails: true });
  const text = summary === undefined ? '' : toSummaryLine(summary.children);
  if (summary === undefined || text === '' || idleSummary.test(text)) return rest;
  const ids = findIds([{ ...node, children: [] }, summary]);
  const opening = toQuestion('summary', text, summary.children, lineOf(summary) || lineOf(node));
  return [{ ...opening, ids: ids.toReversed() }, ...rest, { kind: 'end' }];
}

/** Text that stands in raw HTML or in indented code inside `<details>`: its author meant it as Markdown. */
function readLooseText(text: string, line: number, reading: Reading): readonly Piece[] {
  const lines = text.split('\n');
  const indents = lines
    .slice(1)
    .filter((each) => each.trim() !== '')
    .map((each) => each.search(/\S/));
  const indent = Math.min(...indents, 80);
  const dedented = lines.map((each, index) => (index === 0 ? each.trimStart() : each.slice(indent))).join('\n');
  const pieces = readAll(parseMarkdown(dedented).children, reading);
  const shift = Math.max(line - 1, 0);
  return pieces.map((piece) =>
    piece.kind === 'opening'
      ? { ...piece, line: piece.line + shift, endLine: piece.endLine + shift }
      : piece.kind === 'anchor'
        ? { ...piece, line: piece.line + shift }
        : piece,
  );
}

function isIndentedCode(node: ElementContent): boolean {
  const code = isElement(node, 'pre') ? node.children[0] : undefined;
  return isElement(code, 'code') && code.properties['dataIndented'] !== undefined;
}

/** Loose phrasing between blocks: a paragraph that nobody marked as one. */
function readLoose(nodes: readonly ElementContent[], reading: Reading): readonly Piece[] {
  const line = nodes.map(lineOf).find((each) => each > 0) ?? 0;
  if (nodes.every((node) => node.type === 'text')) return readLooseText(toText(nodes), line, reading);
  const children = nodes.flatMap((node): readonly ElementContent[] => {
    if (node.type !== 'text' || node.value.trim() === '') return [node];
    const [before = '', after = ''] = [/^\s*/.exec(node.value)?.[0], /\s*$/.exec(node.value)?.[0]];
    const parsed = parseMarkdown(node.value.trim()).children.filter((child) => child.type === 'element');
    const only = parsed[0];
    if (parsed.length !== 1 || !isElement(only, 'p')) return [node];
    return [{ type: 'text', value: before }, ...only.children, { type: 'text', value: after }];
  });
  const first = nodes.find((node) => node.position !== undefined)?.position;
  return readParagraph(
    { type: 'element', tagName: 'p', properties: {}, children: [...children], ...(first && { position: first }) },
    reading,
  );
}

/** A question whose words alone say so: the first line of what is given. */
function readLooseQuestion(children: readonly ElementContent[], form: ListForm, reading: Reading): readonly Piece[] {
  const at = children.findIndex((child) => child.type === 'element' || toText([child]).trim() !== '');
  const first = children[at];
  const isParagraph = isElement(first, 'p');
  const blockAt = children.findIndex(isBlock);
  const end = isParagraph ? at + 1 : blockAt === -1 ? children.length : blockAt;
  const lines = splitLines(
    isParagraph ? first.children : children.slice(at, end),
    first === undefined ? 0 : lineOf(first),
  );
  const [question, ...more] = lines;
  if (question === undefined) return [];
  const opening = toQuestion(
    'bold',
    toLine(question.nodes),
    question.nodes,
    question.line,
    form === 'sure' ? undefined : form,
  );
  const rest: Element = { type: 'element', tagName: 'p', properties: {}, children: joinLines(more) };
  return [
    opening,
    ...(more.length === 0 ? [] : readParagraph(rest, reading)),
    ...readAll(children.slice(end), reading),
  ];
}

function readList(node: Element, form: ListForm, reading: Reading): readonly Piece[] {
  return node.children.flatMap((item) => {
    if (item.type !== 'element') return [];
    const pieces = readAll(item.children, { ...reading, canLead: true });
    const begins = pieces.find(({ kind }) => kind !== 'anchor')?.kind === 'opening';
    return [...toAnchors(item), ...(begins ? pieces : readLooseQuestion(item.children, form, reading))];
  });
}

/** Questions in a form of their own; null where the element holds none. */
function readAskedForm(node: Element, reading: Reading): readonly Piece[] | null {
  const callout = readCallout(node);
  if (callout !== null) {
    const opening = toQuestion('summary', toLine(callout.question), callout.question, lineOf(node));
    return [opening, ...readAll(callout.rest, { ...reading, inDetails: true }), { kind: 'end' }];
  }
  const quote = readQuestionQuote(node);
  if (quote === 'sure') return readAll(readQuoted(node), reading);
  if (quote === 'loose' && reading.loose) return readLooseQuestion(node.children, quote, reading);
  const list = readQuestionList(node, isBlock, reading.canLead);
  if (list === 'sure' || (list !== null && reading[list])) return readList(node, list, reading);
  if (isMarkedQuestion(node)) {
    const text = toLine(withoutImages(node.children)) || toLine(node.children);
    const opening = toQuestion(isNamedQuestion(node) ? 'qa' : 'bold', text, node.children, lineOf(node));
    return [{ ...opening, ids: findIds([node]).toReversed() }];
  }
  const pairs =
    readDefinitions(node)?.map(({ term, definition }) => [term, definition] as const) ??
    readQuestionTable(node)?.map(({ question, answer }) => [question, answer.children] as const);
  return (
    pairs?.flatMap(([question, answer]) => [
      { ...toQuestion('qa', toLine(question.children), question.children, lineOf(question)), ids: findIds([question]) },
      ...readAll(answer, reading),
    ]) ?? null
  );
}

function readOne(node: ElementContent, reading: Reading): readonly Piece[] {
  if (node.type !== 'element') return [];
  if (/^h[1-6]$/.test(node.tagName)) return readHeading(node, reading);
  if (node.tagName === 'p' && !isMarkedQuestion(node))
    return node.children.some(isBlock) || holdsMarkedQuestion(node)
      ? readAll(node.children, reading)
      : readParagraph(node, reading);
  if (node.tagName === 'details') return readDetails(node, reading);
  if (/^(script|style|template|noscript)$/.test(node.tagName)) return [];
  if (reading.inDetails && isIndentedCode(node)) return readLooseText(toText(node.children), lineOf(node), reading);
  if (isElement(node, 'ul', 'ol') && /\{:\s*toc\b[^}]*\}/.test(toText(node.children))) return [];
  const asked = readAskedForm(node, reading);
  if (asked !== null) return asked;
  if (!containers.test(node.tagName) && !isUnknown(node)) return [{ kind: 'block', node }];
  return [...toAnchors(node), ...readAll(node.children, reading)];
}

/** True for a name that is none of HTML's: a slip, or a component that nobody closed. */
function isUnknown({ tagName }: Element): boolean {
  return !blocks.test(tagName) && !phrasing.test(tagName);
}

/** True for phrasing between blocks. */
function isLoose(node: Element): boolean {
  const isPlace: boolean = isPlaceMark(node);
  if (isBlock(node) || isPlace || isMarkedQuestion(node)) return false;
  return !containers.test(node.tagName) || /^(a|span|b|i|font)$/.test(node.tagName);
}

function readAll(nodes: readonly (RootContent | ElementContent)[], reading: Reading): readonly Piece[] {
  const pieces: Piece[] = [];
  let loose: ElementContent[] = [];
  const flush = (): void => {
    if (toText(loose).trim() !== '' || loose.some((node) => findIds([node]).length > 0))
      pieces.push(...readLoose(loose, reading));
    loose = [];
  };
  for (const node of nodes) {
    if (node.type !== 'text' && node.type !== 'element') continue;
    if (node.type === 'text' || isLoose(node)) {
      loose.push(node);
      continue;
    }
    flush();
    pieces.push(...readOne(node, reading));
  }
  flush();
  return pieces;
}

/** Reads a note's tree: every heading and question, every anchor, every block between them. */
export function toPieces(root: Root): readonly Piece[] {
  const reading = { canLead: countLeads(root.children) > 1, inDetails: false };
  const pieces = readAll(root.children, { ...reading, loose: true, lone: true, statements: true });
  const hasDoubt = pieces.some((piece) => piece.kind === 'opening' && piece.doubt !== undefined);
  const forms = toAllowedForms(pieces);
  const settled =
    !hasDoubt || (forms.loose && forms.lone && forms.statements)
      ? pieces
      : readAll(root.children, { ...reading, ...forms });
  return stripAnswerMarks(withoutSpeakers(settled));
}
