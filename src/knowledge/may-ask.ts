// Tells, without parsing it, whether a note can hold a question: most pages of a whole site cannot. Pure.
import { findListedItems } from './data-items.ts';
import type { HeadedNote } from './front-matter/parse-head.ts';
import { namesQuestions } from './sections/is-question-note.ts';
import { beginsWithMark, readsAsQuestion, stripQuestionMark } from './sections/read-question.ts';

/** A question mark that ends something: no address goes on behind it. */
const ends = /[?？؟\u{37e}՞⁇፧](?:[\s"'”’“)\]»*:!….,_~`#<>|&}\\-]|$)/u;
/** What a line begins with that may be a question: a mark of Markdown, HTML, a component, a directive. */
const marked = /^\s*(?:[#>*_+<!=?:{(`[\]-]|\d+[.)]|(?:Q|q|Question|F|P|D|V|В|问|問|س)\s*\d*\s*[:：.)])/u;
/** A heading or a bold line, and what it says. */
const headed = /^\s*(?:(?:[-*+>]|\d+[.)])\s+)*(?:#{1,6}|\*\*|__|<h[1-6][^>]*>)\s*(.*)$/iu;
/** What brings in text from elsewhere, or a list of questions. */
const brings =
  /\{%-?\s*include|8<--|\{include\}|\{\{(?:<\s*|#)include\s|@include:|\|\s*(?:questions?|q|frage|pregunta)\s*\|/iu;

/** Code in a line, whose question marks ask nobody: `filter?: string`. */
const inlineCode = /(`+)(?!`).*?[^`]\1(?!`)|<code>.*?<\/code>/giu;
const fence = /^\s*(`{3,}|~{3,})(.*)$/u;

/** True for a heading that asks without a question mark: `## **1. What is it made of**`. */
function asksWithoutMark(line: string): boolean {
  const text = headed.exec(line)?.[1]?.replace(/\]\([^)]*\)|[*_[]{1,2}|<[^>]*>|\{[^{}]*\}|#+\s*$/g, '');
  return text !== undefined && readsAsQuestion(stripQuestionMark(text.trim()));
}

function asks(line: string, next: string): boolean {
  if (asksWithoutMark(line) || beginsWithMark(line.replace(/[*_>#]/g, ''))) return true;
  if (!ends.test(line) || /^\s*\[[^\]]+\]:/.test(line)) return false;
  return (
    (marked.test(line) ||
      /^\s*[=-]{2,}[ \t]*(?:\n|$)|^\s*:\s/.test(next) ||
      /<(?:dt|summary|strong|b|h[1-6])\b/i.test(line)) &&
    ends.test(line.replace(inlineCode, '').replace(/^\s*\?{3}\+?\s/, ''))
  );
}

/** The lines outside fenced code. What a fence of MyST holds is text (` ```{admonition} `), and so is what nobody closes. */
function withoutFences(lines: readonly string[]): readonly string[] {
  const kept: string[] = [];
  const open = new Set<string>();
  const texts: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const [, signs = '', language = ''] = fence.exec(line) ?? [];
    const isText = signs === '' || /^\s*\{|`/.test(language);
    const text = texts.at(-1);
    if (text !== undefined && signs.startsWith(text) && language.trim() === '') {
      texts.pop();
      continue;
    }
    if (/^\s*\{/.test(language)) texts.push(signs);
    const closes = (each: string): boolean => each.trim().startsWith(signs) && /^[`~]+$/.test(each.trim());
    const end = isText || open.has(signs) ? -1 : lines.findIndex((each, index) => index > at && closes(each));
    if (end === -1 && !isText) open.add(signs);
    if (end === -1) kept.push(line);
    else at = end;
  }
  return kept;
}

/** True where the first heading of a text says that questions stand below it. */
function headNamesQuestions(lines: readonly string[]): boolean {
  const heading = lines.findIndex(
    (line, at) => /^\s*(?:#|<h[1-6]\b)|<h1\b/i.test(line) || /^\s*={2,}\s*$/.test(lines[at + 1] ?? ''),
  );
  return heading !== -1 && namesQuestions(lines[heading] ?? '');
}

/** False for a note that can hold no question, whatever its markup. `path`: where it lies in the site. */
export function mayAsk({ head, body }: HeadedNote, path = head.note): boolean {
  if (head.isFaq === true || head.question !== null || namesQuestions(path)) return true;
  if (head.title !== null && (namesQuestions(head.title) || ends.test(head.title))) return true;
  if (brings.test(body) || findListedItems(Object.fromEntries(head.fields)).length > 0) return true;
  const lines = withoutFences(body.split('\n'));
  return (
    headNamesQuestions(lines) || lines.some((line, index) => asks(line, lines.slice(index + 1, index + 3).join('\n')))
  );
}
