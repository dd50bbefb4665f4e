// A stretch of Slack's markup (mrkdwn) as Markdown's nodes: styles, code, links, names, emoji. Pure.
import { nameToEmoji } from 'gemoji';
import type { PhrasingContent } from 'mdast';
import { isAsking } from '../../knowledge/sections/read-question.ts';
import { unescapeEntities } from '../reading/typed-text.ts';
import { readToken, type SlackNames } from './read-token.ts';

interface Piece {
  readonly nodes: readonly PhrasingContent[];
  readonly length: number;
}

type Reader = (text: string, at: number, names: SlackNames) => Piece | null;

const styles: Readonly<Record<string, 'strong' | 'emphasis' | 'delete'>> = {
  '*': 'strong',
  _: 'emphasis',
  '~': 'delete',
};
const wordCharacter = /[\p{L}\p{N}_]/u;
const bareAddress = /^https?:\/\/[^\s<>|]{1,2000}/;
const emojiName = /^:([a-z0-9_+'-]{1,60}):(?::skin-tone-[2-6]:)?/;
/** Slack's names for some that the list has under another. */
const slackEmoji: ReadonlyMap<string, string> = new Map([
  ['thinking_face', '🤔'],
  ['large_green_circle', '🟢'],
  ['large_yellow_circle', '🟡'],
  ['large_red_circle', '🔴'],
  ['robot_face', '🤖'],
  ['simple_smile', '🙂'],
  ['hugging_face', '🤗'],
  ['face_with_rolling_eyes', '🙄'],
  ['mag_right', '🔎'],
]);
/** How far a sign looks for its end: without a bound a text of nothing but signs takes seconds. */
const longestReach = 2000;

function findClosing(text: string, mark: string, from: number): number {
  const line = text.indexOf('\n', from);
  const reach = text.slice(0, Math.min(from + longestReach, line < 0 ? text.length : line));
  for (let at = reach.indexOf(mark, from); at >= 0; at = reach.indexOf(mark, at + 1)) {
    const after = text[at + 1] ?? ' ';
    if (at > from && !/\s/.test(text[at - 1] ?? ' ') && !wordCharacter.test(after) && after !== mark) return at;
  }
  return -1;
}

/** Bold and italic words that ask would be read as a question of the note's own: they stand plain. */
const readStyled: Reader = (text, at, names) => {
  const mark = text[at] ?? '';
  const type = styles[mark];
  const next = text[at + 1] ?? ' ';
  if (type === undefined || wordCharacter.test(text[at - 1] ?? ' ') || /\s/.test(next) || next === mark) return null;
  const end = findClosing(text, mark, at + 1);
  if (end < 0) return null;
  const inside = text.slice(at + 1, end);
  const children = parseSlackInline(inside, names);
  return { nodes: isAsking(inside) ? children : [{ type, children }], length: end + 1 - at };
};

const readCode: Reader = (text, at, names) => {
  const end = text.slice(0, at + longestReach).indexOf('`', at + 1);
  const inside = text.slice(at + 1, end);
  if (end <= at + 1 || inside.includes('\n')) return null;
  return { nodes: [{ type: 'inlineCode', value: toCode(inside, names) }], length: end + 1 - at };
};

const readAngled: Reader = (text, at, names) => {
  const end = text.slice(0, at + longestReach).indexOf('>', at);
  const read = end < 0 ? null : readToken(text.slice(at + 1, end), names);
  if (read === null) return null;
  const label = { type: 'text' as const, value: read.label };
  const nodes: readonly PhrasingContent[] =
    read.url === null ? [label] : [{ type: 'link', url: read.url, children: [label] }];
  return { nodes, length: end + 1 - at };
};

const readAddress: Reader = (text, at, names) => {
  if (wordCharacter.test(text[at - 1] ?? ' ')) return null;
  const typed = bareAddress.exec(text.slice(at, at + longestReach))?.[0].replace(/[.,;:!?)\]*_~'"]+$/, '') ?? '';
  const read = typed === '' ? null : readToken(typed, names);
  if (read === null) return null;
  const label = { type: 'text' as const, value: read.label };
  return {
    nodes: read.url === null ? [label] : [{ type: 'link', url: read.url, children: [label] }],
    length: typed.length,
  };
};

const readEmoji: Reader = (text, at) => {
  const found = emojiName.exec(text.slice(at, at + 100));
  const name = found?.[1] ?? '';
  const character = Object.hasOwn(nameToEmoji, name) ? nameToEmoji[name] : slackEmoji.get(name);
  if (found === null || character === undefined || wordCharacter.test(text[at - 1] ?? ' ')) return null;
  return { nodes: [{ type: 'text', value: character }], length: found[0].length };
};

const readers: Readonly<Record<string, Reader>> = {
  '<': readAngled,
  '`': readCode,
  ':': readEmoji,
  h: readAddress,
  '\n': () => ({ nodes: [{ type: 'break' }], length: 1 }),
  '*': readStyled,
  _: readStyled,
  '~': readStyled,
};

/** Never fails: what is no markup is text. */
export function parseSlackInline(text: string, names: SlackNames): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let plainFrom = 0;
  const takePlain = (until: number): void => {
    if (until > plainFrom) nodes.push({ type: 'text', value: unescapeEntities(text.slice(plainFrom, until)) });
  };
  for (let at = 0; at < text.length; ) {
    const piece = readers[text[at] ?? '']?.(text, at, names) ?? null;
    if (piece === null) at += 1;
    else {
      takePlain(at);
      nodes.push(...piece.nodes);
      at += piece.length;
      plainFrom = at;
    }
  }
  takePlain(text.length);
  return nodes;
}

/** Code as its writer typed it: Slack puts its angle brackets around addresses in code too. */
export function toCode(text: string, names: SlackNames): string {
  return unescapeEntities(
    text.replace(/<([^<>\n]{1,2000})>/g, (whole, token: string) => readToken(token, names)?.label ?? whole),
  );
}
