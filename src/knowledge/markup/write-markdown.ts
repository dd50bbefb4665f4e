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
