// Markdown with all that is mixed into it as one tree of elements. Pure.
import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { replaceMarkup } from '../../sites/generators.ts';
import { replaceOutsideCode } from '../../sites/markup/find-code.ts';
import { joinText } from '../../sites/markup/lines.ts';
import type { MarkupContext } from '../../sites/markup/markup-context.ts';
import { mendSlips } from '../../sites/markup/mend-slips.ts';
import { toElements } from './to-elements.ts';

/** Markup as elements (hast), raw HTML included; `lineOf` gives the source line for a line of the tree's positions. */
export interface Markup {
  readonly root: Root;
  readonly lineOf: (line: number) => number;
}

/** Drops kramdown's attributes behind a link or an image: `[Apply](…){:.button}`. An id at the end of a heading stays. */
function dropInlineAttributes(root: Root): void {
  visit(root, 'text', (node, index, parent) => {
    if (index === undefined || index === 0 || parent?.type !== 'element') return;
    const before = parent.children[index - 1];
    if (before?.type !== 'element') return;
    const isHeading = /^h[1-6]$/.test(parent.tagName);
    if (isHeading && !/^(a|img)$/.test(before.tagName)) return;
    if (isHeading && /^\{:?[^{}]*#[^{}]*\}\s*$/.test(node.value)) return;
    node.value = node.value.replace(/^(?:\{:?\s*(?:[#.]|[\w-]+=)[^{}]*\})+/, '');
  });
}

/** `**Is it far? **` on a line of its own is meant to be bold, though a space keeps CommonMark from reading it so. */
function tightenBold(text: string): string {
  return /\s\*\*\s*$|\*\*\s\S/m.test(text)
    ? text.replace(/^(\s*(?:(?:[-*+]|\d+[.)])\s+)?)\*\*[ \t]*([^*\n]*[?？][^*\n]*?)[ \t]*\*\*[ \t]*$/gm, '$1**$2**')
    : text;
}

/** `[Write](mailto:a@b.org?subject=A question)`: kramdown and browsers take the spaces of an address, CommonMark does not. */
function fillAddresses(text: string): string {
  if (!/\]\([^()\n]* [^()\n]*\)/.test(text)) return text;
  return replaceOutsideCode(
    text,
    /(?<=\]\()(?:mailto:|https?:\/\/|\.{0,2}\/)[^()<>"'\n]*[^()<>"'\s](?=\))/g,
    ([href]) => href.replaceAll(' ', '%20'),
  );
}

/** Parses Markdown that holds no shortcodes or directives any more. */
export function parseMarkdown(typed: string, isMdx = false): Root {
  const elements = toElements(fillAddresses(tightenBold(mendSlips(typed))), isMdx);
  if (typed.includes('{')) dropInlineAttributes(elements);
  return elements;
}

/** Parses the body of a note: CommonMark, GitHub's extensions, raw HTML, shortcodes, Liquid and directives. */
export function parseMarkup(body: string, context: MarkupContext): Markup {
  const lines = replaceMarkup(body, context);
  const root = parseMarkdown(joinText(lines), context.isMdx);
  return { root, lineOf: (line) => lines[line - 1]?.line ?? line };
}
