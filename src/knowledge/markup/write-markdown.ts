// Nodes of text that nobody may make live -> Markdown for a note, in which every sign that a generator would read is escaped. Pure.
import type { RootContent } from 'mdast';
import { toMarkdown as write } from 'mdast-util-to-markdown';
import { text, writing } from './to-markdown.ts';

/** Shortcodes, Liquid, attributes and MDX (`{`), fences of directives and admonitions, front matter in TOML. */
const generatorSigns = [
  { character: '{', inConstruct: 'phrasing' as const },
  { character: ':', atBreak: true, after: '::' },
  { character: '!', atBreak: true, after: '!!' },
  { character: '?', atBreak: true, after: '\\?\\?' },
  { character: '+', atBreak: true, after: '\\+\\+' },
];

/** Liquid looks for `{%` before anybody reads Markdown. */
const words: typeof text = (...about) => text(...about).replaceAll('\\{%', '\\{\\%');

/** Gives it without white space around it. */
export function writeMarkdown(children: readonly RootContent[]): string {
  return write(
    { type: 'root', children: [...children] },
    { ...writing, unsafe: generatorSigns, handlers: { ...writing.handlers, text: words } },
  ).trim();
}

const unseen = /[\p{Cc}\p{Cs}\p{Co}\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/** A plain text as a heading of a note, on one line. `depth`: from 1 to 6. */
export function toMarkdownHeading(text: string, depth: 1 | 2 | 3 | 4 | 5 | 6): string {
  const value = text.replace(unseen, ' ').replace(/\s+/g, ' ').trim();
  return writeMarkdown([{ type: 'heading', depth, children: [{ type: 'text', value }] }]);
}
