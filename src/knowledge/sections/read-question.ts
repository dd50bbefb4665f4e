// Recognizes a question written as a bold line or behind `Q:`, and the `A:` of its answer. Pure.
import type { ElementContent } from 'hast';
import { isElement, sliceText, toLine, toText } from './phrasing.ts';

const questionMark = /^\s*(?:Q|Question|QUESTION)\s*\d*\s*[:：]\s*|^\s*Q\s*\d*\s*[.)]\s+/u;
const answerMark = /^\s*(?:A|Answer|ANSWER)\s*\d*\s*[:：]\s*|^\s*A\s*\d*\s*[.)]\s+/u;
const answerInLine = /[?？!.]["'”’)]*\s+(?=(?:A|Answer)\s*\d*\s*[:：])/u;
const asks = /[?？]["'”’)\]»*:]*$/u;

/** True where a text ends as a question does. */
export function isAsking(text: string): boolean {
  return asks.test(text.trim());
}

/** A text without `Q:`, `Q1.` or `Question:` in front of it. */
export function stripQuestionMark(text: string): string {
  const rest = text.replace(questionMark, '').trim();
  return rest === '' ? text : rest;
}

/** True where a line begins with `Q:` or the like. */
export function hasQuestionMark(nodes: readonly ElementContent[]): boolean {
  return questionMark.test(toText(nodes));
}

/** True where a line begins with `A:` or the like. */
export function hasAnswerMark(nodes: readonly ElementContent[]): boolean {
  return answerMark.test(toText(nodes));
}

/** A line without its `A:`; `A.` and `A)` go only where `canBeLetter` says that they answer a `Q`. */
export function stripAnswerMark(nodes: readonly ElementContent[], canBeLetter: boolean): readonly ElementContent[] {
  const mark = answerMark.exec(toText(nodes))?.[0];
  if (mark === undefined || !(canBeLetter || /[:：]/.test(mark))) return nodes;
  return sliceText(nodes, mark.length);
}

/** Splits `Q: …? A: …` on one line into question and answer. */
export function splitQuestionLine(nodes: readonly ElementContent[]): {
  readonly question: string;
  readonly rest: ElementContent[];
} {
  const text = toText(nodes);
  const found = answerInLine.exec(text);
  if (found === null) return { question: stripQuestionMark(toLine(nodes)), rest: [] };
  const at = found.index + found[0].length;
  return { question: stripQuestionMark(text.slice(0, at).trim()), rest: sliceText(nodes, at) };
}

function isBlank(node: ElementContent): boolean {
  return node.type === 'comment' || (node.type === 'text' && node.value.trim() === '');
}

function isBold(node: ElementContent): boolean {
  if (isElement(node, 'strong', 'b')) return true;
  const inside = isElement(node, 'em', 'i', 'u', 'span', 'a') ? node.children.filter((child) => !isBlank(child)) : [];
  return inside.length === 1 && inside.every(isBold);
}

/** The text of a line whose words are all bold; null for any other line. Signs beside the bold part do not count: `❓ **How**?` */
export function boldLine(nodes: readonly ElementContent[]): string | null {
  const said = nodes.filter((node) => /[\p{L}\p{N}]/u.test(toText([node])));
  return said.length > 0 && said.every(isBold) ? toLine(nodes) : null;
}

/** `**Question?** The answer goes on`: the bold question at the head of a line and the rest; null for any other line. */
export function splitBoldLead(
  nodes: readonly ElementContent[],
): { readonly question: string; readonly rest: ElementContent[] } | null {
  const first = nodes.findIndex((node) => !isBlank(node));
  const lead = nodes[first];
  if (lead === undefined || !isBold(lead)) return null;
  const question = toLine([lead]);
  const rest = nodes.slice(first + 1);
  if (!isAsking(question) || question.split(' ').length < 3 || toText(rest).trim() === '') return null;
  return { question, rest };
}
