// What an assistant said, read as wordings: whole JSON or half of it, in fences or in prose, or lists in YAML or Markdown. Pure.
import { isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';

/** Wordings as they were said, not yet looked at. */
export interface Proposals {
  /** What the assistant called an entry, with its wordings, in the order in which it said them. */
  readonly entries: readonly { readonly id: string; readonly wordings: readonly string[] }[];
  readonly notCovered: readonly string[];
  /** The text ends in the middle: what was whole is taken. */
  readonly isCutOff: boolean;
}

/** More than any assistant says at once, in characters: 2 MB. */
export const longestSaid = 2_000_000;
/** Brackets within brackets: what is asked for has four. */
const deepest = 12;
/** Pieces of JSON in one text: an answer to each of many prompts, one behind the other. */
const mostPieces = 100;

const fence = /^[ \t]*(?:```|~~~)[^\n]*\n([\s\S]*?)(?:^[ \t]*(?:```|~~~)[ \t]*$|$(?![\s\S]))/gm;
const openName = /^not[-_ ]?covered$/i;
const thought = /<think(?:ing)?>[\s\S]*?(?:<\/think(?:ing)?>|$)/g;

/** Reads what an assistant said. Null where there is nothing of the form that was asked for. Never throws. */
export function readProposals(said: string): Proposals | null {
  const text = said
    .slice(0, longestSaid)
    .replace(/^\uFEFF/, '')
    .replace(thought, '')
    .replace(/\r\n?/g, '\n');
  const fenced = [...text.matchAll(fence)].map(([, inside = '']) => inside);
  const outside = fenced.length === 0 ? text : text.replace(fence, '\n');
  const pieces = toJsonPieces(outside);
  const read = readPieces([...fenced, ...pieces]);
  const prose = pieces.reduce((rest, piece) => rest.replace(piece, () => '\n'), outside);
  if (read.length > 0) return join([...read, ...readLists(prose)]);
  const whole = readPieces([...toJsonPieces(text), ...fromList(text)]);
  return join(whole.length > 0 ? whole : readLists(text));
}

/** What names an entry in Markdown: a heading, a line in bold, a line that ends in a colon. */
const named = /^\s*(?:#{1,6}\s+(.+?)\s*#*|(?:\d+[.)]\s+)?(?:\*\*|__)(.+?)(?:\*\*|__)\s*:?|(?:\d+[.)]\s+)?(\S.*):)\s*$/;
const listed = /^\s*(?:[-*+•]|\d+[.)])\s+(.+?)\s*$/;

/** Lists in Markdown, each below the name of its entry. */
function readLists(text: string): readonly Proposals[] {
  const lists: { readonly id: string; readonly wordings: string[] }[] = [];
  for (const line of text.split('\n')) {
    const [, heading, bold, label] = named.exec(line) ?? [];
    const name = heading ?? bold ?? label;
    const item = listed.exec(line)?.[1];
    if (name !== undefined) lists.push({ id: toBareText(name).replace(/:$/, ''), wordings: [] });
    else if (item !== undefined) lists.at(-1)?.wordings.push(toBareText(item));
  }
  const filled = lists.filter(({ wordings }) => wordings.length > 0);
  if (filled.length === 0) return [];
  const isOpen = ({ id }: { readonly id: string }) => openName.test(id);
  return [
    {
      entries: filled.filter((list) => !isOpen(list)),
      notCovered: filled.filter(isOpen).flatMap(({ wordings }) => wordings),
      isCutOff: false,
    },
  ];
}

