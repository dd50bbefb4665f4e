// A note's tree of elements as a row of pieces, in reading order. Pure.
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { parseMarkdown } from '../markup/parse-markup.ts';
import { findIds, isPlaceMark, splitAttributeList } from './explicit-id.ts';
import { isElement, splitLines, toLine, toText } from './phrasing.ts';
import type { Opening, Piece } from './piece.ts';
import { hasBoldLead, readParagraph, toQuestion } from './read-paragraph.ts';
import { boldLine, hasQuestionMark, isAsking, stripAnswerMark, stripQuestionMark } from './read-question.ts';

const containers =
  /^(div|section|article|main|center|header|footer|aside|font|a|span|body|html|tabs|tabitem|figure|form|fieldset|b|i|nav)$/;
const blocks =
  /^(address|article|aside|blockquote|center|details|dialog|dd|div|dl|dt|fieldset|figure|figcaption|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|ul|tabs|tabitem)$/;
const idleSummary =
  /^(click|tap|show|expand|open|see|view|read) |^(details|more|expand|contents|table of contents|toc)\W*$/i;

interface Reading {
  /** True where bold questions carry their answers on the same line. */
  readonly canLead: boolean;
  readonly inDetails: boolean;
}

function isBlock(node: ElementContent): boolean {
  return isElement(node) && (blocks.test(node.tagName) || node.children.some(isBlock));
}

function lineOf(node: ElementContent): number {
  return (
    node.position?.start.line ??
    (node.type === 'element' ? (node.children.map(lineOf).find((line) => line > 0) ?? 0) : 0)
  );
}

function typedText(node: Element): string {
  const typed = node.properties['dataMarkdown'];
  return typeof typed === 'string' ? typed.replace(/\s*\{[^{}]*\}\s*$/, '') : toText(node.children);
}

function toHeading(node: Element): Opening | null {
  const { nodes, id } = splitAttributeList(node.children);
  const text = toLine(nodes);
  if (text === '') return null;
  const inner = findIds([{ ...node, children: [...nodes] }]);
  const line = lineOf(node);
  return {
    kind: 'opening',
    style: 'heading',
    level: Number(node.tagName.slice(1)),
    text: toText(nodes).replaceAll('\n', ' ').trim(),
    typed: typedText(node),
    question: stripQuestionMark(text),
    ids: id === null ? inner.toReversed() : [id, ...inner.toReversed()],
    anchored: node.properties['dataMarkdown'] === undefined ? 'github' : 'always',
    content: nodes,
    line,
    endLine: node.position?.end.line ?? line,
  };
}

/** A list, all of whose items are questions with their answers: the questions stand on their own. */
function isQuestionList(node: ElementContent): boolean {
  if (!isElement(node, 'ul', 'ol')) return false;
  const items = node.children.filter((child): child is Element => isElement(child, 'li'));
  return items.length > 0 && items.every((item) => isQuestionItem(item, items.length > 1));
}

function isQuestionItem(item: Element, canLead: boolean): boolean {
  const inside = item.children.filter((child) => child.type === 'element' || toText([child]).trim() !== '');
  const first = inside[0];
  const children = isElement(first, 'p') ? first.children : inside.filter((child) => !isBlock(child));
  const lines = splitLines(children, 0);
  const bold = lines[0] === undefined ? null : boldLine(lines[0].nodes);
  const hasMore = inside.length > (isElement(first, 'p') ? 1 : children.length) || lines.length > 1;
  if (bold !== null && isAsking(bold)) return hasMore;
  if (lines[0] !== undefined && hasQuestionMark(lines[0].nodes)) return true;
  return canLead && hasBoldLead({ type: 'element', tagName: 'p', properties: {}, children: [...children] });
}

/** A quotation that begins with a question in bold or behind `Q:` is no quotation. */
function isQuestionQuote(node: ElementContent): boolean {
  if (!isElement(node, 'blockquote')) return false;
  const first = node.children.find((child) => child.type === 'element');
  const line = isElement(first, 'p') ? splitLines(first.children, 0)[0] : undefined;
  if (line === undefined) return false;
  const bold = boldLine(line.nodes);
  return hasQuestionMark(line.nodes) || (bold !== null && isAsking(bold));
}

function readDetails(node: Element, reading: Reading): readonly Piece[] {
  const summary = node.children.find((child): child is Element => isElement(child, 'summary'));
  const rest = readAll(
    node.children.filter((child) => child !== summary),
    { ...reading, inDetails: true },
  );
  const text = summary === undefined ? '' : toLine(summary.children);
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
    reading.canLead,
  );
}

function readOne(node: ElementContent, reading: Reading): readonly Piece[] {
  if (node.type !== 'element') return [];
  if (/^h[1-6]$/.test(node.tagName)) return [toHeading(node)].filter((piece) => piece !== null);
  if (node.tagName === 'p')
    return node.children.some(isBlock) ? readAll(node.children, reading) : readParagraph(node, reading.canLead);
  if (node.tagName === 'details') return readDetails(node, reading);
  if (/^(script|style|template|noscript)$/.test(node.tagName)) return [];
  if (reading.inDetails && isIndentedCode(node)) return readLooseText(toText(node.children), lineOf(node), reading);
  if (isElement(node, 'ul', 'ol') && /\{:\s*toc\b[^}]*\}/.test(toText(node.children))) return [];
  if (isQuestionQuote(node)) return readAll(node.children, reading);
  if (isQuestionList(node)) {
    return node.children.flatMap((item) =>
      item.type === 'element' ? readAll(item.children, { ...reading, canLead: true }) : [],
    );
  }
  if (!containers.test(node.tagName)) return [{ kind: 'block', node }];
  const ids = findIds([{ ...node, children: [] }]).map(
    (id): Piece => ({ kind: 'anchor', id, line: lineOf(node), isAttributeList: false }),
  );
  return [...ids, ...readAll(node.children, reading)];
}

/** True for phrasing between blocks. */
function isLoose(node: Element): boolean {
  const isPlace: boolean = isPlaceMark(node);
  if (isBlock(node) || isPlace) return false;
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

/** Takes the `A:` from the first paragraph below a question. */
function stripAnswerMarks(pieces: readonly Piece[]): readonly Piece[] {
  let asked: Opening | null = null;
  return pieces.flatMap((piece): readonly Piece[] => {
    if (piece.kind === 'anchor') return [piece];
    const question: Opening | null = asked;
    asked = piece.kind === 'opening' ? piece : null;
    if (piece.kind !== 'block' || question === null || !isElement(piece.node, 'p')) return [piece];
    const canBeLetter = question.style === 'qa' || stripQuestionMark(question.text) !== question.text;
    const children = [...stripAnswerMark(piece.node.children, canBeLetter)];
    return children.length === 0 ? [] : [{ kind: 'block', node: { ...piece.node, children } }];
  });
}

/** Reads a note's tree: every heading and question, every anchor, every block between them. */
export function toPieces(root: Root): readonly Piece[] {
  const leads = root.children.filter((node) => node.type === 'element' && hasBoldLead(node)).length;
  return stripAnswerMarks(readAll(root.children, { canLead: leads > 1, inDetails: false }));
}
