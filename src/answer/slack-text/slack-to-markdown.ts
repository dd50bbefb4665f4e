// What somebody wrote in Slack as Markdown for a note: their words and their markup, no ids, and nothing that a note would read as more. Pure.
import type { BlockContent, List, ListItem, PhrasingContent } from 'mdast';
import { writeMarkdown } from '../../knowledge/markup/write-markdown.ts';

export { toMarkdownHeading } from '../../knowledge/markup/write-markdown.ts';

import { parseSlackInline, toCode } from './parse-inline.ts';
import type { SlackNames } from './read-token.ts';

const invisible = /[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const control = /[\p{Cc}\p{Cs}\p{Co}]/gu;
const quoteSign = /^(?:>|&gt;) ?/;
const quoteToTheEnd = /^(?:(?:>|&gt;){3}) ?/m;
const bullet = /^([ \t]*)(?:[•◦▪▫‣·*-]|(\d{1,3})[.)])[ \t]+(?=\S)/;
/** `Q:` and `A:` at the head of a line make a question and an answer of a note. */
const questionMark =
  /^[ \t]*(?:Q|Question|A|Answer|Frage|Antwort|Pregunta|Respuesta|Réponse)[ \t]*\d*[ \t]*[:：][ \t]*/gim;

/**
 * `text`: as Slack sends it, entities and angle brackets included. What was typed into a modal is none: escape it first. Gives no
 * heading, no raw HTML, no front matter and no shortcode; empty where nothing is left. Never throws.
 */
export function slackToMarkdown(text: string, names: SlackNames): string {
  const clean = text
    .replace(/\r\n?/g, '\n')
    .replace(invisible, '')
    .replace(control, (character) => (character === '\n' || character === '\t' ? character : ' '));
  const parts = clean.split('```');
  // An odd number of fences leaves the last one open: it is text then, as in Slack.
  const closed = parts.length % 2 === 1 ? parts : [...parts.slice(0, -2), parts.slice(-2).join('```')];
  const children = closed.flatMap((part, index): readonly BlockContent[] =>
    index % 2 === 1 ? [{ type: 'code', value: toCode(part.replace(/^\n|\n$/g, ''), names) }] : parseText(part, names),
  );
  return writeMarkdown(children);
}

/** A person's id, copied out of Slack's text or out of a message of ours. */
const typedPerson = /(?:&lt;|‹)(@[UW][A-Z0-9]{2,20})(?:\|[^&›\n]{0,80})?(?:&gt;|›)/g;

/** The same for what was typed into a field of a window: nothing in it is a mention, and of a person whose id was typed the name stands. */
export function typedToMarkdown(text: string, names: SlackNames): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return slackToMarkdown(escaped.replace(typedPerson, '<$1>'), names);
}

function parseText(text: string, names: SlackNames): readonly BlockContent[] {
  const rest = quoteToTheEnd.exec(text);
  if (rest === null) return parseLines(text, names);
  const quoted = parseBlocks(text.slice(rest.index).replace(quoteToTheEnd, ''), names);
  return [...parseLines(text.slice(0, rest.index), names), { type: 'blockquote', children: [...quoted] }];
}

/** Quotations, and what stands between them. */
function parseLines(text: string, names: SlackNames): readonly BlockContent[] {
  const runs: { isQuote: boolean; lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const isQuote = quoteSign.test(line);
    const last = runs.at(-1);
    const plain = isQuote ? line.replace(quoteSign, '') : line;
    if (last?.isQuote === isQuote) last.lines.push(plain);
    else runs.push({ isQuote, lines: [plain] });
  }
  return runs.flatMap(({ isQuote, lines }): readonly BlockContent[] => {
    const children = [...parseBlocks(lines.join('\n'), names)];
    return isQuote && children.length > 0 ? [{ type: 'blockquote', children }] : children;
  });
}

/** Lists, and the paragraphs around them. */
function parseBlocks(text: string, names: SlackNames): readonly BlockContent[] {
  const blocks: BlockContent[] = [];
  let lines: string[] = [];
  const flush = (): void => {
    for (const paragraph of lines.join('\n').split(/\n[ \t]*\n/)) blocks.push(...toParagraphs(paragraph, names));
    lines = [];
  };
  const all = text.split('\n');
  for (let at = 0; at < all.length; ) {
    const count = countItems(all.slice(at));
    if (count === 0) {
      lines.push(all[at] ?? '');
      at += 1;
      continue;
    }
    flush();
    blocks.push(...toLists(all.slice(at, at + count), names));
    at += count;
  }
  flush();
  return blocks;
}

/** How many lines from here belong to a list: items, and what is indented below them. */
function countItems(lines: readonly string[]): number {
  if (!bullet.test(lines[0] ?? '')) return 0;
  const end = lines.findIndex((line) => !(bullet.test(line) || /^[ \t]{2,}\S/.test(line)));
  return end < 0 ? lines.length : end;
}

function toParagraphs(text: string, names: SlackNames): readonly BlockContent[] {
  const children = trimLines(parseSlackInline(text.replace(questionMark, '').trim(), names));
  return children.length === 0 ? [] : [{ type: 'paragraph', children }];
}

/** White space at the ends of lines, which a mention that says nothing leaves, would be written as an entity. */
function trimLines(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const trimmed = nodes.map((node, at) => {
    if (node.type !== 'text') return node;
    const start = at === 0 || nodes[at - 1]?.type === 'break' ? node.value.trimStart() : node.value;
    const isLast = at === nodes.length - 1 || nodes[at + 1]?.type === 'break';
    return { ...node, value: isLast ? start.trimEnd() : start };
  });
  const said = trimmed.filter((node) => node.type !== 'text' || node.value !== '');
  return said.length < nodes.length && said.length > 0 ? trimLines(said) : said.length === 0 ? [] : trimmed;
}

interface Item {
  readonly indent: number;
  readonly start: number | null;
  readonly lines: string[];
}

function toLists(lines: readonly string[], names: SlackNames): readonly List[] {
  const items: Item[] = [];
  for (const line of lines) {
    const found = bullet.exec(line);
    if (found === null) items.at(-1)?.lines.push(line.trim());
    else {
      const indent = (found[1] ?? '').replaceAll('\t', '    ').length;
      const start = found[2] === undefined ? null : Number(found[2]);
      items.push({ indent, start, lines: [line.slice(found[0].length)] });
    }
  }
  return nest(items, names);
}

/** Deeper items belong to the one above them; another kind of mark begins another list. */
function nest(items: readonly Item[], names: SlackNames): List[] {
  const lists: List[] = [];
  for (let at = 0; at < items.length; ) {
    const item = items[at];
    if (item === undefined) break;
    const next = items.findIndex(({ indent }, index) => index > at && indent <= item.indent);
    const end = next < 0 ? items.length : next;
    const paragraphs = toParagraphs(item.lines.join('\n'), names);
    const children: ListItem['children'] = [...paragraphs, ...nest(items.slice(at + 1, end), names)];
    const ordered = item.start !== null;
    const last = lists.at(-1);
    const entry: ListItem = { type: 'listItem', spread: false, children };
    if (last?.ordered === ordered) last.children.push(entry);
    else lists.push({ type: 'list', ordered, start: item.start, spread: false, children: [entry] });
    at = end;
  }
  return lists;
}
