// Markdown with all that is mixed into it as one tree of elements. Pure.
import type { Root } from 'hast';
import { raw } from 'hast-util-raw';
import type { Heading, Root as MarkdownRoot } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { replaceMarkup } from '../../sites/generators.ts';
import { joinText } from '../../sites/markup/lines.ts';
import type { MarkupContext } from '../../sites/markup/markup-context.ts';
import { resolveRoles } from '../../sites/sphinx/resolve-roles.ts';
import { inlineFootnotes } from './inline-footnotes.ts';

const reader = unified().use(remarkParse).use(remarkGfm).freeze();
/** A third of the time goes into GitHub's extensions: a text without their signs is read without them. */
const plainReader = unified().use(remarkParse).freeze();
const githubSigns = /[|~@]|www\.|:\/\/|\[\^|\[[ xX]\]/;
/** In MDX indented text is text. */
const mdxReader = unified()
  .data('micromarkExtensions', [{ disable: { null: ['codeIndented'] } }])
  .use(remarkParse)
  .use(remarkGfm)
  .freeze();

/** Markup as elements (hast), raw HTML included; `lineOf` gives the source line for a line of the tree's positions. */
export interface Markup {
  readonly root: Root;
  readonly lineOf: (line: number) => number;
}

/** A heading's content as its author typed it. */
function sourceOf({ children }: Heading, text: string): string {
  return text.slice(children[0]?.position?.start.offset ?? 0, children.at(-1)?.position?.end.offset ?? 0);
}

/** A node of Markdown, with what may stand in it. */
type MarkdownNode = MarkdownRoot | MarkdownRoot['children'][number];

/**
 * Marks Markdown's headings, which get an anchor where raw ones get none, and code that is only indented: inside `<details>`
 * it is mostly text. True where the text holds raw HTML.
 */
function markOrigin(node: MarkdownNode, text: string): boolean {
  if (node.type === 'heading') node.data = { ...node.data, hProperties: { dataMarkdown: sourceOf(node, text) } };
  if (node.type === 'code' && !/[`~]/.test(text.charAt(node.position?.start.offset ?? 0)))
    node.data = { ...node.data, hProperties: { dataIndented: true } };
  if (!('children' in node)) return node.type === 'html';
  return node.children.reduce((hasHtml, child) => markOrigin(child, text) || hasHtml, false);
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
    node.value = node.value.replace(/^\{:?\s*(?:[#.]|[\w-]+=)[^{}]*\}/, '');
  });
}

/** `**Is it far? **` on a line of its own is meant to be bold, though a space keeps CommonMark from reading it so. */
function tightenBold(text: string): string {
  return /\s\*\*\s*$|\*\*\s\S/m.test(text)
    ? text.replace(/^(\s*(?:(?:[-*+]|\d+[.)])\s+)?)\*\*[ \t]*([^*\n]*[?？][^*\n]*?)[ \t]*\*\*[ \t]*$/gm, '$1**$2**')
    : text;
}

/** Parses Markdown that holds no shortcodes or directives any more. What a text cannot hold is not looked for in its tree. */
export function parseMarkdown(typed: string, isMdx = false): Root {
  const text = tightenBold(typed);
  const usual = githubSigns.test(text) ? reader : plainReader;
  const tree = (isMdx ? mdxReader : usual).parse(text);
  const hasHtml = markOrigin(tree, text);
  if (text.includes('[^')) inlineFootnotes(tree);
  if (/\}`|\[\]\(/.test(text)) resolveRoles(tree);
  const own = toHast(tree, { allowDangerousHtml: true });
  const elements = hasHtml ? raw(own, { file: new VFile(text) }) : own;
  if (elements.type !== 'root') throw new Error(`The HTML parser gave a ${elements.type} instead of a tree.`);
  if (text.includes('{')) dropInlineAttributes(elements);
  return elements;
}

/** Parses the body of a note: CommonMark, GitHub's extensions, raw HTML, shortcodes, Liquid and directives. */
export function parseMarkup(body: string, context: MarkupContext): Markup {
  const lines = replaceMarkup(body, context);
  const root = parseMarkdown(joinText(lines), context.isMdx);
  return { root, lineOf: (line) => lines[line - 1]?.line ?? line };
}
