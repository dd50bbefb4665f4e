// Slack's own markup (mrkdwn) -> text nodes: a scanner over characters, since no Markdown parser reads it right. Pure.
import { toEmoji } from './emoji.ts';
import { parseAngle, unescapeText } from './parse-angle.ts';
import { toSafeUrl } from './safe-url.ts';
import type { Inline, TextNode } from './text-node.ts';

const marks: Readonly<Record<string, 'strong' | 'emphasis' | 'strike'>> = {
  '*': 'strong',
  _: 'emphasis',
  '~': 'strike',
};
const wordCharacter = /[\p{L}\p{N}_]/u;
const bareAddress = /^https?:\/\/[^\s<>|]+/;
const emojiName = /^:([a-z0-9_+'-]+):(?::skin-tone-[2-6]:)?/;

/** How far a mark looks for its end, in characters: without a bound a text of nothing but marks takes seconds. */
const longestReach = 3000;

interface Piece {
  readonly inline: Inline;
  readonly length: number;
}

function findClosing(text: string, mark: string, from: number): number {
  for (let at = text.indexOf(mark, from); at >= 0; at = text.indexOf(mark, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text[at + 1] ?? ' ';
    if (at > from && !/\s/.test(before) && !wordCharacter.test(after) && after !== mark) return at;
  }
  return -1;
}

function parseMarked(text: string, at: number): Piece | null {
  const mark = text[at] ?? '';
  const kind = marks[mark];
  const next = text[at + 1] ?? ' ';
  if (kind === undefined || wordCharacter.test(text[at - 1] ?? ' ') || /\s/.test(next) || next === mark) return null;
  const reach = text.slice(0, at + longestReach);
  const line = reach.indexOf('\n', at);
  const end = findClosing(line < 0 ? reach : reach.slice(0, line), mark, at + 1);
  if (end < 0) return null;
  return { inline: { kind, children: parseMrkdwnInline(text.slice(at + 1, end)) }, length: end + 1 - at };
}

function parseCode(text: string, at: number): Piece | null {
  const end = text.indexOf('`', at + 1);
  if (end <= at + 1 || text.slice(at, end).includes('\n')) return null;
  return { inline: { kind: 'code', text: unescapeText(text.slice(at + 1, end)) }, length: end + 1 - at };
}

function parseAngled(text: string, at: number): Piece | null {
  const end = text.slice(0, at + longestReach).indexOf('>', at);
  const inline = end < 0 ? null : parseAngle(text.slice(at + 1, end));
  return inline === null ? null : { inline, length: end + 1 - at };
}

function parseAddress(text: string, at: number): Piece | null {
  if (wordCharacter.test(text[at - 1] ?? ' ')) return null;
  const typed = bareAddress.exec(text.slice(at))?.[0].replace(/[.,;:!?)\]*_~'"]+$/, '') ?? '';
  const address = unescapeText(typed);
  const url = typed === '' ? null : toSafeUrl(address);
  if (url === null) return null;
  return { inline: { kind: 'link', url, children: [{ kind: 'text', text: address }] }, length: typed.length };
}

function parseEmoji(text: string, at: number): Piece | null {
  const found = emojiName.exec(text.slice(at));
  const character = found === null ? null : toEmoji(found[1] ?? '');
  return found === null || character === null
    ? null
    : { inline: { kind: 'text', text: character }, length: found[0].length };
}

const readers: Readonly<Record<string, (text: string, at: number) => Piece | null>> = {
  '<': parseAngled,
  '`': parseCode,
  ':': parseEmoji,
  h: parseAddress,
  '\n': () => ({ inline: { kind: 'break' }, length: 1 }),
  '*': parseMarked,
  _: parseMarked,
  '~': parseMarked,
};

function parsePiece(text: string, at: number): Piece | null {
  return readers[text[at] ?? '']?.(text, at) ?? null;
}

/** One stretch of mrkdwn without quotes and code blocks as inlines. */
export function parseMrkdwnInline(text: string): readonly Inline[] {
  const inlines: Inline[] = [];
  let plainFrom = 0;
  const takePlain = (until: number): void => {
    if (until > plainFrom) inlines.push({ kind: 'text', text: unescapeText(text.slice(plainFrom, until)) });
  };
  for (let at = 0; at < text.length; ) {
    const piece = parsePiece(text, at);
    if (piece === null) at += 1;
    else {
      takePlain(at);
      inlines.push(piece.inline);
      at += piece.length;
      plainFrom = at;
    }
  }
  takePlain(text.length);
  return inlines;
}

function toParagraph(text: string): readonly TextNode[] {
  const trimmed = text.replace(/^\n+|\s+$/g, '');
  return trimmed === '' ? [] : [{ kind: 'paragraph', children: parseMrkdwnInline(trimmed) }];
}

const quoted = /^(?:>|&gt;) ?/;

function parseLines(text: string): readonly TextNode[] {
  const nodes: TextNode[] = [];
  let open: { quote: boolean; lines: string[] } = { quote: false, lines: [] };
  const close = (): void => {
    const inner = toParagraph(open.lines.join('\n'));
    if (open.quote) nodes.push({ kind: 'quote', children: inner });
    else nodes.push(...inner);
  };
  for (const line of text.split('\n')) {
    const quote = quoted.test(line);
    if (quote !== open.quote) {
      close();
      open = { quote, lines: [] };
    }
    open.lines.push(quote ? line.replace(quoted, '') : line);
  }
  close();
  return nodes;
}

/** A text in Slack's markup as nodes. Never fails: what is no markup stays text. */
export function parseMrkdwn(text: string): readonly TextNode[] {
  const parts = text.split('```');
  // An odd number of fences leaves the last one open: it is text then, as in Slack.
  const closed = parts.length % 2 === 1 ? parts : [...parts.slice(0, -2), parts.slice(-2).join('```')];
  return closed.flatMap((part, index): readonly TextNode[] =>
    index % 2 === 1 ? [{ kind: 'code-block', text: unescapeText(part.replace(/^\n|\n$/g, '')) }] : parseLines(part),
  );
}
