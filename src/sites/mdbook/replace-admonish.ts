// Admonitions of mdbook-admonish, which stand in fences, turned into plain Markdown and HTML: https://tommilligan.github.io/mdbook-admonish. Pure.
import { escapeHtml, toFoldingTitle } from '../markup/folding.ts';
import type { MappedLine } from '../markup/lines.ts';

const opening = /^\s{0,3}(`{3,}|~{3,})\s*admonish\b(.*)$/;
const asking = /^\s*(?:question|help|faq)\b/;

interface Ends {
  readonly before: string;
  readonly after: string;
}

/** What stands for the two fences. A part called a question is one, whatever its title says. */
function toEnds(parameters: string): Ends {
  const title = /\btitle\s*=\s*(["'])(.*?)\1/.exec(parameters)?.[2] ?? '';
  if (title === '') return { before: '', after: '' };
  if (asking.test(parameters)) return { before: `<div class="question">${escapeHtml(title)}</div>`, after: '' };
  const before = toFoldingTitle(title, /\bcollapsible\s*=\s*["']?true/.test(parameters));
  return { before, after: before.startsWith('<details>') ? '</details>' : '' };
}

/** Rewrites ` ```admonish question title="…" `: what it holds stays. A fence that nobody closes is left as it is. */
export function replaceAdmonish(lines: readonly MappedLine[]): readonly MappedLine[] {
  if (!lines.some(({ text }) => opening.test(text))) return lines;
  const result: MappedLine[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const here = lines[at];
    if (here === undefined) break;
    const [, fence = '', parameters = ''] = opening.exec(here.text) ?? [];
    const end = fence === '' ? -1 : lines.findIndex(({ text }, index) => index > at && text.trim() === fence);
    if (end === -1) {
      result.push(here);
      continue;
    }
    const { before, after } = toEnds(parameters);
    const mark = (text: string, line: number): readonly MappedLine[] =>
      ['', text, ''].map((each) => ({ text: each, line }));
    result.push(...mark(before, here.line), ...replaceAdmonish(lines.slice(at + 1, end)));
    result.push(...mark(after, lines[end]?.line ?? here.line));
    at = end;
  }
  return result;
}