/** Without the quotation marks, code and emphasis that stand around all of it. */
function toBareText(text: string): string {
  const inside = /^["'“‘«`*_](.+)["'”’»`*_]$/s.exec(text.trim())?.[1];
  return inside === undefined ? text.trim() : toBareText(inside);
}

function readPieces(pieces: readonly string[]): readonly Proposals[] {
  return pieces.flatMap((piece) => readPiece(piece) ?? []);
}

function join(read: readonly Proposals[]): Proposals | null {
  if (read.length === 0) return null;
  return {
    entries: read.flatMap(({ entries }) => entries),
    notCovered: read.flatMap(({ notCovered }) => notCovered),
    isCutOff: read.some(({ isCutOff }) => isCutOff),
  };
}

/** Each piece of JSON within prose; the last may lack its end. */
function toJsonPieces(text: string): readonly string[] {
  const pieces: string[] = [];
  let rest = text;
  while (pieces.length < mostPieces) {
    const start = rest.search(/\{\s*"|\[\s*\{/);
    if (start < 0) break;
    const length = measureJson(rest.slice(start));
    pieces.push(rest.slice(start, start + length));
    rest = rest.slice(start + length);
  }
  return pieces;
}

/** The length of the JSON at the beginning of a text, or of all of it where its brackets are never closed. */
function measureJson(text: string): number {
  let [depth, isQuoted] = [0, false];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (isQuoted && sign === '\\') at += 1;
    else if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (sign === '{' || sign === '[')) depth += 1;
    else if (!isQuoted && (sign === '}' || sign === ']')) depth -= 1;
    if (depth === 0) return at + 1;
  }
  return text.length;
}

/** From the first line that looks like an id with its list. */
function fromList(text: string): readonly string[] {
  const start = text.search(/^[\w#"'./-][^\n]*:[ \t]*\n[ \t]*- /m);
  return start < 0 ? [] : [text.slice(start)];
}

/** How deep brackets lie within each other outside of strings, at the end and at the most. */
function measureDepth(text: string): { readonly end: number; readonly most: number } {
  let [depth, most, isQuoted] = [0, 0, false];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (isQuoted && sign === '\\') at += 1;
    else if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (sign === '{' || sign === '[')) depth += 1;
    else if (!isQuoted && (sign === '}' || sign === ']')) depth -= 1;
    most = Math.max(most, depth);
  }
  return { end: isQuoted ? 1 : depth, most };
}

function isClosed(text: string): boolean {
  return measureDepth(text).end === 0;
}

function readPiece(piece: string): Proposals | null {
  const isJson = /^\s*[{[]/.test(piece);
  if (measureDepth(piece).most > deepest) return null;
  const isCutOff = isJson && !isClosed(piece);
  const whole = isCutOff ? closeJson(piece) : piece;
  try {
    const { contents } = parseDocument(whole, { uniqueKeys: false, logLevel: 'silent', strict: false });
    const collected = new Collected();
    collected.take(contents);
    return collected.isEmpty ? null : { ...collected.proposals, isCutOff };
  } catch {
    return null;
  }
}

/** Cuts JSON that ends in the middle behind its last whole string, and closes what is open. */
function closeJson(text: string): string {
  const open: string[] = [];
  let [isQuoted, end, closing] = [false, 0, ''];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (isQuoted && sign === '\\') at += 1;
    else if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (sign === '{' || sign === '[')) open.push(sign === '{' ? '}' : ']');
    else if (!isQuoted && (sign === '}' || sign === ']')) open.pop();
    else continue;
    // A key without its value is left out with what follows it.
    const isKey = sign === '"' && /^\s*:/.test(text.slice(at + 1, at + 20));
    if (isQuoted || isKey || sign === '{' || sign === '[') continue;
    end = at + 1;
    closing = open.toReversed().join('');
  }
  return text.slice(0, end) + closing;
}

/** Walks what was read by the forms that assistants give it; values are never expanded. */
class Collected {
  readonly #entries: { readonly id: string; readonly wordings: readonly string[] }[] = [];
  readonly #notCovered: string[] = [];

  get proposals(): Pick<Proposals, 'entries' | 'notCovered'> {
    return { entries: this.#entries, notCovered: this.#notCovered };
  }

  get isEmpty(): boolean {
    return this.#entries.length === 0 && this.#notCovered.length === 0;
  }

  take(node: Node | null): void {
    if (isSeq(node)) for (const item of node.items) this.take(item as Node);
    if (!isMap(node)) return;
    const fields = new Map(node.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : '', value as Node]));
    const id = textOf(fields.get('id') ?? fields.get('section') ?? fields.get('question'));
    const own = fields.get('wordings') ?? fields.get('phrasings') ?? fields.get('questions');
    if (id !== null && (isSeq(own) || isScalar(own))) {
      this.#entries.push({ id, wordings: textsOf(own) });
      return;
    }
    for (const [name, value] of fields) this.#takeField(name, value);
  }

  #takeField(name: string, value: Node): void {
    if (openName.test(name)) this.#notCovered.push(...textsOf(value));
    else if (isSeq(value) && value.items.some((item) => isScalar(item))) {
      this.#entries.push({ id: name, wordings: textsOf(value) });
    } else this.take(value);
  }
}

/** The texts of a list, or the one that stands in its place. */
function textsOf(node: Node | undefined): readonly string[] {
  if (isScalar(node) && typeof node.value === 'string') return [node.value];
  return isSeq(node) ? node.items.flatMap((item) => textOf(item as Node) ?? []) : [];
}

/** Text, or a number that was meant as one; a wording may stand in an object of its own, as `{"text": "…"}`. */
function textOf(node: Node | undefined | null): string | null {
  if (isScalar(node) && (typeof node.value === 'string' || typeof node.value === 'number')) return String(node.value);
  if (!isMap(node)) return null;
  const held = node.items.find(({ key }) => isScalar(key) && /^(text|wording|question)$/.test(String(key.value)));
  return held !== undefined && isScalar(held.value) ? String(held.value.value) : null;
}
